"""How strong each factor is: the published evidence and the pay cases together.

1. The evidence gives each level a value and a range; the range is read as a 95 % interval.
2. The pay cases pull a level from there, the more cases the further, and never out of the range.
3. A level without cases stays where the evidence put it. Both roles move by the same share of their ranges,
   until one of them is at its end.
4. Outlying cases count less (Huber), and recruiters' advertisements may pay a premium of their own, so
   that neither is mistaken for the effect of a practice area.
5. The values stand in data/factors.csv; a test estimates them again.

This is the most probable value under normal priors, found by Gauss-Newton steps.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from math import exp, inf, log
from typing import TYPE_CHECKING, Final

import numpy as np

from lib.pay.curve import NORMAL
from lib.pay.pay_points import pay_points
from lib.pay.shifts import SLOPE_DIGITS, level_shifts, scaled
from lib.tables import central_roles, load_levels

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from lib.pay.pay_points import PayPoint
    from lib.pay.shifts import Shift
    from lib.tables import Level

    Vector = npt.NDArray[np.float64]
    Ends = tuple[Vector, Vector]

RANGE_IN_DEVIATIONS: Final = 2 * NORMAL.inv_cdf(0.975)  # the evidence's range as a 95 % interval
SCATTER: Final = 0.2  # log pay: the root mean square distance of the cases from the model
HUBER: Final = 1.345  # scatters beyond which a case counts less; 95 % efficient (Huber 1964)
RECRUITER: Final = ("recruiter", "premium")
RECRUITER_SPREAD: Final = 0.15  # log pay: prior of a premium of advertisements of unnamed clients
ROUNDS: Final = 4
STEP: Final = 0.01
REMEMBERED: Final = 4_096  # sets of shifts: those of one estimate, the first of which the next asks for again

Key = tuple[str, str]  # factor and level


@dataclass(frozen=True)
class Strength:
    """What the cases make of the evidence on one level.

    Attributes:
        factor: Factor name.
        level: Level key.
        cases: Cases that state it.
        moved: Shift from the evidence, in standard deviations of its range.
        deviation: Standard deviation of ``moved`` once the cases are known; 1 if they say nothing.
    """

    factor: str
    level: str
    cases: int
    moved: float
    deviation: float

    def value(self, level: Level, deviations: float = 0.0) -> float:
        """Return the level's value, or one some standard deviations off, within the evidence's range."""
        return moved_level(level, self.moved + deviations * self.deviation).value


@cache
def estimate_strengths() -> tuple[Strength, ...]:
    """Estimate every level that a pay case states."""
    return fit(pay_points())


def fit(points: Sequence[PayPoint]) -> tuple[Strength, ...]:
    """Estimate the levels that the given pay cases state."""
    keys = _keys(points)
    ends = _ends(keys)
    moved = np.zeros(len(keys))
    for _ in range(ROUNDS):
        off, slopes = _linearised(points, keys, moved, ends)
        moved, deviations = _most_probable(off, slopes, moved, ends)
    stated = [set(_stated(point)) for point in points]
    return tuple(
        Strength(*key, sum(key in facts for facts in stated), float(shift), float(deviation))
        for key, shift, deviation in zip(keys, moved, deviations, strict=True)
    )


def cross_validated(points: Sequence[PayPoint]) -> tuple[dict[Key, float], ...]:
    """Return for each case the shifts of the levels, estimated without any case of its place."""
    places = [point.profile.area for point in points]
    shifts = {}
    for place in dict.fromkeys(places):
        elsewhere = [point for point in points if point.profile.area != place]
        shifts[place] = {(each.factor, each.level): each.moved for each in fit(elsewhere)}
    return tuple(shifts[place] for place in places)


def _most_probable(off: Vector, slopes: Vector, moved: Vector, ends: Ends) -> tuple[Vector, Vector]:
    """Solve the model, taken as straight around ``moved``; return the new shifts and their deviations.

    A level that has come to an end of its range and is pushed beyond it stays there while the others move on.
    """
    at = moved
    for _ in range(ROUNDS):
        left = off - slopes @ (at - moved)
        weights = np.minimum(1, HUBER * SCATTER / np.maximum(np.abs(left), 1e-9)) / SCATTER**2
        weighted = (slopes * weights[:, None]).T
        curvature = weighted @ slopes + np.eye(len(at))
        pull = weighted @ left - at
        free = ~((at <= ends[0]) & (pull < 0)) & ~((at >= ends[1]) & (pull > 0))
        step = np.zeros(len(at))
        step[free] = np.linalg.solve(curvature[np.ix_(free, free)], pull[free])
        at = np.clip(at + step, *ends)
    return at, np.sqrt(np.diag(np.linalg.inv(curvature)))


def _ends(keys: Sequence[Key]) -> Ends:
    """Return how far each level can move down and up until one role's value is at an end of its range."""
    ends = [_ends_of(*key) for key in keys]
    return np.array([low for low, _ in ends]), np.array([high for _, high in ends])


