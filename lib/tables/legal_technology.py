"""What studies found on AI tools in legal work (data/legal_technology.csv): who uses them, what they could do, hours.

Surveys tell what people say they do; estimates how much of the work is open to the tools; expectations what people
think they will save. None of them measured hours saved or jobs lost. What was looked for and not found has a row too.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import isnan
from typing import TYPE_CHECKING, Any, Final

from lib.tables.checks import fail_on, require_filled, require_one_of
from lib.tables.files import DATA, read_keyed_table, records, to_number
from lib.tables.roles import load_roles
from lib.tables.sources import require_known_sources

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

FILE: Final = "legal_technology.csv"
KEY: Final = ("finding",)
NUMBERS: Final = ("value", "year", "answers")
COLUMNS: Final = (
    "finding",
    "topic",
    "study",
    "who",
    "role",
    "measure",
    "value",
    "unit",
    "year",
    "kind",
    "answers",
    "quality",
    "source",
    "note",
)
USE, EXPOSURE, HOURS = "use", "exposure", "hours"
NOT_FOUND: Final = "not found"
# The kind of every finding of a topic.
KINDS: Final = {USE: "survey", EXPOSURE: "estimate", HOURS: "expectation"}
PERCENT, SHARE, SCORE = "percent", "share", "score"
# Units with the largest value they can have; a score runs from 0 to 1 and is no share of anything.
UNITS: Final = {PERCENT: 100.0, SHARE: 1.0, SCORE: 1.0, "hours a week": 40.0, "hours a year": 2080.0}
FIRST_YEAR, LAST_YEAR = 2015, 2030


@dataclass(frozen=True)
class Finding:
    """One figure of a study.

    Attributes:
        finding: Its key.
        topic: Key of `KINDS`.
        study: Who published it.
        who: Who was asked, or whose work it is.
        role: Key of the role it is about, or empty.
        measure: What was measured.
        value: In the unit; None if it was not found.
        unit: Key of `UNITS`.
        year: Of the study.
        kind: What kind of figure it is: the topic's, or "not found".
        answers: How many answered; None if it was not found.
        quality: A to C, empty if nothing was found.
        source: Keys of data/sources.csv.
        note: What makes it weak, as sentences.
    """

    finding: str
    topic: str
    study: str
    who: str
    role: str
    measure: str
    value: float | None
    unit: str
    year: int
    kind: str
    answers: int | None
    quality: str
    source: str
    note: str


@cache
def load_legal_technology(folder: Path = DATA) -> dict[str, Finding]:
    """Return the findings by key, in the order of the file.

    Raises:
        TableError: If data/legal_technology.csv breaks a rule.
    """
    rows = read_keyed_table(FILE, folder, columns=COLUMNS, key=KEY)
    require_filled(rows, ["finding", "study", "who", "measure", "year"], file=FILE, show=["finding", "who"])
    require_one_of(rows, "topic", KINDS, file=FILE)
    require_one_of(rows, "role", ("", *load_roles()), file=FILE)
    require_one_of(rows, "unit", UNITS, file=FILE)
    require_one_of(rows, "kind", (*KINDS.values(), NOT_FOUND), file=FILE)
    require_one_of(rows, "quality", ("", "A", "B", "C"), file=FILE)
    require_known_sources(rows, file=FILE)
    for column in NUMBERS:
        rows[column] = to_number(rows[column], file=FILE, name=column)
    for rule, broken in _rules(rows).items():
        fail_on(broken, file=FILE, rule=rule, rows=rows, show=KEY)
    rows = rows.astype({"year": "int64"})
    return {record["finding"]: _finding(record) for record in records(rows)}


def _finding(record: dict[str, Any]) -> Finding:
    value = None if isnan(record["value"]) else record["value"]
    answers = None if isnan(record["answers"]) else int(record["answers"])
    return Finding(**{**record, "value": value, "answers": answers})


def _rules(rows: pd.DataFrame) -> dict[str, pd.Series[bool]]:
    """Return which rows break a rule, by rule."""
    value, year, answers = rows["value"], rows["year"], rows["answers"]
    missing = rows["kind"] == NOT_FOUND
    return {
        f"kind must be {NOT_FOUND} where value is empty, and only there": value.isna() != missing,
        f"kind must be the topic's or {NOT_FOUND}": ~missing & (rows["kind"] != rows["topic"].map(KINDS)),
        "quality must be filled in where value is, and only there": value.isna() != (rows["quality"] == ""),
        "value must be from 0 to the most the unit can have": (value < 0) | (value > rows["unit"].map(UNITS)),
        f"year must be a whole number from {FIRST_YEAR} to {LAST_YEAR}": ~year.between(FIRST_YEAR, LAST_YEAR)
        | (year % 1 > 0),
        "answers must be a whole number above 0": (answers < 1) | (answers % 1 > 0),
        "note must end as a sentence does": (rows["note"] != "") & ~rows["note"].str.endswith("."),
        "note must say what was not found": missing & (rows["note"] == ""),
    }
