"""How far a stated fact moves a person in the local distribution, and how much of the spread it explains.

Positions are standard normal quantiles: 0 is the area's median worker. The shifts of a factor's levels
are centred so that the median of the whole workforce stays where BLS found it, and the spread within a
level is what the factor leaves unexplained; this is what rules out double counting. Pay spreads less
within some employers (public pay scales) than within others: there the other facts move a person less.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from math import erfc, exp, inf, isnan, log, pi, prod
from typing import TYPE_CHECKING, Final

from lib.pay.curve import NORMAL
from lib.pay.profile import factor_levels

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lib.tables import Level

# Factors overlap (large firms do more corporate work in expensive cities): a fifth of each multiplier
# is taken to be told already by the others. An assumption, not a measurement.
OVERLAP_KEPT: Final = 0.8
# In some small areas BLS's percentiles lie so close together that a multiplier would throw a person out
# of the distribution; below this slope a multiplier counts as if the area were a little wider.
LEAST_SLOPE: Final = 0.15
LEAST_VARIANCE: Final = 0.25  # what no stated facts can explain: people like you still differ
SLOPE_DIGITS: Final = 3  # so that hundreds of areas share the arithmetic; moves pay by less than 0.1 %
HALF: Final = 0.5
ROOT_HALF: Final = HALF**HALF
DENSITY: Final = (2 * pi) ** -HALF  # of the standard normal distribution at 0
EXACT: Final = 1e-12


@dataclass(frozen=True)
class Shift:
    """What one stated fact does.

    Attributes:
        level: The stated level, a row of data/factors.csv.
        position: Standard deviations by which it moves the person.
        explained: Share of the variance of positions that the factor explains, over the workforce.
        spread: How far pay spreads within the level, compared with the average level of the factor.
    """

    level: Level
    position: float
    explained: float
    spread: float


@cache
def factor_shifts(role: str, factor: str, slope: float) -> dict[str, Shift]:
    """Return the shift of every level of a factor.

    Args:
        role: Role key.
        factor: Factor name.
        slope: Rise of log pay for one standard deviation in the area.
    """
    return level_shifts(factor_levels(role, factor), slope)


def level_shifts(levels: Sequence[Level], slope: float) -> dict[str, Shift]:
    """Return the shift of each of a factor's levels; ``slope`` as for `factor_shifts`."""
    raw = [_raw_position(level, slope) for level in levels]
    shares = [level.share for level in levels]
    mean = sum(share * position for share, position in zip(shares, raw, strict=True))
    explained = sum(share * (position - mean) ** 2 for share, position in zip(shares, raw, strict=True))
    spreads = _relative_spreads(levels)
    within = max(1 - explained, LEAST_VARIANCE) ** 0.5
    centre = _mixture_median(raw, shares, [within * spread for spread in spreads])
    return {
        level.level: Shift(level, position - centre, explained, spread)
        for level, position, spread in zip(levels, raw, spreads, strict=True)
    }


def shifts_of(role: str, stated: Mapping[str, str], slope: float) -> tuple[Shift, ...]:
    """Return the shifts of all stated facts, in their order."""
    near = round(slope, SLOPE_DIGITS)
    return scaled([factor_shifts(role, factor, near)[level] for factor, level in stated.items()])


def scaled(shifts: Sequence[Shift]) -> tuple[Shift, ...]:
    """Return the shifts of one person's facts, each as far as the spread of the others lets it move."""
    together = prod(shift.spread for shift in shifts)
    return tuple(replace(shift, position=shift.position * together / shift.spread) for shift in shifts)


def remaining_spread(shifts: tuple[Shift, ...]) -> float:
    """Return the standard deviation of positions that is left once the facts are known (1 = all)."""
    explained = sum(shift.explained for shift in shifts)
    return float(max(1 - explained, LEAST_VARIANCE) ** 0.5 * prod(shift.spread for shift in shifts))


def _relative_spreads(levels: Sequence[Level]) -> list[float]:
    """Return each level's spread, scaled so that the whole workforce keeps the variance BLS found."""
    spreads = [1.0 if isnan(level.spread) else level.spread for level in levels]
    average = sum(level.share * spread**2 for level, spread in zip(levels, spreads, strict=True)) ** 0.5
    return [spread / average for spread in spreads]


def _mixture_median(positions: Sequence[float], shares: Sequence[float], spreads: Sequence[float]) -> float:
    """Return the position below which half of a workforce of several levels lies.

    Newton's steps; where one leads too far (few people between the levels) half of what is left is cut off.
    """
    levels = tuple(zip(positions, shares, spreads, strict=True))
    low, high = min(positions), max(positions)
    middle = sum(share * position for position, share, _ in levels)
    step = high - low
    while abs(step) > EXACT:
        below = density = 0.0
        for position, share, spread in levels:
            distance = (middle - position) / spread
            below += share * erfc(-distance * ROOT_HALF) / 2
            density += share * exp(-distance * distance / 2) * DENSITY / spread
        low, high = (middle, high) if below < HALF else (low, middle)
        newton = (HALF - below) / density if density else inf
        inside = low <= middle + newton <= high and abs(newton) <= abs(step) / 2
        step = newton if inside else (low + high) / 2 - middle
        middle += step
    return middle


def _raw_position(level: Level, slope: float) -> float:
    if level.mode == "percentile":
        return NORMAL.inv_cdf(level.value / 100)
    return OVERLAP_KEPT * log(level.value) / max(slope, LEAST_SLOPE)
