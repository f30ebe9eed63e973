"""How many lawyers there are for each paralegal and each legal secretary: in the country, here, and in the firm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from lib.careers.lawyer_hour import LAWYER
from lib.hiring.difference import joined
from lib.pay.market import place_words, release_words
from lib.tables import central_roles, load_roles, load_wages
from lib.tables.industry_pay import load_staff_mix
from lib.tables.outlook import START_YEAR, load_outlook
from lib.tables.wage_schema import NATION

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class StaffRatio:
    """Lawyers for each member of staff.

    Attributes:
        where: Whose ratio it is, in words.
        by_role: Lawyers for each paralegal and each legal secretary; a role without a figure is missing.
    """

    where: str
    by_role: Mapping[str, float]

    @property
    def words(self) -> str:
        """The ratio in words, such as 1.9 lawyers for each paralegal."""
        parts = [
            f"{ratio:.1f} {'lawyers ' if not at else ''}for each {load_roles()[role].label.lower()}"
            for at, (role, ratio) in enumerate(self.by_role.items())
        ]
        return joined(parts)


def ratio_history() -> pd.DataFrame:
    """Return the nation's ratios by release: year, release, role, label, ratio, in the order of role and year."""
    wages = load_wages()
    return pd.DataFrame(
        {
            "year": int(release[:4]),
            "release": release,
            "role": role,
            "label": load_roles()[role].plural,
            "ratio": ratio,
        }
        for role in central_roles()
        for release in reversed(wages.releases)
        if (ratio := _of_area(NATION, release).by_role.get(role)) is not None
    )


def market_ratios(area: str) -> tuple[StaffRatio, ...]:
    """Return what a firm may hold its own ratio against.

    The nation and the place count employees only: lawyers who own their firm are missing from the wage survey. The
    projections count them. Law firms and the like are one industry, in its newest figures that we have.

    Args:
        area: BLS area code.
    """
    newest = load_wages().releases[0]
    shares = {row.role: row.share_of_jobs for row in load_staff_mix()}
    jobs = {role: float(load_outlook()[role].employment_start) for role in (*central_roles(), LAWYER)}
    release = next(row.release for row in load_staff_mix())
    places = [NATION] if area == NATION else [NATION, area]
    found = [_of_area(place, newest) for place in places]
    found.append(StaffRatio(f"with the self-employed, {START_YEAR}", _ratios(jobs)))
    found.append(StaffRatio(f"law firms and other legal services, {release_words(release)}", _ratios(shares)))
    return tuple(ratio for ratio in found if ratio.by_role)


def own_ratio(lawyers: float, staff: Mapping[str, float]) -> StaffRatio:
    """Return a firm's own ratio.

    Args:
        lawyers: Number of lawyers.
        staff: Positions by role; a role nobody has is missing from the ratio.

    Raises:
        ValueError: If there is no lawyer.
    """
    if lawyers <= 0:
        raise ValueError("Type the number of lawyers: at least 1.")
    return StaffRatio("this office", {role: lawyers / count for role, count in staff.items() if count})


def ratio_sentence() -> str:
    """Say what the nation's ratios are now and what they were."""
    history = ratio_history()
    parts = []
    for _, rows in history.groupby("role", sort=False):
        first, last = rows.iloc[0], rows.iloc[-1]
        role = load_roles()[last["role"]].label.lower()
        parts.append(f"{last['ratio']:.1f} for each {role} ({first['ratio']:.1f} in {first['year']})")
    return f"The country has {parts[0].replace(' for', ' lawyers for', 1)} and {parts[1]}"


def _of_area(area: str, release: str) -> StaffRatio:
    jobs = {role: _jobs(area, role, release) for role in (*central_roles(), LAWYER)}
    known = {role: count for role, count in jobs.items() if count}
    return StaffRatio(f"{place_words(load_wages().areas[area])}, {release_words(release)}", _ratios(known))


def _ratios(jobs: Mapping[str, float]) -> dict[str, float]:
    if LAWYER not in jobs:
        return {}
    return {role: jobs[LAWYER] / jobs[role] for role in central_roles() if role in jobs}


def _jobs(area: str, role: str, release: str) -> float | None:
    row = load_wages().find(release, area, load_roles()[role].soc_code)
    return row.employment if row else None
