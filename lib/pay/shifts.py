"""How far a stated fact moves a person in the local distribution, and how much of the spread it explains.

Positions are standard normal quantiles: 0 is the area's median worker. The shifts of a factor's levels
are centred so that the median of the whole workforce stays where BLS found it, and the spread within a
level is what the factor leaves unexplained; this is what rules out double counting.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import log
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
HALF: Final = 0.5
HALVINGS: Final = 40  # of an interval a few units wide: exact to the last digits


@dataclass(frozen=True)
class Shift:
    """What one stated fact does.

    Attributes:
        level: The stated level, a row of data/factors.csv.
        position: Standard deviations by which it moves the person.
        explained: Share of the variance of positions that the factor explains, over the workforce.
    """

    level: Level
    position: float
    explained: float


@cache
def factor_shifts(role: str, factor: str, slope: float) -> dict[str, Shift]:
    """Return the shift of every level of a factor.

    Args:
        role: Role key.
        factor: Factor name.
        slope: Rise of log pay for one standard deviation in the area.
    """
    levels = factor_levels(role, factor)
    raw = [_raw_position(level, slope) for level in levels]
    shares = [level.share for level in levels]
    mean = sum(share * position for share, position in zip(shares, raw, strict=True))
    explained = sum(share * (position - mean) ** 2 for share, position in zip(shares, raw, strict=True))
    centre = _mixture_median(raw, shares, max(1 - explained, LEAST_VARIANCE) ** 0.5)
    return {
        level.level: Shift(level, position - centre, explained) for level, position in zip(levels, raw, strict=True)
    }


def shifts_of(role: str, stated: Mapping[str, str], slope: float) -> tuple[Shift, ...]:
    """Return the shifts of all stated facts, in their order."""
    return tuple(factor_shifts(role, factor, slope)[level] for factor, level in stated.items())


def remaining_spread(shifts: tuple[Shift, ...]) -> float:
    """Return the standard deviation of positions that is left once the facts are known (1 = all)."""
    explained = sum(shift.explained for shift in shifts)
    return float(max(1 - explained, LEAST_VARIANCE) ** 0.5)


def _mixture_median(positions: Sequence[float], shares: Sequence[float], spread: float) -> float:
    """Return the position below which half of a workforce of several levels lies."""
    low, high = min(positions), max(positions)
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        pairs = zip(positions, shares, strict=True)
        if sum(share * NORMAL.cdf((middle - position) / spread) for position, share in pairs) < HALF:
            low = middle
        else:
            high = middle
    return middle


def _raw_position(level: Level, slope: float) -> float:
    if level.mode == "percentile":
        return NORMAL.inv_cdf(level.value / 100)
    return OVERLAP_KEPT * log(level.value) / max(slope, LEAST_SLOPE)
