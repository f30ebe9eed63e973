"""What there is to do in a law office, and who must not do it (data/office_tasks.csv).

There are three kinds of tasks. Substantive legal work goes to paralegals and never to legal secretaries, unless only a
lawyer may do it. Shared tasks go to either role. Administrative tasks belong to legal secretaries; paralegals may do
them, though it keeps them from legal work. Which kind a task is of, and whether it can be done from elsewhere, is our
reading of the sources; a task whose rule no source states in so many words is marked "judgement".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from lib.tables.checks import fail_on, require_filled, require_one_of, require_unique
from lib.tables.files import DATA, read_keyed_table, records
from lib.tables.roles import central_roles
from lib.tables.sources import require_known_sources

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

FILE: Final = "office_tasks.csv"
COLUMNS: Final = (
    "task",
    "kind",
    "label",
    "lawyer_only",
    "must_not",
    "why",
    "virtual",
    "basis",
    "quality",
    "source",
    "note",
)
ADMINISTRATIVE, SHARED, SUBSTANTIVE = "administrative", "shared", "substantive"
KINDS: Final = (SUBSTANTIVE, SHARED, ADMINISTRATIVE)
VIRTUAL: Final = ("yes", "partly", "no")
FACT, JUDGEMENT = "fact", "judgement"
MOST_IN_LABEL: Final = 70


@dataclass(frozen=True)
class OfficeTask:
    """One task of a law office.

    Attributes:
        task: Its key.
        kind: One of `KINDS`.
        label: What is done, in words.
        lawyer_only: Whether only a lawyer may do it.
        must_not: The roles that must not do it.
        why: Why they must not, as a sentence; empty if either may.
        virtual: Whether somebody elsewhere can do it, one of `VIRTUAL`.
        basis: "fact" if a source states who may do it, "judgement" if we conclude it.
        quality: How good the sources are, A to C.
        source: Keys of data/sources.csv.
        note: What else to know.
    """

    task: str
    kind: str
    label: str
    lawyer_only: bool
    must_not: tuple[str, ...]
    why: str
    virtual: str
    basis: str
    quality: str
    source: str
    note: str


@cache
def load_office_tasks(folder: Path = DATA) -> dict[str, OfficeTask]:
    """Return the tasks by key, in the order of the file.

    Raises:
        TableError: If data/office_tasks.csv breaks a rule.
    """
    rows = read_keyed_table(FILE, folder, columns=COLUMNS, key=["task"])
    require_filled(rows, ["task", "label"], file=FILE, show=["task", "label"])
    require_unique(rows, ["label"], file=FILE)
    known = {
        "kind": KINDS,
        "lawyer_only": ("yes", "no"),
        "virtual": VIRTUAL,
        "basis": (FACT, JUDGEMENT),
        "quality": ("A", "B", "C"),
    }
    for column, values in known.items():
        require_one_of(rows, column, values, file=FILE)
    require_known_sources(rows, file=FILE)
    for rule, broken in (_rules_on_roles(rows) | _rules_on_words(rows)).items():
        fail_on(broken, file=FILE, rule=rule, rows=rows, show=["task"])
    rows["lawyer_only"] = rows["lawyer_only"] == "yes"
    rows["must_not"] = rows["must_not"].map(lambda roles: tuple(roles.split()))
    return {record["task"]: OfficeTask(**record) for record in records(rows)}


def _rules_on_roles(rows: pd.DataFrame) -> dict[str, pd.Series[bool]]:
    """Return which rows name the wrong roles, by rule."""
    paralegal, legal_secretary = central_roles()
    legal, lawyer = rows["kind"] == SUBSTANTIVE, rows["lawyer_only"] == "yes"
    nobody = " ".join((paralegal, legal_secretary))
    return {
        "a task only a lawyer may do must be substantive": lawyer & ~legal,
        f"must_not must be {nobody!r}, since only a lawyer may do it": lawyer & (rows["must_not"] != nobody),
        f"must_not of substantive work for paralegals must be {legal_secretary!r}": legal
        & ~lawyer
        & (rows["must_not"] != legal_secretary),
        "must_not must be empty unless the work is substantive": ~legal & (rows["must_not"] != ""),
    }


def _rules_on_words(rows: pd.DataFrame) -> dict[str, pd.Series[bool]]:
    """Return which rows say things badly, by rule."""
    label, why, note = rows["label"], rows["why"], rows["note"]
    said = rows["source"].str.split().map(lambda keys: JUDGEMENT in keys)
    return {
        f"label must have at most {MOST_IN_LABEL} characters": label.str.len() > MOST_IN_LABEL,
        "label must start with a capital and have no full stop": ~label.str.match(r"[A-Z][^.]+$"),
        "why must be filled in if and only if must_not is": (why == "") != (rows["must_not"] == ""),
        "why must end as a sentence does": (why != "") & ~why.str.endswith("."),
        "note must end as a sentence does": (note != "") & ~note.str.endswith("."),
        "source must name judgement if and only if basis is judgement": said != (rows["basis"] == JUDGEMENT),
    }
