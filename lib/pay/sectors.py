"""Where each role works and what it pays there: national sectors (NAICS) of the wage survey."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from lib.pay.market import PUBLISHED, release_words
from lib.pay.words import dollars
from lib.tables import CellState, central_roles, load_roles, load_wages
from lib.tables.files import records
from lib.tables.wage_schema import ALL_INDUSTRIES, NATION, STATE_WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# What people call BLS's sectors; the code stands beside it in tables.
SECTOR_WORDS: Final = {
    "11": "Agriculture and forestry",
    "21": "Mining, oil and gas",
    "22": "Utilities",
    "23": "Construction",
    "31-33": "Manufacturing",
    "42": "Wholesale trade",
    "44-45": "Retail trade",
    "48-49": "Transportation and warehousing",
    "51": "Information",
    "52": "Finance and insurance",
    "53": "Real estate and rental",
    "54": "Law firms and other professional services",
    "55": "Head offices of companies",
    "56": "Administrative and support services",
    "61": "Education",
    "62": "Health care and social assistance",
    "71": "Arts and recreation",
    "72": "Hotels and restaurants",
    "81": "Associations and other services",
    "99": "Government, without schools and hospitals",
}
MOST_DRAWN: Final = 8
ENOUGH_JOBS: Final = 1_000  # of a sector that a sentence holds up
LEAST_SHARE: Final = 0.001  # below it a share is not told in digits
NO_ROW: Final = "not published"


@cache
def sector_release() -> str:
    """Return the newest release with sectors in our data."""
    rows = load_wages().rows
    return str(rows.loc[rows["naics"] != ALL_INDUSTRIES, "release"].max())


@cache
def sectors() -> pd.DataFrame:
    """Return both roles by sector, the one with the most jobs first. Shared: do not change the frame.

    Returns:
        Columns naics, label and, for each role, the role's key (median in dollars a year, NaN where there is none)
        and the key with _basis ("published"), _jobs, _share (of the role's jobs in all industries, 0 to 1) and _why
        (why there is no median, else empty).
    """
    by_role = {role: _by_sector(role) for role in central_roles()}
    codes = sorted({code for found in by_role.values() for code in found})
    rows = []
    for code in codes:
        row: dict[str, Any] = {"naics": code, "label": _label(code)}
        for role, found in by_role.items():
            row |= {f"{role}{end}": value for end, value in found.get(code, _absent()).items()}
        rows.append(row)
    frame = pd.DataFrame(rows)
    jobs = frame[[f"{role}_jobs" for role in by_role]].sum(axis=1)
    return frame.loc[jobs.sort_values(ascending=False, kind="stable").index].reset_index(drop=True)


def _by_sector(role: str) -> dict[str, dict[str, Any]]:
    """Return median, basis, jobs, share and why by NAICS code."""
    wages, soc_code, release = load_wages(), load_roles()[role].soc_code, sector_release()
    rows = wages.rows
    chosen = rows[(rows["release"] == release) & (rows["naics"] != ALL_INDUSTRIES) & (rows["soc_code"] == soc_code)]
    total = wages.find(release, NATION, soc_code)
    all_jobs = float("nan") if total is None or total.employment is None else total.employment
    marks = wages.states.loc[chosen.index, "annual_median"]
    return {
        row["naics"]: {
            "": row["annual_median"],
            "_basis": PUBLISHED,
            "_jobs": row["employment"],
            "_share": row["employment"] / all_jobs,
            "_why": STATE_WORDS[CellState(mark)] if mark else "",
        }
        for row, mark in zip(records(chosen), marks, strict=True)
    }


def _absent() -> dict[str, Any]:
    nothing = float("nan")
    return {"": nothing, "_basis": "", "_jobs": nothing, "_share": nothing, "_why": NO_ROW}


def _label(code: str) -> str:
    return SECTOR_WORDS.get(code, f"Sector {code}")


def sector_sentence() -> str:
    """Say in which sector most people of each role work."""
    first, second = (_largest(role) for role in central_roles())
    share, other = (
        f"{row[f'{role}_share']:.0%} of {_plural(role)}"
        for role, row in zip(central_roles(), (first, second), strict=True)
    )
    if first["naics"] == second["naics"]:
        return f"{share} and {other} work in {_lower(first['label'])}"
    return f"{share} work in {_lower(first['label'])}, {other} in {_lower(second['label'])}"


def best_paid_sentence() -> str:
    """Say where each role's median is highest, among the sectors with enough jobs of that role to speak of."""
    parts = []
    for role in central_roles():
        spoken_of = [row for row in records(sectors()) if row[f"{role}_jobs"] >= ENOUGH_JOBS and row[role] == row[role]]
        row = max(spoken_of, key=lambda row: float(row[role]))
        jobs = f"{row[f'{role}_jobs']:,.0f} jobs"
        parts.append(f"{_plural(role)} {dollars(row[role])} in {_lower(row['label'])} ({jobs})")
    return f"Highest medians among sectors with at least {ENOUGH_JOBS:,} jobs of the role: {'; '.join(parts)}."


def _largest(role: str) -> dict[str, Any]:
    known = [row for row in records(sectors()) if row[f"{role}_jobs"] == row[f"{role}_jobs"]]
    return max(known, key=lambda row: float(row[f"{role}_jobs"]))


def _plural(role: str) -> str:
    return load_roles()[role].plural.lower()


def _lower(label: str) -> str:
    return label[0].lower() + label[1:]


@cache
def sector_medians() -> pd.DataFrame:
    """Return the medians of both roles by sector as a table of text. Shared: do not change it."""
    return _text_table(lambda row, role: row[f"{role}_why"] or dollars(row[role]))


@cache
def sector_jobs() -> pd.DataFrame:
    """Return the jobs of both roles by sector and their shares as a table of text. Shared: do not change it."""
    return _text_table(_jobs_words)


def _text_table(words: Callable[[Mapping[str, Any], str], str]) -> pd.DataFrame:
    rows = records(sectors())
    table = {"Sector (NAICS)": [f"{row['label']} ({row['naics']})" for row in rows]}
    return pd.DataFrame(
        table | {load_roles()[role].plural: [words(row, role) for row in rows] for role in central_roles()}
    )


def _jobs_words(row: Mapping[str, Any], role: str) -> str:
    jobs, share = row[f"{role}_jobs"], row[f"{role}_share"]
    if jobs != jobs:
        return NO_ROW
    return f"{jobs:,.0f} ({share:.1%})" if share >= LEAST_SHARE else f"{jobs:,.0f} (under {LEAST_SHARE:.1%})"


def sector_dots() -> pd.DataFrame:
    """Return the sectors with the most jobs as a chart of places takes them."""
    return sectors().head(MOST_DRAWN)


def sector_origin() -> str:
    """Say where the figures come from and what they leave out."""
    return (
        f"BLS OEWS, {release_words(sector_release())}, United States, by sector: the newest release with sectors in "
        "our data, whatever release is chosen above. Jobs leave out the self-employed."
    )
