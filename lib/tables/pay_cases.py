"""Real pay points by which the pay model is judged (data/pay_cases.csv)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from lib.tables.checks import fail_on, require_filled, require_one_of
from lib.tables.files import DATA, read_keyed_table, to_number
from lib.tables.roles import central_roles
from lib.tables.sources import require_known_sources

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

FILE: Final = "pay_cases.csv"
MONEY: Final = ("low", "middle", "high")
COLUMNS: Final = (
    "case",
    "role",
    "place",
    "area_code",
    "release",
    "observed",
    "experience",
    "firm_size",
    "employer",
    "specialization",
    "employer_group",
    "kind",
    *MONEY,
    "source",
    "found_in",
    "address",
    "note",
)


@cache
def load_pay_cases(folder: Path = DATA) -> pd.DataFrame:
    """Read and check data/pay_cases.csv: one row a pay point, money in dollars a year.

    Raises:
        TableError: If the file breaks a rule.
    """
    rows = read_keyed_table(FILE, folder, columns=COLUMNS, key=["case"])
    require_one_of(rows, "role", central_roles(), file=FILE)
    require_filled(rows, ["area_code", "release", "kind", "found_in"], file=FILE, show=["case"])
    require_known_sources(rows, file=FILE)
    for column in MONEY:
        rows[column] = to_number(rows[column], file=FILE, name=column)
    wrong = ~((rows["low"] <= rows["middle"]) & (rows["middle"] <= rows["high"]))
    fail_on(wrong, file=FILE, rule="low, middle and high must rise", rows=rows, show=["case"])
    return rows