def _ends_of(factor: str, name: str) -> tuple[float, float]:
    if (factor, name) == RECRUITER:
        return -inf, inf
    levels = [level for role in central_roles() for level in load_levels()[(role, factor)] if level.level == name]
    downs, ups = [], []
    for level in levels:
        low, middle, high = (_height(level, value) for value in (level.low, level.proposed, level.high))
        deviation = (high - low) / RANGE_IN_DEVIATIONS
        downs.append((low - middle) / deviation if deviation else 0.0)
        ups.append((high - middle) / deviation if deviation else 0.0)
    return max(downs), min(ups)


def moved_level(level: Level, moved: float) -> Level:
    """Return a level with its value moved from the evidence, within the evidence's range.

    Args:
        level: A row of data/factors.csv.
        moved: Standard deviations of the range.
    """
    low, middle, high = (_height(level, value) for value in (level.low, level.proposed, level.high))
    height = min(max(middle + moved * (high - low) / RANGE_IN_DEVIATIONS, low), high)
    value = 100 * NORMAL.cdf(height) if level.mode == "percentile" else exp(height)
    return replace(level, value=value)


def _height(level: Level, value: float) -> float:
    return NORMAL.inv_cdf(value / 100) if level.mode == "percentile" else log(value)


def shifts_with(point: PayPoint, moved: dict[Key, float]) -> tuple[Shift, ...]:
    """Return the shifts of a case's stated facts if levels are moved from the evidence."""
    slope = round(point.curve.slope, SLOPE_DIGITS)
    found = [
        _shifts(point.profile.role, factor, slope, _of_factor(moved, factor))[level] for factor, level in _stated(point)
    ]
    return scaled(found)


def _of_factor(moved: dict[Key, float], factor: str) -> tuple[tuple[str, float], ...]:
    return tuple((level, shift) for (of_factor, level), shift in moved.items() if of_factor == factor)


@lru_cache(maxsize=REMEMBERED)
def _shifts(role: str, factor: str, slope: float, moved: tuple[tuple[str, float], ...]) -> dict[str, Shift]:
    return level_shifts(_levels(role, factor, moved), slope)


@lru_cache(maxsize=REMEMBERED)
def _levels(role: str, factor: str, moved: tuple[tuple[str, float], ...]) -> tuple[Level, ...]:
    by_level = dict(moved)
    return tuple(moved_level(level, by_level.get(level.level, 0.0)) for level in load_levels()[(role, factor)])


def _stated(point: PayPoint) -> list[Key]:
    return list(point.profile.stated.items())


def _keys(points: Sequence[PayPoint]) -> list[Key]:
    return [*sorted({fact for point in points for fact in _stated(point)}), RECRUITER]


def _linearised(points: Sequence[PayPoint], keys: list[Key], moved: Vector, ends: Ends) -> tuple[Vector, Vector]:
    """Return how far each case lies above the model (log pay), and its rise with each level's shift.

    A level moves every case that states its factor: the levels of a factor stay centred together.
    """
    off = _above_model(points, keys, moved)
    slopes = np.zeros((len(points), len(keys)))
    for at, (factor, _) in enumerate(keys):
        touched = [number for number, point in enumerate(points) if factor in (*point.profile.stated, point.employer)]
        stepped = moved.copy()
        step = STEP if moved[at] <= 0 and moved[at] < ends[1][at] else -STEP  # away from the end of the range
        stepped[at] += step
        slopes[touched, at] = (off[touched] - _above_model([points[each] for each in touched], keys, stepped)) / step
    return off, slopes


def _above_model(points: Sequence[PayPoint], keys: list[Key], moved: Vector) -> Vector:
    shifts = dict(zip(keys, moved.tolist(), strict=True))
    premium = RECRUITER_SPREAD * shifts[RECRUITER]
    return np.array(
        [log(point.middle / _expected(point, shifts)) - premium * (point.employer == RECRUITER[0]) for point in points]
    )


def _expected(point: PayPoint, moved: dict[Key, float]) -> float:
    return point.curve.wage(sum(shift.position for shift in shifts_with(point, moved)))
