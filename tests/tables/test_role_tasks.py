from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lib.tables import TableError
from lib.tables.role_tasks import COLUMNS, CORE, DIRECT, EMERGING, UNTOUCHED, WITH_SOFTWARE, load_role_tasks
from tests.tables.copies import as_it_is, read_rows, refused_line, with_cells, with_row_twice, without_column

if TYPE_CHECKING:
    from pathlib import Path

FILE = "role_tasks.csv"
DRAFT, WITNESSES, HINT = {"task": "23994"}, {"task": "1638"}, {"task": "emerging-records"}
STATUS = "status must be core from relevance 67 and importance 3 on, and only then."
RATED = "a task that is not emerging must have every rating."
UNRATED = "an emerging task must have no rating."

BROKEN: list[tuple[dict[str, str], dict[str, str], str]] = [
    (DRAFT, {"task": ""}, "task must be filled in."),
    (DRAFT, {"text": ""}, "text must be filled in."),
    (DRAFT, {"period": ""}, "period must be filled in."),
    (DRAFT, {"role": "lawyer"}, "role must be one of legal_secretary, paralegal."),
    (DRAFT, {"kind": "legal"}, "kind must be one of administrative, shared, substantive."),
    (DRAFT, {"status": "usual"}, "status must be one of core, emerging, supplemental."),
    (DRAFT, {"exposure": "some"}, "exposure must be one of empty, direct, none, with software."),
    (DRAFT, {"quality": ""}, "quality must be one of A, B, C."),
    (DRAFT, {"source": "hearsay judgement"}, "source must name rows of sources.csv."),
    (DRAFT, {"importance": "high"}, "importance is 'high', which is not a number."),
    (DRAFT, {"importance": "5.5"}, "importance must be from 1 to 5."),
    (DRAFT, {"relevance": "101"}, "relevance and more_than_weekly must be from 0 to 100."),
    (DRAFT, {"more_than_weekly": "-1"}, "relevance and more_than_weekly must be from 0 to 100."),
    (DRAFT, {"respondents": "0"}, "respondents must be a whole number above 0."),
    (DRAFT, {"respondents": "6.5"}, "respondents must be a whole number above 0."),
    (DRAFT, {"importance": ""}, RATED),
    (DRAFT, {"exposure": ""}, RATED),
    (HINT, {"importance": "3"}, UNRATED),
    (HINT, {"exposure": "none"}, UNRATED),
    (DRAFT, {"status": "supplemental"}, STATUS),
    (WITNESSES, {"status": "core"}, STATUS),
    (DRAFT, {"text": "T" * 81}, "text must have at most 80 characters."),
    (DRAFT, {"text": "draft papers"}, "text must start with a capital and have no full stop."),
    (DRAFT, {"text": "Draft papers."}, "text must start with a capital and have no full stop."),
    (DRAFT, {"note": "New"}, "note must end as a sentence does."),
    (DRAFT, {"source": "onet-2024"}, "source must name judgement, which the kind is."),
]


@pytest.mark.parametrize(("where", "changes", "rule"), BROKEN)
def test_a_broken_row_is_named_with_file_line_and_rule(
    where: dict[str, str], changes: dict[str, str], rule: str, tmp_path: Path
) -> None:
    line = with_cells(FILE, tmp_path, where, changes)
    assert refused_line(FILE, load_role_tasks, tmp_path, rule, after_line=(" (", ": ")) == line


@pytest.mark.parametrize("column", COLUMNS)
def test_a_missing_column_is_named(column: str, tmp_path: Path) -> None:
    without_column(FILE, tmp_path, column)
    with pytest.raises(TableError, match=rf"{FILE}, line 1: the columns {column} are missing\."):
        load_role_tasks(tmp_path)


def test_repeated_rows_and_texts_are_refused(tmp_path: Path) -> None:
    line = with_row_twice(FILE, tmp_path)
    with pytest.raises(TableError, match=rf"{FILE}, line {line} .*: each task must stand in one row only\."):
        load_role_tasks(tmp_path)
    with_cells(FILE, tmp_path, DRAFT, {"text": load_role_tasks()["1638"].text})
    with pytest.raises(TableError, match="each text must stand in one row only"):
        load_role_tasks(tmp_path)


def test_a_faithful_copy_loads_and_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="is missing"):
        load_role_tasks(tmp_path / "nowhere")
    assert load_role_tasks(as_it_is(FILE, tmp_path)) == load_role_tasks()
    assert list(read_rows(FILE)[0]) == list(COLUMNS)


# O*NET task ratings, 08/2024: importance, percent who do it, percent of these who do it more often than weekly (the
# sum of the categories above "more than monthly"), answers. Exposure: labels of people in "GPTs are GPTs", 2023.
@pytest.mark.parametrize(
    ("task", "importance", "relevance", "weekly", "answers", "exposure"),
    [
        ("23994", 4.32, 88.54, 81.65, 67, WITH_SOFTWARE),  # 21.83 + 26.22 + 5.37 + 28.23
        ("18493", 3.93, 77.11, 52.98, 67, UNTOUCHED),
        ("18496", 2.99, 28.97, 50.65, 66, DIRECT),
        ("768", 4.35, 93.81, 89.19, 56, WITH_SOFTWARE),  # 10.15 + 28.0 + 10.41 + 40.63
        ("765", 4.1, 96.14, 88.25, 56, DIRECT),
    ],
)
def test_pinned_ratings(
    task: str, importance: float, relevance: float, weekly: float, answers: int, exposure: str
) -> None:
    found = load_role_tasks()[task]
    rated = (found.importance, found.relevance, found.more_than_weekly, found.respondents, found.exposure)
    assert rated == (importance, relevance, weekly, answers, exposure)


def test_counts_by_role_and_status() -> None:
    tasks = list(load_role_tasks().values())
    assert len(tasks) == 28
    rated = [task for task in tasks if task.status != EMERGING]
    assert {role: sum(task.role == role for task in rated) for role in ("paralegal", "legal_secretary")} == {
        "paralegal": 12,
        "legal_secretary": 14,
    }
    assert sum(task.status == CORE for task in rated) == 16  # 6 of paralegals, 10 of legal secretaries


def test_emerging_tasks_are_a_weak_hint() -> None:
    for task in load_role_tasks().values():
        if task.status == EMERGING:
            ratings = (task.importance, task.relevance, task.more_than_weekly, task.respondents, task.activities)
            assert ratings == (None, None, None, None, ())
            assert (task.quality, task.source) == ("C", "onet-emerging judgement")


def test_a_new_task_says_that_its_links_are_those_of_the_old_one() -> None:
    assert "of the task it replaced" in load_role_tasks()["23994"].note
