"""Pay factors (data/factors.csv): what a stated fact about a person does to pay.

Modes of a row:
    percentile: where the level stands in the local distribution, 0 to 100.
    multiplier: pay of the level over pay of the average worker.
    weight: weight of another occupation where an area publishes no figure for the role.
    deflator: exponent with which the price level divides pay; it never multiplies pay.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Final

from lib.tables.checks import TableError, fail_on, require_filled, require_one_of
from lib.tables.files import DATA, read_keyed_table, records, to_number
from lib.tables.roles import central_roles, load_roles
from lib.tables.sources import require_known_sources

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

FILE: Final = "factors.csv"
NUMBERS: Final = ("value", "low", "high", "share")
COLUMNS: Final = (
    "factor",
    "level",
    "label",
    "role",
    "mode",
    *NUMBERS,
    "share_basis",
    "confidence",
    "period",
    "source",
    "derivation",
)
MODES: Final = ("percentile", "multiplier", "weight", "deflator")
CONFIDENCES: Final = ("very low", "low", "low-medium", "medium-low", "medium", "medium-high", "high")
PROFILE_FACTORS: Final = ("experience", "firm_size", "employer", "specialization", "education", "credential")
LOCATION: Final = "location"


@dataclass(frozen=True)
class Level:
    """One level of a factor for one role: a row of data/factors.csv."""

    factor: str
    level: str
    label: str
    role: str
    mode: str
    value: float
    low: float
    high: float
    share: float
    share_basis: str
    confidence: str
    period: str
    source: str
    derivation: str


@cache
def load_factor_rows(folder: Path = DATA) -> pd.DataFrame:
    """Read and check data/factors.csv.

    Raises:
        TableError: If a value lies outside its own range, shares do not add up to 1, or another
            rule is broken.
    """
    rows = read_keyed_table(FILE, folder, columns=COLUMNS, key=["factor", "level", "role"])
    for column in NUMBERS:
        rows[column] = to_number(rows[column], file=FILE, name=column)
    show = ["factor", "level", "role"]
    require_filled(rows, ["label", "value", "low", "high", "derivation"], file=FILE, show=show)
    require_one_of(rows, "factor", (*PROFILE_FACTORS, LOCATION), file=FILE)
    require_one_of(rows, "role", central_roles(), file=FILE)
    require_one_of(rows, "mode", MODES, file=FILE)
    require_one_of(rows, "confidence", CONFIDENCES, file=FILE)
    require_one_of(rows, "share_basis", ("published", "derived", ""), file=FILE)
    require_known_sources(rows, file=FILE)
    outside = (rows["value"] < rows["low"]) | (rows["value"] > rows["high"])
    fail_on(outside, file=FILE, rule="value must lie between low and high", rows=rows, show=show)
    bounds = {"percentile": (0, 100), "multiplier": (0.2, 5), "weight": (0, 10), "deflator": (0, 5)}
    for mode, (low, high) in bounds.items():
        wrong = (rows["mode"] == mode) & ~rows["value"].between(low, high, inclusive="neither")
        fail_on(wrong, file=FILE, rule=f"a {mode} must lie between {low} and {high}", rows=rows, show=show)
    unknown = (rows["mode"] == "weight") & ~rows["level"].isin(load_roles())
    fail_on(unknown, file=FILE, rule="the level of a weight must be a role", rows=rows, show=show)
    wrong = (rows["share"] <= 0) | (rows["share"] > 1)
    fail_on(wrong, file=FILE, rule="a share must be more than 0 and at most 1", rows=rows, show=show)
    _check_shares(rows)
    return rows


def _check_shares(rows: pd.DataFrame) -> None:
    for factor, role in product(PROFILE_FACTORS, central_roles()):
        shares = rows.loc[(rows["factor"] == factor) & (rows["role"] == role), "share"]
        total = shares.sum()
        if shares.isna().any() or abs(total - 1) > 0.001:
            raise TableError(f"{FILE}: the shares of {factor} for {role} must add up to 1, found {total:.4f}.")


@cache
def load_levels(folder: Path = DATA) -> dict[tuple[str, str], tuple[Level, ...]]:
    """Return the levels of each (role, factor), in the order of the file.

    Raises:
        TableError: As `load_factor_rows`.
    """
    levels: dict[tuple[str, str], tuple[Level, ...]] = {}
    for record in records(load_factor_rows(folder)):
        level = Level(**record)
        key = (level.role, level.factor)
        levels[key] = (*levels.get(key, ()), level)
    return levels
