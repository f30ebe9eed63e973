"""The steps from each of the two roles onward, with the usual time and training (data/ladder_steps.csv).

A step's years count from the step before it. Where no survey was found they are a credential's own condition, marked
as an estimate; where nothing was found they are empty and the note says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import groupby
from math import isnan
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from lib.tables.checks import fail_on, require_filled, require_one_of
from lib.tables.factors import load_levels
from lib.tables.files import DATA, read_keyed_table, records, to_number
from lib.tables.roles import load_roles
from lib.tables.sources import require_known_sources
from lib.tables.training_paths import ESTIMATE, FACT, NOT_FOUND, QUALITIES, load_training_paths

if TYPE_CHECKING:
    from pathlib import Path

FILE: Final = "ladder_steps.csv"
YEARS: Final = ("years_low", "years", "years_high")
COLUMNS: Final = (
    "ladder",
    "order",
    "role",
    "experience",
    "label",
    *YEARS,
    "training",
    "path",
    "kind",
    "quality",
    "period",
    "source",
    "note",
)
# The ladders in the order of the page, with their headings.
LADDERS: Final = {
    "legal_secretary": "From legal secretary into management",
    "paralegal": "From paralegal to lawyer",
    "secretary_to_paralegal": "From legal secretary to paralegal",
}
SHOW: Final = ("ladder", "order")


@dataclass(frozen=True)
class LadderStep:
    """One step of a ladder.

    Attributes:
        ladder: Key of `LADDERS`.
        order: 1 for the way in.
        role: The role whose pay the step has.
        experience: Level of experience in the pay model, or empty for everybody in the role.
        label: What people read.
        years_low: Least usual years from the step before; None where it was not found.
        years: Usual years from the step before, 0 for the first step; None where it was not found.
        years_high: Most usual years from the step before; None where it was not found.
        training: What the step takes, in one sentence.
        path: Key of data/training_paths.csv that helps to take it, or empty.
        kind: Whether the years are a "fact", an "estimate" or "not found".
        quality: A, B or C for the evidence on the years; empty if there is none.
    """

    ladder: str
    order: int
    role: str
    experience: str
    label: str
    years_low: float | None
    years: float | None
    years_high: float | None
    training: str
    path: str
    kind: str
    quality: str
    period: str
    source: str
    note: str


@cache
def load_ladder_steps(folder: Path = DATA) -> dict[str, tuple[LadderStep, ...]]:
    """Return the steps of each ladder, lowest first, the ladders in the order of `LADDERS`.

    Raises:
        TableError: If data/ladder_steps.csv breaks a rule.
    """
    rows = read_keyed_table(FILE, folder, columns=COLUMNS, key=SHOW)
    require_one_of(rows, "ladder", LADDERS, file=FILE)
    require_one_of(rows, "role", load_roles(), file=FILE)
    require_one_of(rows, "path", ("", *load_training_paths()), file=FILE)
    require_one_of(rows, "kind", (FACT, ESTIMATE, NOT_FOUND), file=FILE)
    require_one_of(rows, "quality", ("", *QUALITIES), file=FILE)
    require_filled(rows, ["label", "training", "period", "note"], file=FILE, show=SHOW)
    require_known_sources(rows, file=FILE)
    for column in ("order", *YEARS):
        rows[column] = to_number(rows[column], file=FILE, name=column)
    _check_steps(rows)
    rows = rows.astype({"order": "int64"})
    rows = rows.sort_values("ladder", key=lambda keys: keys.map(list(LADDERS).index), kind="stable")
    steps = [_step(record) for record in records(rows)]
    return {ladder: tuple(group) for ladder, group in groupby(steps, key=lambda step: step.ladder)}


def _step(record: dict[str, Any]) -> LadderStep:
    unknown = {name: None for name in YEARS if isnan(record[name])}
    return LadderStep(**{**record, **unknown})


def _check_steps(rows: pd.DataFrame) -> None:
    years, low, high = (rows[name] for name in ("years", "years_low", "years_high"))
    unknown = years.isna()
    known = {
        (role, level.level)
        for (role, factor), found in load_levels().items()
        if factor == "experience"
        for level in found
    }
    levels = pd.Series(list(zip(rows["role"], rows["experience"], strict=True)), index=rows.index)
    rules = {
        "order must count 1, 2, 3 within its ladder": rows["order"] != rows.groupby("ladder").cumcount() + 1,
        "years must not be negative": (rows[list(YEARS)] < 0).any(axis=1),
        "years must be 0 on the first step, and only there": (years == 0) != (rows["order"] == 1),
        "years must lie between its low and high": (years < low)
        | (years > high)
        | (unknown & (low.notna() | high.notna())),
        f"kind must be {NOT_FOUND} where years is empty, and only there": unknown != (rows["kind"] == NOT_FOUND),
        "quality must be filled in where years is, and only there": unknown != (rows["quality"] == ""),
        f"note must say {NOT_FOUND} where years is empty": unknown & ~rows["note"].str.contains(NOT_FOUND),
        "experience must be empty or a level of data/factors.csv for the role": (rows["experience"] != "")
        & ~levels.isin(known),
    }
    for rule, broken in rules.items():
        fail_on(broken, file=FILE, rule=rule, rows=rows, show=SHOW)
