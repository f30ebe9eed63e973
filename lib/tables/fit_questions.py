"""The statements by which people find out which of the two roles fits them (data/fit_questions.csv).

Each statement points to one role. They stand in pairs, one for each role on the same criterion and with the same
weight, so that the set favours neither. The weights are our judgement; what in the work a statement matches has
sources.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from lib.tables.checks import fail_on, require_filled, require_one_of, require_unique
from lib.tables.files import DATA, read_keyed_table, records, to_number
from lib.tables.roles import central_roles
from lib.tables.sources import require_known_sources
from lib.tables.training_paths import JUDGEMENT

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

FILE: Final = "fit_questions.csv"
COLUMNS: Final = ("question", "order", "role", "pair", "label", "statement", "weight", "why", "quality", "source")
SHOW: Final = ("question",)
LEAST_WEIGHT: Final = 1
MOST_WEIGHT: Final = 3
# How good the evidence is that a statement matches the role's work.
EVIDENCE: Final = {"A": "federal data", "B": "two vendors' guides", "C": "one vendor's guide"}
MOST_IN_LABEL: Final = 20
MOST_IN_STATEMENT: Final = 80


@dataclass(frozen=True)
class FitQuestion:
    """One statement.

    Attributes:
        question: Its key.
        order: Its number on the page, from 1.
        role: The role it points to.
        pair: The criterion, shared with one statement for the other role.
        label: The statement in two or three words.
        statement: What people agree with or not, in the first person.
        weight: How much it counts, 1 to 3; our judgement.
        why: What in the role's work it matches, in one sentence.
        quality: Key of `EVIDENCE` for that sentence.
        source: Keys of data/sources.csv; "judgement" is the weight's.
    """

    question: str
    order: int
    role: str
    pair: str
    label: str
    statement: str
    weight: int
    why: str
    quality: str
    source: str


@cache
def load_fit_questions(folder: Path = DATA) -> dict[str, FitQuestion]:
    """Return the statements by key, in the order of the page.

    Raises:
        TableError: If data/fit_questions.csv breaks a rule.
    """
    rows = read_keyed_table(FILE, folder, columns=COLUMNS, key=SHOW)
    require_filled(rows, [*SHOW, "pair", "label", "statement", "why"], file=FILE, show=["order"])
    for column in ("label", "statement"):
        require_unique(rows, [column], file=FILE)
    require_one_of(rows, "role", central_roles(), file=FILE)
    require_one_of(rows, "quality", EVIDENCE, file=FILE)
    require_known_sources(rows, file=FILE)
    for column in ("order", "weight"):
        rows[column] = to_number(rows[column], file=FILE, name=column)
    for rule, broken in (_rules_on_words(rows) | _rules_on_pairs(rows)).items():
        fail_on(broken, file=FILE, rule=rule, rows=rows, show=SHOW)
    rows = rows.astype({"order": "int64", "weight": "int64"})
    return {record["question"]: FitQuestion(**record) for record in records(rows)}


def _rules_on_words(rows: pd.DataFrame) -> dict[str, pd.Series[bool]]:
    """Return which rows say things badly, by rule."""
    judged = rows["source"].str.split().map(lambda keys: JUDGEMENT in keys and len(keys) > 1)
    return {
        "question must have small letters and underscores only": ~rows["question"].str.fullmatch("[a-z_]+"),
        f"label must have at most {MOST_IN_LABEL} characters": rows["label"].str.len() > MOST_IN_LABEL,
        f"statement must have at most {MOST_IN_STATEMENT} characters": (
            rows["statement"].str.len() > MOST_IN_STATEMENT
        ),
        "statement must be one sentence in the first person": ~rows["statement"].str.fullmatch(
            r"(?:With clients, )?I [^.]+\."
        ),
        "why must be one sentence": ~rows["why"].str.fullmatch(r"[A-Z][^.]+\."),
        "source must name judgement, for the weight, and a source of why": ~judged.astype(bool),
    }


def _rules_on_pairs(rows: pd.DataFrame) -> dict[str, pd.Series[bool]]:
    """Return which rows break the balance between the roles, by rule."""
    pairs = rows.groupby("pair")
    return {
        "order must count 1, 2, 3": rows["order"] != rows.index.to_series() + 1,
        f"weight must be a whole number from {LEAST_WEIGHT} to {MOST_WEIGHT}": (
            ~rows["weight"].isin(range(LEAST_WEIGHT, MOST_WEIGHT + 1))
        ),
        "pair must have one statement for each role": (
            (pairs["role"].transform("size") != len(central_roles()))
            | (pairs["role"].transform("nunique") != len(central_roles()))
        ),
        "both statements of a pair must have the same weight": pairs["weight"].transform("nunique") != 1,
    }
