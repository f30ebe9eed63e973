"""Ways into the two roles and beyond, with what they take (data/training_paths.csv).

Months, tuition and fee are published figures or derived from them; where nothing was found the cell is empty and the
note says so. The share of working time given up is always our judgement: all of it for full-time study, none beside a
job. So is the middle of a published range of months.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import isnan
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from lib.tables.checks import TableError, fail_on, require_filled, require_one_of, require_unique
from lib.tables.factors import load_levels
from lib.tables.files import DATA, read_keyed_table, records, to_number
from lib.tables.roles import central_roles, load_roles
from lib.tables.sources import require_known_sources

if TYPE_CHECKING:
    from pathlib import Path

FILE: Final = "training_paths.csv"
NUMBERS: Final = (
    "months_low",
    "months",
    "months_high",
    "tuition_low",
    "tuition",
    "tuition_high",
    "time_given_up",
    "exam_fee",
)
COLUMNS: Final = (
    "path",
    "label",
    "role",
    *NUMBERS,
    "education",
    "credential",
    "kind",
    "quality",
    "period",
    "source",
    "note",
)
FACT: Final = "fact"
ESTIMATE: Final = "estimate"
NOT_FOUND: Final = "not found"
QUALITIES: Final = ("A", "B", "C")
JUDGEMENT: Final = "judgement"
# What may be unknown, in words.
FINDABLE: Final = {"months": "length", "tuition": "tuition", "exam_fee": "exam fee"}
LEVELS: Final = ("education", "credential")


@dataclass(frozen=True)
class TrainingPath:
    """A way into a role, or a credential in it.

    Attributes:
        path: Our key.
        label: What people read.
        role: The role it leads to.
        months_low: Shortest usual length in months; None where it was not found.
        months: Length in months; None where it was not found.
        months_high: Longest usual length in months; None where it was not found.
        tuition_low: Low tuition of the whole path in dollars; None where it was not found.
        tuition: Tuition of the whole path in dollars; None where it was not found.
        tuition_high: High tuition of the whole path in dollars; None where it was not found.
        time_given_up: Share of working time not worked while studying, 0 to 1; a judgement.
        exam_fee: Fee of the exam or application in dollars; None where it was not found.
        education: Level of education in the pay model it leads to, or empty.
        credential: Level of credential in the pay model it leads to, or empty.
        kind: Whether the price is a "fact" or an "estimate"; "not found" if none is known.
        quality: A, B or C for the evidence on the price; empty if there is none.
    """

    path: str
    label: str
    role: str
    months_low: float | None
    months: float | None
    months_high: float | None
    tuition_low: float | None
    tuition: float | None
    tuition_high: float | None
    time_given_up: float
    exam_fee: float | None
    education: str
    credential: str
    kind: str
    quality: str
    period: str
    source: str
    note: str

    @property
    def missing(self) -> tuple[str, ...]:
        """What was not found, in words: of length, tuition and exam fee."""
        return tuple(words for name, words in FINDABLE.items() if getattr(self, name) is None)


@cache
def load_training_paths(folder: Path = DATA) -> dict[str, TrainingPath]:
    """Return the paths by key, in the order of the file.

    Raises:
        TableError: If data/training_paths.csv breaks a rule.
    """
    rows = read_keyed_table(FILE, folder, columns=COLUMNS, key=["path"])
    require_filled(rows, ["path", "label", "period", "note", "time_given_up"], file=FILE, show=["path"])
    require_unique(rows, ["label"], file=FILE)
    require_one_of(rows, "role", load_roles(), file=FILE)
    require_one_of(rows, "kind", (FACT, ESTIMATE, NOT_FOUND), file=FILE)
    require_one_of(rows, "quality", ("", *QUALITIES), file=FILE)
    require_known_sources(rows, file=FILE)
    for column in NUMBERS:
        rows[column] = to_number(rows[column], file=FILE, name=column)
    _check_numbers(rows)
    _check_origin(rows)
    _check_levels(rows)
    paths = {record["path"]: _path(record) for record in records(rows)}
    if missing := set(central_roles()) - {path.role for path in paths.values()}:
        raise TableError(f"{FILE}: no path leads to {' and '.join(sorted(missing))}.")
    return paths


def _path(record: dict[str, Any]) -> TrainingPath:
    unknown = {name: None for name in NUMBERS if isnan(record[name])}
    return TrainingPath(**{**record, **unknown})


def _check_numbers(rows: pd.DataFrame) -> None:
    rules = {
        "numbers must not be negative": (rows[list(NUMBERS)] < 0).any(axis=1),
        "time_given_up must be at most 1": rows["time_given_up"] > 1,
    }
    for name in ("months", "tuition"):
        value, low, high = rows[name], rows[f"{name}_low"], rows[f"{name}_high"]
        unknown = value.isna() & (low.notna() | high.notna())
        rules[f"{name} must lie between its low and high"] = (value < low) | (value > high) | unknown
    for rule, broken in rules.items():
        fail_on(broken, file=FILE, rule=rule, rows=rows, show=["path"])


def _check_origin(rows: pd.DataFrame) -> None:
    """Check that what is unknown is said, that a price has a quality, and that our judgement is named."""
    unknown = rows[list(FINDABLE)].isna().any(axis=1)
    unpriced = rows["tuition"].isna() & ~(rows["exam_fee"] > 0)
    judged = rows["source"].str.split().map(lambda keys: JUDGEMENT in keys)
    said = rows["note"].str.contains(NOT_FOUND)
    rules = {
        f"note must say {NOT_FOUND} where months, tuition or exam_fee is empty": unknown & ~said,
        f"kind must be {NOT_FOUND} where no price is known, and only there": unpriced != (rows["kind"] == NOT_FOUND),
        "quality must be filled in where a price is known, and only there": unpriced != (rows["quality"] == ""),
        f"source must name {JUDGEMENT}, which time_given_up is": ~judged,
    }
    for rule, broken in rules.items():
        fail_on(broken, file=FILE, rule=rule, rows=rows, show=["path"])


def _check_levels(rows: pd.DataFrame) -> None:
    """Check that education and credential are levels of the pay model for the role, or empty."""
    known = {(role, factor, level.level) for (role, factor), levels in load_levels().items() for level in levels}
    for factor in LEVELS:
        unknown = [
            level != "" and (role, factor, level) not in known
            for role, level in zip(rows["role"], rows[factor], strict=True)
        ]
        broken = pd.Series(unknown, index=rows.index)
        rule = f"{factor} must be empty or a level of data/factors.csv for the role"
        fail_on(broken, file=FILE, rule=rule, rows=rows, show=["path", factor])
