from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from lib.tables import TableError, central_roles
from lib.tables.fit_questions import EVIDENCE, load_fit_questions
from lib.tables.role_tasks import load_role_tasks
from lib.ui.fit_facts import LAW_CAREER, SCHOOLING
from tests.tables.copies import (
    read_rows,
    refused_line,
    with_cells,
    write_rows,
)

if TYPE_CHECKING:
    from pathlib import Path

FILE = "fit_questions.csv"
RESEARCH = {"question": "research"}
OFFICE = {"question": "office_work"}
CAREER = {"question": "law_career"}

BROKEN: list[tuple[dict[str, str], dict[str, str], str]] = [
    (RESEARCH, {"question": ""}, "question must be filled in."),
    (RESEARCH, {"question": "Research 2"}, "question must have small letters and underscores only."),
    (RESEARCH, {"order": "four"}, "order is 'four', which is not a number."),
    (RESEARCH, {"order": "5"}, "order must count 1, 2, 3."),
    (RESEARCH, {"order": ""}, "order must count 1, 2, 3."),
    (RESEARCH, {"role": "lawyer"}, "role must be one of legal_secretary, paralegal."),
    (RESEARCH, {"role": "legal_secretary"}, "pair must have one statement for each role (1 more row breaks it too)."),
    (RESEARCH, {"pair": "substance"}, "pair must have one statement for each role (3 more rows break it too)."),
    (RESEARCH, {"pair": "alone"}, "pair must have one statement for each role (1 more row breaks it too)."),
    (RESEARCH, {"pair": ""}, "pair must be filled in."),
    (RESEARCH, {"label": ""}, "label must be filled in."),
    (RESEARCH, {"label": "Work on cases"}, "each label must stand in one row only."),
    (RESEARCH, {"label": "Research in many sources"}, "label must have at most 20 characters."),
    (RESEARCH, {"statement": ""}, "statement must be filled in."),
    (RESEARCH, {"statement": f"I like {'a' * 80}."}, "statement must have at most 80 characters."),
    (RESEARCH, {"statement": "Research is fun."}, "statement must be one sentence in the first person."),
    (RESEARCH, {"statement": "I like it. I do."}, "statement must be one sentence in the first person."),
    (RESEARCH, {"statement": "I like it"}, "statement must be one sentence in the first person."),
    (RESEARCH, {"statement": "I want to manage an office one day."}, "each statement must stand in one row only."),
    (RESEARCH, {"weight": "much"}, "weight is 'much', which is not a number."),
    (RESEARCH, {"weight": ""}, "weight must be a whole number from 1 to 3."),
    (RESEARCH, {"weight": "0"}, "weight must be a whole number from 1 to 3."),
    (RESEARCH, {"weight": "4"}, "weight must be a whole number from 1 to 3."),
    (OFFICE, {"weight": "1.5"}, "weight must be a whole number from 1 to 3."),
    (OFFICE, {"weight": "1"}, "both statements of a pair must have the same weight (1 more row breaks it too)."),
    (RESEARCH, {"why": ""}, "why must be filled in."),
    (RESEARCH, {"why": "They do research"}, "why must be one sentence."),
    (RESEARCH, {"quality": ""}, "quality must be one of A, B, C."),
    (RESEARCH, {"source": "hearsay judgement"}, "source must name rows of sources.csv."),
    (RESEARCH, {"source": "onet-2024"}, "source must name judgement, for the weight, and a source of why."),
    (RESEARCH, {"source": "judgement"}, "source must name judgement, for the weight, and a source of why."),
]


@pytest.mark.parametrize(("where", "changes", "rule"), BROKEN)
def test_a_broken_row_is_named_with_file_line_and_rule(
    where: dict[str, str], changes: dict[str, str], rule: str, tmp_path: Path
) -> None:
    line = with_cells(FILE, tmp_path, where, changes)
    named = refused_line(FILE, load_fit_questions, tmp_path, rule, after_line=(" (", ": "))
    assert named == line or "more row" in rule or "in one row only" in rule


def test_a_statement_without_its_mate_is_refused(tmp_path: Path) -> None:
    write_rows(read_rows(FILE)[:-1], FILE, tmp_path)
    with pytest.raises(TableError, match=r"pair must have one statement for each role\."):
        load_fit_questions(tmp_path)


def test_the_set_favours_neither_role() -> None:
    questions = load_fit_questions().values()
    for measure in ("weight", "quality"):
        counts = {
            role: Counter(getattr(each, measure) for each in questions if each.role == role) for role in central_roles()
        }
        assert len({tuple(sorted(count.items())) for count in counts.values()}) == 1, measure
    assert 8 <= len(questions) <= 12


def test_pinned_statements() -> None:
    found = {key: (each.role, each.pair, each.weight) for key, each in load_fit_questions().items()}
    assert found == {
        "case_work": ("paralegal", "substance", 3),
        "coordination": ("legal_secretary", "research", 3),
        "on_the_job": ("legal_secretary", "training", 2),
        "research": ("paralegal", "research", 3),
        "client_facts": ("paralegal", "clients", 2),
        "many_tasks": ("legal_secretary", "deadlines", 2),
        "office_work": ("legal_secretary", "substance", 3),
        "law_career": ("paralegal", "direction", 1),
        "client_calls": ("legal_secretary", "clients", 2),
        "long_work": ("paralegal", "deadlines", 2),
        "schooling": ("paralegal", "training", 2),
        "office_career": ("legal_secretary", "direction", 1),
    }
    assert found.keys() >= {SCHOOLING, LAW_CAREER}


def test_what_is_called_federal_data_rests_on_it() -> None:
    for each in load_fit_questions().values():
        federal = re.search(r"\b(?:onet-20\d\d|ep-2024-34|ooh-text)\b", each.source) is not None
        assert federal == (EVIDENCE[each.quality] == "federal data"), each.question


def test_what_is_called_federal_data_is_in_it() -> None:
    questions = load_fit_questions()
    # On clients, O*NET lists calls and talking a case through only; the rest stands in the two guides.
    for key in ("client_calls", "client_facts"):
        assert EVIDENCE[questions[key].quality] == "two vendors' guides"
    # data/role_tasks.csv, tasks 766 and 764; keeping calendars is no task of legal secretaries there.
    assert questions["coordination"].why == "Legal secretaries set appointments and send papers to where they are due."
    tasks = [task.text for task in load_role_tasks().values() if task.role == "legal_secretary"]
    assert "Set appointments" in tasks
    assert any(text.startswith("Send legal mail or arrange its delivery") for text in tasks)
    assert not any("calendar" in text for text in tasks)


def test_no_two_statements_in_a_row_show_their_pair() -> None:
    pairs = [each.pair for each in load_fit_questions().values()]
    assert all(one != other for one, other in pairwise(pairs))
