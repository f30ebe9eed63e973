"""Pay by industry (data/industry_pay.csv) and who works in legal services (data/staff_mix.csv).

Sources: U.S. Bureau of Labor Statistics, Occupational Outlook Handbook, pay by industry (medians in dollars a year);
Occupational Employment and Wage Statistics for NAICS 5411, turned into shares (0 to 1) by a third party.
BLS publishes no pay by industry for legal secretaries alone, only for the group of all secretaries (`GROUP`).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from lib.tables.checks import TableError, fail_on, require_filled, require_one_of
from lib.tables.files import DATA, read_keyed_table, records, to_number
from lib.tables.roles import load_roles
from lib.tables.sources import require_known_sources

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

PAY_FILE: Final = "industry_pay.csv"
MIX_FILE: Final = "staff_mix.csv"
PAY_COLUMNS: Final = ("role", "industry", "annual_median", "release", "source", "note")
MIX_COLUMNS: Final = (
    "soc_code",
    "soc_title",
    "role",
    "naics",
    "release",
    "share_of_jobs",
    "share_of_wage_bill",
    "source",
    "note",
)
SHARES: Final = ("share_of_jobs", "share_of_wage_bill")
GROUP: Final = "secretary_group"  # SOC 43-6010: executive, legal, medical and other secretaries
RELEASE: Final = r"20\d\d-(0[1-9]|1[0-2])"


@dataclass(frozen=True)
class IndustryPay:
    """Median pay of a role, or of the secretaries' group, in one industry (dollars a year)."""

    role: str
    industry: str
    annual_median: float
    release: str
    source: str
    note: str


@dataclass(frozen=True)
class StaffMix:
    """An occupation's share (0 to 1) of the jobs and of the wage bill in an industry; role is empty if not ours."""

    soc_code: str
    soc_title: str
    role: str
    naics: str
    release: str
    share_of_jobs: float
    share_of_wage_bill: float
    source: str
    note: str


@cache
def load_industry_pay(folder: Path = DATA) -> tuple[IndustryPay, ...]:
    """Return the medians in the order of the file.

    Raises:
        TableError: If data/industry_pay.csv breaks a rule.
    """
    rows = read_keyed_table(PAY_FILE, folder, columns=PAY_COLUMNS, key=["role", "industry", "release"])
    show = ["role", "industry"]
    require_one_of(rows, "role", (*load_roles(), GROUP), file=PAY_FILE)
    require_filled(rows, ["industry"], file=PAY_FILE, show=["role"])
    _check_release(rows, file=PAY_FILE)
    require_known_sources(rows, file=PAY_FILE)
    rows["annual_median"] = to_number(rows["annual_median"], file=PAY_FILE, name="annual_median")
    outside = ~rows["annual_median"].between(10_000, 500_000)
    fail_on(outside, file=PAY_FILE, rule="annual_median must lie between 10,000 and 500,000", rows=rows, show=show)
    unexplained = (rows["role"] == GROUP) & (rows["note"] == "")
    fail_on(unexplained, file=PAY_FILE, rule="the note must say what the group is", rows=rows, show=show)
    return tuple(IndustryPay(**record) for record in records(rows))


@cache
def load_staff_mix(folder: Path = DATA) -> tuple[StaffMix, ...]:
    """Return the occupations of legal services in the order of the file.

    Raises:
        TableError: If data/staff_mix.csv breaks a rule, or shares add up to more than the whole.
    """
    rows = read_keyed_table(MIX_FILE, folder, columns=MIX_COLUMNS, key=["soc_code", "naics", "release"])
    show = ["soc_code"]
    require_filled(rows, ["soc_title", "naics"], file=MIX_FILE, show=show)
    _check_release(rows, file=MIX_FILE)
    require_known_sources(rows, file=MIX_FILE)
    roles = {role.soc_code: role.role for role in load_roles().values()}
    wrong = rows["role"] != rows["soc_code"].map(roles).fillna("")
    fail_on(wrong, file=MIX_FILE, rule="role must be that of the soc_code, or empty", rows=rows, show=show)
    for column in SHARES:
        rows[column] = to_number(rows[column], file=MIX_FILE, name=column)
        no_share = ~((rows[column] > 0) & (rows[column] < 1))
        fail_on(no_share, file=MIX_FILE, rule=f"{column} must be more than 0 and less than 1", rows=rows, show=show)
        for (naics, release), shares in rows.groupby(["naics", "release"])[column]:
            if shares.sum() > 1:
                raise TableError(f"{MIX_FILE}: {column} of {naics}, {release}, adds up to {shares.sum():.4f}.")
    return tuple(StaffMix(**record) for record in records(rows))


def _check_release(rows: pd.DataFrame, *, file: str) -> None:
    wrong = ~rows["release"].str.fullmatch(RELEASE)
    fail_on(wrong, file=file, rule="release must be a year and a month, such as 2024-05", rows=rows, show=["release"])
