"""Pay factors (data/factors.csv): what a stated fact about a person does to pay.

Modes of a row:
    percentile: where the level stands in the local distribution, 0 to 100.
    multiplier: pay of the level over pay of the average worker.
    kept: share of a state's premium for the role that holds in an area without its own figure.
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
NUMBERS: Final = ("proposed", "value", "low", "high", "spread", "share")
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
MODES: Final = ("percentile", "multiplier", "kept", "deflator")
CONFIDENCES: Final = ("very low", "low", "low-medium", "medium-low", "medium", "medium-high", "high")
PROFILE_FACTORS: Final = ("employer", "experience", "firm_size", "specialization", "education", "credential")
LOCATION: Final = "location"
STATE_PREMIUM: Final = "state_premium"


@dataclass(frozen=True)
class Level:
    """One level of a factor for one role: a row of data/factors.csv.

    Attributes:
        proposed: What the published evidence alone says.
        value: What the model uses: the evidence and the pay cases together, within low and high.
        low: Lower end of what the evidence allows.
        high: Upper end of what the evidence allows.
        spread: Of an employer, how far pay spreads there compared with other employers; else NaN.
        share: Share of the workforce; NaN for location.
    """

    factor: str
    level: str
    label: str
    role: str
    mode: str
    proposed: float
    value: float
    low: float
    high: float
    spread: float
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
    require_filled(rows, ["label", "proposed", "value", "low", "high", "derivation"], file=FILE, show=show)
    require_one_of(rows, "factor", (*PROFILE_FACTORS, LOCATION), file=FILE)
    require_one_of(rows, "role", load_roles(), file=FILE)
    ladder = (rows["factor"] != LOCATION) & ~rows["role"].isin(central_roles())
    fail_on(ladder, file=FILE, rule=f"role must be one of {', '.join(central_roles())}", rows=rows, show=show)
    require_one_of(rows, "mode", MODES, file=FILE)
    require_one_of(rows, "confidence", CONFIDENCES, file=FILE)
    require_one_of(rows, "share_basis", ("published", "derived", ""), file=FILE)
    require_known_sources(rows, file=FILE)
    for column in ("proposed", "value"):
        outside = (rows[column] < rows["low"]) | (rows[column] > rows["high"])
        fail_on(outside, file=FILE, rule=f"{column} must lie between low and high", rows=rows, show=show)
    bounds = {"percentile": (0, 100), "multiplier": (0.2, 5), "kept": (0, 2), "deflator": (0, 5)}
    for mode, (low, high) in bounds.items():
        wrong = (rows["mode"] == mode) & ~rows["value"].between(low, high, inclusive="neither")
        fail_on(wrong, file=FILE, rule=f"a {mode} must lie between {low} and {high}", rows=rows, show=show)
    wrong = (rows["spread"] <= 0) | (rows["spread"] > 1.5) | (rows["spread"].isna() == (rows["factor"] == "employer"))
    fail_on(wrong, file=FILE, rule="an employer, and only it, needs a spread from 0 to 1.5", rows=rows, show=show)
    wrong = (rows["share"] <= 0) | (rows["share"] > 1)
    fail_on(wrong, file=FILE, rule="a share must be more than 0 and at most 1", rows=rows, show=show)
    _check_shares(rows)
    _check_premiums(rows)
    return rows


def _check_shares(rows: pd.DataFrame) -> None:
    for factor, role in product(PROFILE_FACTORS, central_roles()):
        shares = rows.loc[(rows["factor"] == factor) & (rows["role"] == role), "share"]
        total = shares.sum()
        if shares.isna().any() or abs(total - 1) > 0.001:
            raise TableError(f"{FILE}: the shares of {factor} for {role} must add up to 1, found {total:.4f}.")


def _check_premiums(rows: pd.DataFrame) -> None:
    found = rows.loc[(rows["factor"] == LOCATION) & (rows["level"] == STATE_PREMIUM), "role"]
    missing = set(load_roles()) - set(found)
    if missing:
        raise TableError(f"{FILE}: the {STATE_PREMIUM} of {', '.join(sorted(missing))} is missing.")


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
