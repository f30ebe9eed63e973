"""What an area probably pays where BLS publishes no figure for the role.

The state's figure (or the nation's) times the average ratio, area over state, of the medians of the
other legal and office occupations there. How good this is: `leave_one_out`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import exp, log
from statistics import median
from typing import TYPE_CHECKING, Final

from lib.tables import load_levels, load_roles, load_wages
from lib.tables.factors import LOCATION
from lib.tables.wage_schema import NATION

if TYPE_CHECKING:
    from lib.tables import Area

SCALED: Final = "scaled"
PARENT: Final = "parent"
NATIONAL: Final = "nation"
LOCAL: Final = ("metro", "nonmetro")
STATEWIDE: Final = ("state",)


@dataclass(frozen=True)
class Fallback:
    """An estimated median.

    Attributes:
        median: Dollars a year.
        parent: Area code of the larger area whose figure was scaled.
        ratio: Scaling applied to it; 1.0 if no other occupation could be compared.
        compared: Number of other occupations compared.
    """

    median: float
    parent: str
    ratio: float
    compared: int


def estimate_median(role: str, area_code: str, release: str) -> Fallback:
    """Estimate the median of a role in an area from everything but its own figure.

    Args:
        role: Role key.
        area_code: BLS area code.
        release: Reference month.

    Returns:
        The estimate; the parent's figure as it stands if no other occupation can be compared.
    """
    soc_code = load_roles()[role].soc_code
    medians = load_wages().medians
    parent = parent_of(load_wages().areas[area_code], soc_code, release)
    total, weights, compared = 0.0, 0.0, 0
    for other, weight in _weights(role):
        here, there = medians.get((release, area_code, other)), medians.get((release, parent, other))
        if here and there:
            total += weight * log(here / there)
            weights += weight
            compared += 1
    ratio = exp(total / weights) if weights else 1.0
    return Fallback(medians[(release, parent, soc_code)] * ratio, parent, ratio, compared)


def parent_of(area: Area, soc_code: str, release: str) -> str:
    """Return the code of a local area's state if its median is published, else of the nation."""
    wages = load_wages()
    if area.area_type in LOCAL:
        code = state_codes().get(area.state)
        if code and (release, code, soc_code) in wages.medians:
            return code
    return NATION


@cache
def state_codes() -> dict[str, str]:
    """Return the BLS area code of each state and territory by postal code."""
    areas = load_wages().areas.values()
    return {area.state: area.area_code for area in areas if area.area_type in ("state", "territory")}


@cache
def _weights(role: str) -> tuple[tuple[str, float], ...]:
    roles = load_roles()
    levels = load_levels()[(role, LOCATION)]
    return tuple((roles[level.level].soc_code, level.value) for level in levels if level.mode == "weight")


@cache
def leave_one_out(
    role: str, release: str, kinds: tuple[str, ...] = LOCAL, *, method: str = SCALED
) -> tuple[tuple[str, float], ...]:
    """Estimate every area that does publish a median as if it did not.

    Args:
        role: Role key.
        release: Reference month.
        kinds: Area types to try.
        method: SCALED for the fallback; for comparison PARENT for the larger area's figure as it stands,
            NATIONAL for the nation's.

    Returns:
        (area code, estimate / published - 1) for each area.
    """
    wages = load_wages()
    soc_code = load_roles()[role].soc_code
    errors = []
    for (of_release, area_code, of_soc), published in wages.medians.items():
        wanted = (of_release, of_soc) == (release, soc_code) and wages.areas[area_code].area_type in kinds
        if wanted:
            guess = _guess(role, area_code, release, method)
            errors.append((area_code, guess / published - 1))
    return tuple(errors)


def _guess(role: str, area_code: str, release: str, method: str) -> float:
    if method == NATIONAL:
        return load_wages().medians[(release, NATION, load_roles()[role].soc_code)]
    found = estimate_median(role, area_code, release)
    return found.median / found.ratio if method == PARENT else found.median


@cache
def usual_error(role: str, release: str, kinds: tuple[str, ...] = LOCAL, *, method: str = SCALED) -> float:
    """Return the median absolute error of the fallback as a share, leaving out one area at a time.

    A release without such areas takes the error of the newest release that has them.
    """
    tried = (leave_one_out(role, each, kinds, method=method) for each in (release, *load_wages().releases))
    return median(abs(error) for _, error in next(errors for errors in tried if errors))
