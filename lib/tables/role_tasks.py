"""The tasks that O*NET lists for the two roles, with how important and how frequent they are (data/role_tasks.csv).

Ratings by people in the job, O*NET, U.S. Department of Labor/ETA (CC BY 4.0); the texts are our paraphrase. Which kind
a task is of is our judgement. The detailed activities are O*NET's own links, of 2018. Exposure is what people answered
in "GPTs are GPTs" (Eloundou and others, 2023): whether a language model could at least halve the time, with or without
software added. An emerging task is not rated yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import isnan
from typing import TYPE_CHECKING, Any, Final

from lib.tables.checks import fail_on, require_filled, require_one_of, require_unique
from lib.tables.files import DATA, read_keyed_table, records, to_number
from lib.tables.office_tasks import JUDGEMENT, KINDS
from lib.tables.roles import central_roles
from lib.tables.sources import require_known_sources

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

FILE: Final = "role_tasks.csv"
KEY: Final = ("task",)
NUMBERS: Final = ("importance", "relevance", "more_than_weekly", "respondents")
COLUMNS: Final = (
    "task",
    "role",
    "text",
    "kind",
    "status",
    *NUMBERS,
    "period",
    "activities",
    "exposure",
    "quality",
    "source",
    "note",
)
CORE, SUPPLEMENTAL, EMERGING = "core", "supplemental", "emerging"
STATUSES: Final = (CORE, SUPPLEMENTAL, EMERGING)
DIRECT, WITH_SOFTWARE, UNTOUCHED = "direct", "with software", "none"
EXPOSURES: Final = (DIRECT, WITH_SOFTWARE, UNTOUCHED)
# O*NET calls a task core if so many percent do it and it is at least so important.
CORE_RELEVANCE: Final = 67
CORE_IMPORTANCE: Final = 3
MOST_IN_TEXT: Final = 80


@dataclass(frozen=True)
class RoleTask:
    """One task of a role.

    Attributes:
        task: O*NET's number, or our key for an emerging task.
        role: Key of the role.
        text: What is done, in our words.
        kind: One of `KINDS` of the tasks of a law office; our judgement.
        status: One of `STATUSES`.
        importance: 1 to 5; None if it is not rated.
        relevance: Percent of those asked who do the task; None if it is not rated.
        more_than_weekly: Percent of those who do it who do it more often than weekly; None if it is not rated.
        respondents: How many answered; None if it is not rated.
        period: Month of the ratings, in words.
        activities: O*NET's numbers of the detailed activities it consists of; may be none.
        exposure: One of `EXPOSURES`, empty if it was not rated.
        quality: A to C.
        source: Keys of data/sources.csv.
        note: What else to know.
    """

    task: str
    role: str
    text: str
    kind: str
    status: str
    importance: float | None
    relevance: float | None
    more_than_weekly: float | None
    respondents: int | None
    period: str
    activities: tuple[str, ...]
    exposure: str
    quality: str
    source: str
    note: str


@cache
def load_role_tasks(folder: Path = DATA) -> dict[str, RoleTask]:
    """Return the tasks by key, in the order of the file.

    Raises:
        TableError: If data/role_tasks.csv breaks a rule.
    """
    rows = read_keyed_table(FILE, folder, columns=COLUMNS, key=KEY)
    require_filled(rows, ["task", "text", "period"], file=FILE, show=["task", "text"])
    require_unique(rows, ["text"], file=FILE)
    known = {
        "role": central_roles(),
        "kind": KINDS,
        "status": STATUSES,
        "exposure": ("", *EXPOSURES),
        "quality": ("A", "B", "C"),
    }
    for column, values in known.items():
        require_one_of(rows, column, values, file=FILE)
    require_known_sources(rows, file=FILE)
    for column in NUMBERS:
        rows[column] = to_number(rows[column], file=FILE, name=column)
    for rule, broken in (_rules_on_ratings(rows) | _rules_on_words(rows)).items():
        fail_on(broken, file=FILE, rule=rule, rows=rows, show=KEY)
    return {record["task"]: _task(record) for record in records(rows)}


def _task(record: dict[str, Any]) -> RoleTask:
    unknown = {name: None for name in NUMBERS if isnan(record[name])}
    answers = {} if unknown else {"respondents": int(record["respondents"])}
    return RoleTask(**{**record, "activities": tuple(record["activities"].split()), **answers, **unknown})


def _rules_on_ratings(rows: pd.DataFrame) -> dict[str, pd.Series[bool]]:
    """Return which rows are rated badly, by rule."""
    importance, relevance, answers = rows["importance"], rows["relevance"], rows["respondents"]
    emerging, core = rows["status"] == EMERGING, rows["status"] == CORE
    unrated = rows[list(NUMBERS)].isna()
    return {
        "an emerging task must have no rating": emerging & ~(unrated.all(axis=1) & (rows["exposure"] == "")),
        "a task that is not emerging must have every rating": ~emerging
        & (unrated.any(axis=1) | (rows["exposure"] == "")),
        "importance must be from 1 to 5": ~emerging & ~importance.between(1, 5),
        "relevance and more_than_weekly must be from 0 to 100": ~emerging
        & ~(relevance.between(0, 100) & rows["more_than_weekly"].between(0, 100)),
        "respondents must be a whole number above 0": (answers < 1) | (answers % 1 > 0),
        f"status must be {CORE} from relevance {CORE_RELEVANCE} and importance {CORE_IMPORTANCE} on, and only then": ~(
            emerging
        )
        & (core != ((relevance >= CORE_RELEVANCE) & (importance >= CORE_IMPORTANCE))),
    }


def _rules_on_words(rows: pd.DataFrame) -> dict[str, pd.Series[bool]]:
    """Return which rows say things badly, by rule."""
    text, note = rows["text"], rows["note"]
    return {
        f"text must have at most {MOST_IN_TEXT} characters": text.str.len() > MOST_IN_TEXT,
        "text must start with a capital and have no full stop": ~text.str.match(r"[A-Z][^.]+$"),
        "note must end as a sentence does": (note != "") & ~note.str.endswith("."),
        "source must name judgement, which the kind is": ~rows["source"].map(lambda cell: JUDGEMENT in cell.split()),
    }
