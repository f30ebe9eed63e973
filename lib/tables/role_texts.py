"""What the two roles are, in words: facts by topic (data/role_texts.csv) and questions (data/role_questions.csv).

A text states one idea and names its sources; our own judgement is marked "judgement". A text with a figure names a
source besides judgement, and one with a percentage or an amount of dollars names its year.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from lib.tables.checks import TableError, fail_on, require_filled, require_one_of, require_unique
from lib.tables.files import DATA, read_keyed_table, records, to_number
from lib.tables.roles import central_roles
from lib.tables.sources import require_known_sources

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pandas as pd

TEXT_FILE: Final = "role_texts.csv"
QUESTION_FILE: Final = "role_questions.csv"
TEXT_COLUMNS: Final = ("topic", "order", "role", "text", "source")
QUESTION_COLUMNS: Final = ("question", "order", "title", "answer", "source")
BOTH: Final = "both"
JUDGEMENT: Final = "judgement"
MOST_IN_TEXT: Final = 160
MOST_IN_TITLE: Final = 80
MOST_IN_ANSWER: Final = 600
MARKUP: Final = r"[\\~\[\]<>`*_#|{}^\r\n]"
# The topics in the order of the page, with their headings.
TOPICS: Final = {
    "core": "What the role is",
    "does": "What it does",
    "must_not": "What it must leave to a lawyer",
    "shares": "What both do",
    "skills": "Skills",
    "tools": "Tools",
    "education": "Education and credentials",
    "client_contact": "Contact with clients",
    "work_style": "What the work is like",
    "remote": "Remote or on site",
    "career": "Next steps",
}


@dataclass(frozen=True)
class RoleText:
    """One statement about a role, or about both ("both"), under a topic."""

    topic: str
    order: int
    role: str
    text: str
    source: str


@dataclass(frozen=True)
class RoleQuestion:
    """A question as people ask it, with its answer."""

    question: str
    order: int
    title: str
    answer: str
    source: str


@cache
def load_role_texts(folder: Path = DATA) -> tuple[RoleText, ...]:
    """Return the statements, topic by topic in the order of `TOPICS`.

    Raises:
        TableError: If data/role_texts.csv breaks a rule.
    """
    rows = read_keyed_table(TEXT_FILE, folder, columns=TEXT_COLUMNS, key=["topic", "order", "role"])
    require_one_of(rows, "topic", TOPICS, file=TEXT_FILE)
    require_one_of(rows, "role", (*central_roles(), BOTH), file=TEXT_FILE)
    rows["order"] = _counted(rows, ["topic", "role"], file=TEXT_FILE)
    _check_words(rows, {"text": MOST_IN_TEXT}, file=TEXT_FILE, show=["topic", "order", "role"])
    require_known_sources(rows, file=TEXT_FILE)
    _check_figures(rows, "text", file=TEXT_FILE, show=["topic", "order", "role"])
    _check_complete(rows)
    texts = [RoleText(**record) for record in records(rows)]
    return tuple(sorted(texts, key=lambda text: list(TOPICS).index(text.topic)))


@cache
def load_role_questions(folder: Path = DATA) -> tuple[RoleQuestion, ...]:
    """Return the questions in order.

    Raises:
        TableError: If data/role_questions.csv breaks a rule.
    """
    rows = read_keyed_table(QUESTION_FILE, folder, columns=QUESTION_COLUMNS, key=["question"])
    show = ["question"]
    require_filled(rows, show, file=QUESTION_FILE, show=["title"])
    rows["order"] = _counted(rows, [], file=QUESTION_FILE)
    _check_words(rows, {"title": MOST_IN_TITLE, "answer": MOST_IN_ANSWER}, file=QUESTION_FILE, show=show)
    no_question = ~rows["title"].str.endswith("?")
    fail_on(no_question, file=QUESTION_FILE, rule="title must end with a question mark", rows=rows, show=show)
    sentences = rows["answer"].str.count(r"[.?!](?=\s|$)")
    fail_on(
        ~sentences.between(2, 4), file=QUESTION_FILE, rule="answer must have 2 to 4 sentences", rows=rows, show=show
    )
    require_known_sources(rows, file=QUESTION_FILE)
    _check_figures(rows, "answer", file=QUESTION_FILE, show=show)
    return tuple(RoleQuestion(**record) for record in records(rows))


def texts_about(topic: str, role: str, folder: Path = DATA) -> tuple[RoleText, ...]:
    """Return the statements of a topic about one role, or about "both", in order."""
    return tuple(text for text in load_role_texts(folder) if (text.topic, text.role) == (topic, role))


def _counted(rows: pd.DataFrame, group: Sequence[str], *, file: str) -> pd.Series[int]:
    """Return the order as whole numbers; the rows of a group count 1, 2, 3 from the top of the file."""
    order = to_number(rows["order"], file=file, name="order")
    place = rows.groupby(list(group)).cumcount() if group else rows.index.to_series()
    within = f" within its {' and '.join(group)}" if group else ""
    fail_on(order != place + 1, file=file, rule=f"order must count 1, 2, 3{within}", rows=rows, show=[*group, "order"])
    return order.astype("int64")


def _check_words(rows: pd.DataFrame, most: dict[str, int], *, file: str, show: Sequence[str]) -> None:
    for column, length in most.items():
        require_filled(rows, [column], file=file, show=show)
        require_unique(rows, [column], file=file)
        words = rows[column]
        rules = {
            f"{column} must have at most {length} characters": words.str.len() > length,
            f"{column} must have no markup and no line break": words.str.contains(MARKUP),
            f"{column} must have no needless spaces": words.str.contains(r"^\s|\s$|\s\s"),
            f"{column} must end as a sentence does": ~words.str.contains(r"[.?!]$"),
        }
        for rule, broken in rules.items():
            fail_on(broken, file=file, rule=rule, rows=rows, show=show)


def _check_figures(rows: pd.DataFrame, column: str, *, file: str, show: Sequence[str]) -> None:
    """Check that no figure stands without a published source, no percentage and no amount without its year."""
    words, judged = rows[column], rows["source"].str.strip() == JUDGEMENT
    fail_on(
        words.str.contains(r"\d") & judged,
        file=file,
        rule=f"{column} with a figure needs a source besides judgement",
        rows=rows,
        show=show,
    )
    fail_on(
        words.str.contains("[%$]") & ~words.str.contains(r"\b20\d\d\b"),
        file=file,
        rule=f"{column} with a percentage or an amount must name its year",
        rows=rows,
        show=show,
    )


def _check_complete(rows: pd.DataFrame) -> None:
    for topic in TOPICS:
        spoken_of = set(rows.loc[rows["topic"] == topic, "role"])
        missing = [role for role in central_roles() if not spoken_of & {role, BOTH}]
        if missing:
            raise TableError(f"{TEXT_FILE}: {topic} says nothing about {' and '.join(missing)}.")
