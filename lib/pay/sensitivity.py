"""Which stated fact moves an estimate most, and how sure its strength is: the factors' ranges carried through."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pandas as pd

from lib.pay.profile import factor_levels
from lib.pay.shifts import SLOPE_DIGITS, factor_shifts, level_shifts, scaled
from lib.pay.words import dollars

if TYPE_CHECKING:
    from lib.pay.estimate import Estimate
    from lib.pay.shifts import Shift
    from lib.tables import Level


@dataclass(frozen=True)
class Effect:
    """What one stated fact does to the median, all others as stated.

    Attributes:
        level: The stated level.
        without: The estimate's median if this fact were not stated, in dollars a year.
        low: The median if the level had the lowest value the evidence allows.
        value: The median as estimated.
        high: The median if the level had the highest value the evidence allows.
    """

    level: Level
    without: float
    low: float
    value: float
    high: float

    @property
    def dollars(self) -> float:
        """What the fact adds or takes away."""
        return self.value - self.without


def effects(found: Estimate) -> tuple[Effect, ...]:
    """Return the effect of each stated fact, the largest first."""
    stated = [_effect(found, shift.level) for shift in found.shifts]
    return tuple(sorted(stated, key=lambda effect: -abs(effect.dollars)))


def _effect(found: Estimate, level: Level) -> Effect:
    stated = found.profile.stated
    without = {factor: value for factor, value in stated.items() if factor != level.factor}
    return Effect(
        level=level,
        without=_median(found, _shifts(found, without)),
        low=_median(found, _shifts(found, stated, replace(level, value=level.low))),
        value=found.median,
        high=_median(found, _shifts(found, stated, replace(level, value=level.high))),
    )


def _shifts(found: Estimate, stated: dict[str, str], changed: Level | None = None) -> tuple[Shift, ...]:
    role, slope = found.profile.role, round(found.market.curve.slope, SLOPE_DIGITS)
    shifts = []
    for factor, value in stated.items():
        if changed is not None and factor == changed.factor:
            levels = [changed if level.level == changed.level else level for level in factor_levels(role, factor)]
            shifts.append(level_shifts(levels, slope)[value])
        else:
            shifts.append(factor_shifts(role, factor, slope)[value])
    return scaled(shifts)


def _median(found: Estimate, shifts: tuple[Shift, ...]) -> float:
    return found.market.curve.wage(sum(shift.position for shift in shifts))


def effect_table(found: Estimate) -> pd.DataFrame:
    """Return the effects as text: fact, dollars, and the median over the range of the fact's strength."""
    return pd.DataFrame(
        [
            {
                "Stated fact": effect.level.label,
                "Median without it": dollars(effect.without),
                "Median if its strength is at the low or high end": _ends(effect),
                "Confidence": effect.level.confidence,
            }
            for effect in effects(found)
        ]
    )


def _ends(effect: Effect) -> str:
    if effect.level.low == effect.level.high:
        return "the level others are compared with: no range"
    return f"{dollars(effect.low)} to {dollars(effect.high)}"


def effect_sentence(found: Estimate) -> str:
    """Say which stated fact moves the estimate most; empty if nothing is stated."""
    ordered = effects(found)
    if not ordered:
        return ""
    most = ordered[0]
    return (
        f"“{most.level.label}” moves this estimate most: without it the median would be {dollars(most.without)} "
        f"instead of {dollars(most.value)}. Over the range that the evidence on it allows, the median lies between "
        f"{dollars(most.low)} and {dollars(most.high)}"
    )
