"""How important work activities, knowledge and skills are in a role (data/role_activities.csv).

Ratings of O*NET, the federal occupation database, by U.S. Department of Labor/ETA (CC BY 4.0), on its scale from 1, not
important, to 5, extremely important. Activities and knowledge are means over people in the job, with the standard
error O*NET publishes; skills are rated by analysts, and only for the two central roles. The labels are our words for
the elements, which keep O*NET's numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import isnan
from typing import TYPE_CHECKING, Final

from lib.tables.checks import TableError, fail_on, require_filled, require_one_of
from lib.tables.files import DATA, read_keyed_table, records, to_number
from lib.tables.roles import central_roles, load_roles
from lib.tables.sources import require_known_sources

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

FILE: Final = "role_activities.csv"
KEY: Final = ("role", "element")
NUMBERS: Final = ("importance", "standard_error", "respondents")
COLUMNS: Final = ("role", "domain", "element", "label", *NUMBERS, "period", "source")
WORK_ACTIVITY, KNOWLEDGE, SKILL = "work_activity", "knowledge", "skill"
# What is rated, with the words for it in a sentence.
DOMAINS: Final = {WORK_ACTIVITY: "work activities", KNOWLEDGE: "fields of knowledge", SKILL: "skills"}
LEAST, MOST = 1, 5  # of the scale
MOST_IN_LABEL: Final = 40


@dataclass(frozen=True)
class Rating:
    """How important one thing is in a role.

    Attributes:
        role: Key of the role.
        domain: Key of `DOMAINS`.
        element: O*NET's number of what is rated.
        label: Our words for it.
        importance: 1, not important, to 5, extremely important.
        standard_error: Of the mean over the answers; None for skills, which analysts rate.
        respondents: How many answered.
        period: Month of the ratings, in words.
        source: Keys of data/sources.csv.
    """

    role: str
    domain: str
    element: str
    label: str
    importance: float
    standard_error: float | None
    respondents: int
    period: str
    source: str


@cache
def load_role_activities(folder: Path = DATA) -> dict[str, dict[str, Rating]]:
    """Return the ratings by role and element, in the order of the file.

    Raises:
        TableError: If data/role_activities.csv breaks a rule.
    """
    rows = read_keyed_table(FILE, folder, columns=COLUMNS, key=KEY)
    require_one_of(rows, "role", load_roles(), file=FILE)
    require_one_of(rows, "domain", DOMAINS, file=FILE)
    require_filled(rows, ["element", "label", "importance", "respondents", "period"], file=FILE, show=KEY)
    require_known_sources(rows, file=FILE)
    for column in NUMBERS:
        rows[column] = to_number(rows[column], file=FILE, name=column)
    for rule, broken in _rules(rows).items():
        fail_on(broken, file=FILE, rule=rule, rows=rows, show=KEY)
    rows = rows.astype({"respondents": "int64"})
    if missing := [role for role in central_roles() if role not in set(rows["role"])]:
        raise TableError(f"{FILE}: {' and '.join(missing)} must have rows.")
    found: dict[str, dict[str, Rating]] = {}
    for record in records(rows):
        error = None if isnan(record["standard_error"]) else record["standard_error"]
        rating = Rating(**{**record, "standard_error": error})
        found.setdefault(rating.role, {})[rating.element] = rating
    return found


def _rules(rows: pd.DataFrame) -> dict[str, pd.Series[bool]]:
    """Return which rows break a rule, by rule."""
    label, error, answers = rows["label"], rows["standard_error"], rows["respondents"]
    rated = rows.groupby("domain")["role"].transform("nunique")
    return {
        f"importance must be from {LEAST} to {MOST}": ~rows["importance"].between(LEAST, MOST),
        "standard_error must not be negative": error < 0,
        f"standard_error must be empty for a {SKILL}, and only there": error.isna() != (rows["domain"] == SKILL),
        "respondents must be a whole number above 0": (answers < 1) | (answers % 1 != 0),
        f"label must have at most {MOST_IN_LABEL} characters": label.str.len() > MOST_IN_LABEL,
        "label must start with a capital and have no full stop": ~label.str.match(r"[A-Z][^.]+$"),
        "label must be the same in every row of an element": rows.groupby("element")["label"].transform("nunique") > 1,
        "label must stand for one element of the domain": rows.groupby(["domain", "label"])["element"].transform(
            "nunique"
        )
        > 1,
        "element must be rated for every role of its domain": rows.groupby("element")["role"].transform("size")
        != rated,
        "period must be the same in all rows of a role and domain": rows.groupby(["role", "domain"])[
            "period"
        ].transform("nunique")
        > 1,
    }
