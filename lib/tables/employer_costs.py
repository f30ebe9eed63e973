"""What an employer adds to pay besides taxes, and the defaults for it (data/employer_costs.csv)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from lib.tables.checks import fail_on, require_filled, require_one_of
from lib.tables.files import DATA, read_keyed_table, records, to_number
from lib.tables.roles import central_roles
from lib.tables.sources import require_known_sources

if TYPE_CHECKING:
    from pathlib import Path

FILE: Final = "employer_costs.csv"
COLUMNS: Final = (
    "item",
    "role",
    "firm_headcount",
    "value",
    "low",
    "high",
    "unit",
    "kind",
    "quality",
    "period",
    "source",
    "derivation",
)
ALL: Final = "all"
HEADCOUNT_CLASSES: Final = {"1-49": 1, "50-99": 50, "100-499": 100, "500+": 500}  # smallest headcount


@dataclass(frozen=True)
class EmployerCost:
    """A default of the hiring model with its range and origin."""

    item: str
    role: str
    firm_headcount: str
    value: float
    low: float
    high: float
    unit: str
    kind: str
    quality: str
    period: str
    source: str
    derivation: str


@cache
def load_employer_costs(folder: Path = DATA) -> tuple[EmployerCost, ...]:
    """Read and check data/employer_costs.csv.

    Raises:
        TableError: If the file breaks a rule.
    """
    rows = read_keyed_table(FILE, folder, columns=COLUMNS, key=["item", "role", "firm_headcount"])
    show = ["item", "role", "firm_headcount"]
    require_one_of(rows, "role", (ALL, *central_roles()), file=FILE)
    require_one_of(rows, "firm_headcount", (ALL, *HEADCOUNT_CLASSES), file=FILE)
    require_one_of(rows, "kind", ("fact", "estimate"), file=FILE)
    require_filled(rows, ["unit", "quality", "derivation"], file=FILE, show=show)
    require_known_sources(rows, file=FILE)
    for column in ("value", "low", "high"):
        rows[column] = to_number(rows[column], file=FILE, name=column)
    outside = ~((rows["low"] <= rows["value"]) & (rows["value"] <= rows["high"]))
    fail_on(outside, file=FILE, rule="value must lie between low and high", rows=rows, show=show)
    return tuple(EmployerCost(**record) for record in records(rows))
