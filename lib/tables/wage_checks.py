"""The rules of data/bls_wages.csv."""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING, Final

from lib.tables.checks import TableError, fail_on, require_one_of, require_unique
from lib.tables.wage_schema import (
    ALL_INDUSTRIES,
    AREA_TYPES,
    FILE,
    HOURLY_PERCENTILES,
    KEY,
    NATION,
    PERCENTILES,
    STATED_COLUMNS,
)

if TYPE_CHECKING:
    import pandas as pd

SHOW: Final = ["release", "area_title", "soc_code"]
HOURLY: Final = ("hourly_mean", *HOURLY_PERCENTILES)
ANNUAL: Final = ("annual_mean", *PERCENTILES)
CENTRAL: Final = ("23-2011", "43-6012")  # paralegals, legal secretaries
CODE_PATTERNS: Final = {
    "release": r"20\d\d-\d\d",
    "area_code": r"\d\d|\d{5}|\d{7}",
    "soc_code": r"\d\d-\d{4}",
}

# Published figures every copy of the file must reproduce: national annual medians and means from
# BLS's own workbooks national_M2024_dl.xlsx and national_M2025_dl.xlsx.
KNOWN_FIGURES: Final = {
    ("2024-05", "23-2011", "annual_median"): 61_010,
    ("2024-05", "23-2011", "annual_mean"): 66_510,
    ("2024-05", "43-6012", "annual_median"): 54_140,
    ("2024-05", "43-6012", "annual_mean"): 60_320,
    ("2025-05", "23-2011", "annual_median"): 62_890,
    ("2025-05", "23-2011", "annual_mean"): 69_700,
    ("2025-05", "43-6012", "annual_median"): 55_570,
    ("2025-05", "43-6012", "annual_mean"): 60_620,
}
# BLS rounds hourly wages to cents and annual wages to $10: 2,080 x $0.005 + $5 = $15.40.
HOURS_A_YEAR: Final = 2080
ROUNDING: Final = 15.5


def check_wages(rows: pd.DataFrame) -> None:
    """Check a table of wage rows.

    Args:
        rows: The columns of `COLUMNS`, stated columns as numbers with NaN for no number.

    Raises:
        TableError: On the first broken rule.
    """
    require_unique(rows, KEY, file=FILE)
    require_one_of(rows, "area_type", AREA_TYPES.values(), file=FILE)
    _check_codes(rows)
    _check_order(rows, PERCENTILES)
    _check_order(rows, HOURLY_PERCENTILES)
    for column in STATED_COLUMNS:
        fail_on(rows[column] < 0, file=FILE, rule=f"{column} must not be negative", rows=rows, show=SHOW)
    for column in (*ANNUAL, *HOURLY):
        fail_on(rows[column] == 0, file=FILE, rule=f"{column} must be more than 0", rows=rows, show=SHOW)
    _check_hourly(rows)
    _check_coverage(rows)
    _check_known_figures(rows)


def _check_codes(rows: pd.DataFrame) -> None:
    for column, pattern in CODE_PATTERNS.items():
        wrong = ~rows[column].str.fullmatch(pattern)
        fail_on(wrong, file=FILE, rule=f"{column} must match {pattern}", rows=rows, show=[column])


def _check_hourly(rows: pd.DataFrame) -> None:
    for hourly, annual in zip(HOURLY, ANNUAL, strict=True):
        off = (rows[hourly] * HOURS_A_YEAR - rows[annual]).abs() > ROUNDING
        rule = f"{hourly} x 2,080 must equal {annual}"
        fail_on(off, file=FILE, rule=rule, rows=rows, show=[*SHOW, hourly, annual])


def _check_order(rows: pd.DataFrame, columns: tuple[str, ...]) -> None:
    filled = rows[list(columns)].ffill(axis=1)
    for lower, upper in pairwise(columns):
        wrong = rows[upper].notna() & (rows[upper] < filled[lower])
        rule = f"{upper} must not be below {lower}"
        fail_on(wrong, file=FILE, rule=rule, rows=rows, show=[*SHOW, lower, upper])


def _check_coverage(rows: pd.DataFrame) -> None:
    newest = rows["release"].max()
    latest = rows[(rows["release"] == newest) & (rows["naics"] == ALL_INDUSTRIES)]
    for soc_code in CENTRAL:
        of_role = latest[latest["soc_code"] == soc_code]
        states = set(of_role.loc[of_role["area_type"] == "state", "state"].unique())
        if len(states) != 51:
            raise TableError(
                f"{FILE}, release {newest}: {soc_code} must have rows for 50 states and DC, found {len(states)}."
            )
    complete = rows[rows[list(PERCENTILES)].notna().all(axis=1)]
    national = complete[(complete["area_code"] == NATION) & (complete["naics"] == ALL_INDUSTRIES)]
    releases = {*rows["release"].unique(), *(release for release, _, _ in KNOWN_FIGURES)}
    for release, soc_code in product(sorted(releases), CENTRAL):
        if not ((national["release"] == release) & (national["soc_code"] == soc_code)).any():
            raise TableError(
                f"{FILE}, release {release}: {soc_code} must have a row for the nation with all five percentiles."
            )


def _check_known_figures(rows: pd.DataFrame) -> None:
    national = rows[(rows["area_code"] == NATION) & (rows["naics"] == ALL_INDUSTRIES)]
    for (release, soc_code, column), published in KNOWN_FIGURES.items():
        row = national[(national["release"] == release) & (national["soc_code"] == soc_code)]
        rule = f"BLS published {published:,} as {column}"
        fail_on(row[column] != published, file=FILE, rule=rule, rows=rows, show=["release", "soc_code", column])
