"""What an area probably pays where BLS publishes no figure for the role.

1. The other legal and office occupations say how the area pays: the average log ratio of their medians
   here to their medians in the nation, each job counting the same.
2. Where the state publishes the role, its premium says what is special about the role there: by how much
   the role stands out in the state beyond those other jobs.
3. Part of that premium holds in the area too (the "state_premium" rows of data/factors.csv, fitted on
   other states than the one tried), the rest is shrunk away.
4. The nation's median of the role times both is the estimate; its spread is the larger area's.
5. How good this is: `leave_one_out`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import exp, log
from statistics import fmean, median
from typing import TYPE_CHECKING, Final

from lib.tables import load_levels, load_roles, load_wages
from lib.tables.factors import LOCATION, STATE_PREMIUM
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
        parent: Area code of the larger area whose figure of the role was used.
        ratio: The estimate over that figure; 1.0 if no other occupation could be compared.
        compared: Number of other occupations compared.
    """

    median: float
    parent: str
    ratio: float
    compared: int


@dataclass(frozen=True)
class Evidence:
    """What is known of a role's pay in an area without its own figure there, as log ratios to the nation.

    Attributes:
        others: Average over the other occupations in the area; 0 if none can be compared.
        premium: By how much the role stands out in the state beyond the same other occupations; 0 if unknown.
        compared: Number of other occupations.
    """

    others: float
    premium: float
    compared: int


def evidence(role: str, area_code: str, release: str) -> Evidence:
    """Collect the evidence on a role in an area from everything but its own figure.

    Args:
        role: Role key.
        area_code: BLS area code.
        release: Reference month.
    """
    soc_code = load_roles()[role].soc_code
    here = _ratios_to_nation(area_code, release)
    others = [soc for soc in here if soc != soc_code]
    if not others:
        return Evidence(0.0, 0.0, 0)
    parent = parent_of(load_wages().areas[area_code], soc_code, release)
    premium = 0.0
    if parent != NATION:
        there = _ratios_to_nation(parent, release)
        known = [there[soc] for soc in others if soc in there]
        premium = there[soc_code] - fmean(known) if known else 0.0
    return Evidence(fmean(here[soc] for soc in others), premium, len(others))


@cache
def _ratios_to_nation(area_code: str, release: str) -> dict[str, float]:
    """Return, for each occupation with a median in both, the log ratio of the area's to the nation's."""
    medians = load_wages().medians
    pairs = {
        role.soc_code: (medians.get((release, area_code, role.soc_code)), medians.get((release, NATION, role.soc_code)))
        for role in load_roles().values()
    }
    return {soc_code: log(here / there) for soc_code, (here, there) in pairs.items() if here and there}


def estimate_median(role: str, area_code: str, release: str) -> Fallback:
    """Estimate the median of a role in an area from everything but its own figure.

    Args:
        role: Role key.
        area_code: BLS area code.
        release: Reference month.

    Returns:
        The estimate; the larger area's figure as it stands if no other occupation can be compared.
    """
    soc_code = load_roles()[role].soc_code
    medians = load_wages().medians
    parent = parent_of(load_wages().areas[area_code], soc_code, release)
    there = medians[(release, parent, soc_code)]
    found = evidence(role, area_code, release)
    if not found.compared:
        return Fallback(there, parent, 1.0, 0)
    ratio = exp(found.others + premium_kept(role) * found.premium)
    result = medians[(release, NATION, soc_code)] * ratio
    return Fallback(result, parent, result / there, found.compared)


@cache
def premium_kept(role: str) -> float:
    """Return the share of a state's premium for the role that holds in the state's areas (data/factors.csv)."""
    return next(level.value for level in load_levels()[(role, LOCATION)] if level.level == STATE_PREMIUM)


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
