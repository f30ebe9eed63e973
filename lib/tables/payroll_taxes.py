"""Employer payroll taxes and contributions (data/payroll_taxes.csv), federal and by state."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from lib.tables.checks import TableError, fail_on, require_filled, require_one_of
from lib.tables.files import DATA, read_keyed_table, records, to_number
from lib.tables.sources import require_known_sources

if TYPE_CHECKING:
    from pathlib import Path

FILE: Final = "payroll_taxes.csv"
COLUMNS: Final = (
    "state",
    "tax",
    "label",
    "rate",
    "wage_base",
    "from_headcount",
    "year",
    "included",
    "kind",
    "quality",
    "source",
    "note",
)
TAXES: Final = (
    "social_security",
    "medicare",
    "federal_unemployment",
    "state_unemployment",
    "state_leave",
    "state_training",
    "not_included",
)
FEDERAL: Final = "US"


@dataclass(frozen=True)
class PayrollTax:
    """A tax the employer pays on wages.

    Attributes:
        state: Postal code, or US for a federal tax.
        rate: Share of taxed pay; None where no rate was found.
        wage_base: Dollars of yearly pay that are taxed, per person; None for no cap.
        from_headcount: Smallest number of employees for which the row holds; of several rows for
            one state and tax the one with the largest threshold that is reached holds.
        included: False for taxes that are only mentioned, not counted.
        kind: "fact" or "estimate".
    """

    state: str
    tax: str
    label: str
    rate: float | None
    wage_base: float | None
    from_headcount: int
    year: int
    included: bool
    kind: str
    quality: str
    source: str
    note: str


@cache
def load_payroll_taxes(folder: Path = DATA) -> tuple[PayrollTax, ...]:
    """Read and check data/payroll_taxes.csv.

    Raises:
        TableError: If the file breaks a rule, such as a state without unemployment tax.
    """
    key = ["state", "tax", "label", "from_headcount"]
    rows = read_keyed_table(FILE, folder, columns=COLUMNS, key=key)
    show = ["state", "label"]
    require_one_of(rows, "tax", TAXES, file=FILE)
    require_one_of(rows, "kind", ("fact", "estimate"), file=FILE)
    require_one_of(rows, "included", ("yes", "no"), file=FILE)
    require_filled(rows, ["label", "from_headcount", "year", "quality"], file=FILE, show=show)
    require_known_sources(rows, file=FILE)
    for column in ("rate", "wage_base", "from_headcount", "year"):
        rows[column] = to_number(rows[column], file=FILE, name=column)
    missing = (rows["included"] == "yes") & ~rows["rate"].between(0, 0.15)
    fail_on(missing, file=FILE, rule="an included tax needs a rate between 0 and 0.15", rows=rows, show=show)
    wrong = (rows["from_headcount"] < 1) | (rows["from_headcount"] % 1 != 0)
    fail_on(wrong, file=FILE, rule="from_headcount must be a whole number from 1", rows=rows, show=show)
    fail_on(rows["wage_base"] <= 0, file=FILE, rule="wage_base must be more than 0 or empty", rows=rows, show=show)
    found = set(rows.loc[rows["tax"] == "state_unemployment", "state"])
    if len(found) != 51:
        raise TableError(f"{FILE}: state_unemployment must stand for 50 states and DC, found {len(found)}.")
    unknown = ~rows["state"].isin({FEDERAL, *found})
    fail_on(unknown, file=FILE, rule=f"state must be {FEDERAL} or have state_unemployment", rows=rows, show=show)
    return tuple(_tax(record) for record in records(rows))


def _tax(record: dict[str, Any]) -> PayrollTax:
    numbers = {
        "rate": _optional(record["rate"]),
        "wage_base": _optional(record["wage_base"]),
        "from_headcount": int(record["from_headcount"]),
        "year": int(record["year"]),
    }
    return PayrollTax(**{**record, **numbers, "included": record["included"] == "yes"})


def _optional(cell: float) -> float | None:
    return None if math.isnan(cell) else cell
