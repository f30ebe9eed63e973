"""Medians of a place over the releases, in stretches that may be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib.tables import load_roles, load_wages

if TYPE_CHECKING:
    from collections.abc import Sequence

CAUTION = (
    "BLS advises caution when comparing years: each figure pools three years of survey panels, methods changed in "
    "2021, and occupations were redefined in 2019. Years are joined only where our data has both and the area kept "
    "its name and code."
)


def place_history(area_code: str, roles: Sequence[str]) -> pd.DataFrame:
    """Return the published medians of a place, oldest first.

    Args:
        area_code: BLS area code.
        roles: Role keys.

    Returns:
        Columns year, role, label, median (dollars a year) and segment: points of a role with the same number
        follow year on year under the same area definition.
    """
    rows = [row for role in roles for row in _of_role(area_code, role)]
    return pd.DataFrame(rows, columns=["year", "role", "label", "median", "segment"])


def _of_role(area_code: str, role: str) -> list[dict[str, object]]:
    wages, soc_code = load_wages(), load_roles()[role].soc_code
    points: list[dict[str, object]] = []
    last_year, last_title, segment = 0, "", 0
    for release in sorted(wages.releases):
        row = wages.find(release, area_code, soc_code)
        if row is None or row.median is None:
            continue
        year = int(release[:4])
        if points and (year != last_year + 1 or row.area_title != last_title):
            segment += 1
        label = load_roles()[role].plural
        points.append({"year": year, "role": role, "label": label, "median": row.median, "segment": segment})
        last_year, last_title = year, row.area_title
    return points


def history_table(history: pd.DataFrame) -> pd.DataFrame:
    """Return the medians as text, one row a year, a dash where there is none."""
    wide = history.pivot_table(index="year", columns="label", values="median", sort=False).sort_index()
    text = wide.map(lambda median: f"${median:,.0f}" if median == median else "–")
    return text.reset_index().rename(columns={"year": "Year"}).astype(str)
