from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from lib.tables import (
    TableError,
    central_roles,
    load_office_pains,
    load_office_presets,
    load_office_tasks,
)
from lib.tables.files import DATA
from lib.tables.office_tasks import KINDS
from tests.tables.copies import as_it_is, read_rows, with_cells, with_row_twice, without_column, write_rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TASKS, PRESETS, PAINS, HOURS = "office_tasks.csv", "office_presets.csv", "office_pains.csv", "office_hours.csv"
LOADERS: dict[str, Callable[[Path], Any]] = {
    TASKS: load_office_tasks,
    PRESETS: load_office_presets,
    PAINS: load_office_pains,
    HOURS: load_office_presets,
}
KEYS = {TASKS: "task", PRESETS: "preset", PAINS: "pain", HOURS: "of + task"}
ADVICE, RESEARCH, DOCKET, PHONES = ({"task": task} for task in ("legal_advice", "legal_research", "docket", "phones"))
SOLO, SLIP, ONE_HOUR = {"preset": "solo"}, {"pain": "deadlines_slip"}, {"of": "solo", "task": "docket"}
BOTH = "must_not must be 'paralegal legal_secretary', since only a lawyer may do it."
SECRETARY = "must_not of substantive work for paralegals must be 'legal_secretary'."
EMPTY = "must_not must be empty unless the work is substantive."
JUDGED = "source must name judgement if and only if basis is judgement."
WHY = "why must be filled in if and only if must_not is."

BROKEN: list[tuple[str, dict[str, str], dict[str, str], str]] = [
    (TASKS, ADVICE, {"task": ""}, "task must be filled in."),
    (TASKS, ADVICE, {"label": ""}, "label must be filled in."),
    (TASKS, ADVICE, {"label": "Give advice."}, "label must start with a capital and have no full stop."),
    (TASKS, ADVICE, {"label": "give advice"}, "label must start with a capital and have no full stop."),
    (TASKS, ADVICE, {"label": "A" * 71}, "label must have at most 70 characters."),
    (TASKS, ADVICE, {"kind": "legal"}, "kind must be one of administrative, shared, substantive."),
    (TASKS, ADVICE, {"lawyer_only": "maybe"}, "lawyer_only must be one of no, yes."),
    (TASKS, ADVICE, {"virtual": "digital"}, "virtual must be one of no, partly, yes."),
    (TASKS, ADVICE, {"basis": "hearsay"}, "basis must be one of fact, judgement."),
    (TASKS, ADVICE, {"quality": "D"}, "quality must be one of A, B, C."),
    (TASKS, ADVICE, {"source": "hearsay"}, "source must name rows of sources.csv."),
    (TASKS, ADVICE, {"kind": "shared"}, "a task only a lawyer may do must be substantive."),
    (TASKS, ADVICE, {"must_not": "legal_secretary"}, BOTH),
    (TASKS, ADVICE, {"must_not": ""}, BOTH),
    (TASKS, RESEARCH, {"must_not": ""}, SECRETARY),
    (TASKS, RESEARCH, {"must_not": "paralegal"}, SECRETARY),
    (TASKS, RESEARCH, {"must_not": "paralegal legal_secretary"}, SECRETARY),
    (TASKS, DOCKET, {"must_not": "legal_secretary", "why": "No."}, EMPTY),
    (TASKS, PHONES, {"must_not": "paralegal", "why": "No."}, EMPTY),
    (TASKS, RESEARCH, {"why": ""}, WHY),
    (TASKS, DOCKET, {"why": "Nobody knows."}, WHY),
    (TASKS, RESEARCH, {"why": "It is hard"}, "why must end as a sentence does."),
    (TASKS, RESEARCH, {"note": "Look-ups only"}, "note must end as a sentence does."),
    (TASKS, RESEARCH, {"basis": "judgement"}, JUDGED),
    (TASKS, RESEARCH, {"source": "judgement onet-2024"}, JUDGED),
    (PRESETS, SOLO, {"preset": ""}, "preset must be filled in."),
    (PRESETS, SOLO, {"label": ""}, "label must be filled in."),
    (PRESETS, SOLO, {"why": ""}, "why must be filled in."),
    (PRESETS, SOLO, {"why": "A guess"}, "why must end as a sentence does."),
    (PRESETS, SOLO, {"source": ""}, "source must name rows of sources.csv."),
    (PRESETS, SOLO, {"lawyers": "one"}, "lawyers is 'one', which is not a number."),
    (PRESETS, SOLO, {"lawyers": "0"}, "lawyers must be a whole number from 1 to 1,000."),
    (PRESETS, SOLO, {"lawyers": ""}, "lawyers must be a whole number from 1 to 1,000."),
    (PRESETS, SOLO, {"headcount": "1.5"}, "headcount must be a whole number from 1 to 1,000."),
    (PRESETS, SOLO, {"headcount": "1001"}, "headcount must be a whole number from 1 to 1,000."),
    (PRESETS, SOLO, {"lawyers": "2"}, "headcount must count the lawyers too."),
    (PAINS, SLIP, {"pain": ""}, "pain must be filled in."),
    (PAINS, SLIP, {"undone": "partly"}, "undone must be one of no, yes."),
    (PAINS, SLIP, {"why": "A guess"}, "why must end as a sentence does."),
    (PAINS, SLIP, {"source": "hearsay"}, "source must name rows of sources.csv."),
    (HOURS, ONE_HOUR, {"task": "juggling"}, ", travel, trial_help, trial_materials."),
    (HOURS, ONE_HOUR, {"hours": "many"}, "hours is 'many', which is not a number."),
    (HOURS, ONE_HOUR, {"hours": "0"}, "hours must be above 0 and at most 200."),
    (HOURS, ONE_HOUR, {"hours": ""}, "hours must be above 0 and at most 200."),
    (HOURS, ONE_HOUR, {"hours": "200.5"}, "hours must be above 0 and at most 200."),
    (HOURS, ONE_HOUR, {"source": "hearsay"}, "source must name rows of sources.csv."),
]


def copies(folder: Path) -> Path:
    for file in (TASKS, PRESETS, PAINS, HOURS):
        as_it_is(file, folder)
    return folder


@pytest.mark.parametrize(("file", "where", "changes", "rule"), BROKEN)
def test_a_broken_row_is_named_with_file_line_and_rule(
    file: str, where: dict[str, str], changes: dict[str, str], rule: str, tmp_path: Path
) -> None:
    copies(tmp_path)
    line = with_cells(file, tmp_path, where, changes)
    with pytest.raises(TableError) as raised:
        LOADERS[file](tmp_path)
    sentence = str(raised.value)
    assert sentence.startswith((f"{file}, line {line} (", f"{file}, line {line}: "))
    assert sentence.endswith(rule)


@pytest.mark.parametrize("of", ["", "nobody"])
def test_hours_of_nobody_are_refused(of: str, tmp_path: Path) -> None:
    copies(tmp_path)
    line = with_cells(HOURS, tmp_path, ONE_HOUR, {"of": of})
    with pytest.raises(TableError, match=rf"{HOURS}, line {line} .*: of must be one of calendar_chaos, corporate, "):
        load_office_pains(tmp_path)


@pytest.mark.parametrize(("file", "missing"), [(PRESETS, "corporate"), (PAINS, "intake_slow")])
def test_an_office_without_hours_is_refused(file: str, missing: str, tmp_path: Path) -> None:
    write_rows([row for row in read_rows(HOURS) if row["of"] != missing], HOURS, copies(tmp_path))
    with pytest.raises(TableError, match=rf"{file}, line \d+ \(.*'{missing}'\): {HOURS} has no hours of it\."):
        LOADERS[file](tmp_path)


@pytest.mark.parametrize("file", [TASKS, PRESETS, PAINS])
def test_the_same_label_twice_is_refused(file: str, tmp_path: Path) -> None:
    rows = read_rows(file)
    rows[1]["label"] = rows[0]["label"]
    with pytest.raises(TableError, match=rf"{file}, line 3 .*: each label must stand in one row only\."):
        LOADERS[file](write_rows(rows, file, copies(tmp_path)))


@pytest.mark.parametrize("file", LOADERS)
def test_a_repeated_row_is_refused(file: str, tmp_path: Path) -> None:
    copies(tmp_path)
    line = with_row_twice(file, tmp_path)
    with pytest.raises(TableError) as raised:
        LOADERS[file](tmp_path)
    assert str(raised.value).startswith(f"{file}, line {line} (")
    assert str(raised.value).endswith(f": each {KEYS[file]} must stand in one row only.")


@pytest.mark.parametrize(("file", "column"), [(file, column) for file in LOADERS for column in read_rows(file)[0]])
def test_a_missing_column_is_named(file: str, column: str, tmp_path: Path) -> None:
    without_column(file, copies(tmp_path), column)
    with pytest.raises(TableError, match=rf"{file}, line 1: the columns {column} are missing\."):
        LOADERS[file](tmp_path)


@pytest.mark.parametrize("file", LOADERS)
def test_a_faithful_copy_loads_and_a_missing_file_is_named(file: str, tmp_path: Path) -> None:
    with pytest.raises(TableError, match="is missing"):
        LOADERS[file](tmp_path / "nowhere")
    assert LOADERS[file](copies(tmp_path)) == LOADERS[file](DATA)


# 40 tasks: 21 substantive, of which 6 need a lawyer, 10 shared, 9 administrative. 26 can go virtual, 7 partly, 7 not.
def test_the_tasks_are_counted() -> None:
    tasks = load_office_tasks().values()
    assert Counter(task.kind for task in tasks) == {"substantive": 21, "shared": 10, "administrative": 9}
    assert Counter(task.virtual for task in tasks) == {"yes": 26, "partly": 7, "no": 7}
    assert sum(task.lawyer_only for task in tasks) == 6
    assert list(dict.fromkeys(task.kind for task in tasks)) == list(KINDS)


def test_who_must_not_do_what() -> None:
    tasks = load_office_tasks()
    assert tasks["legal_advice"].must_not == central_roles()
    assert tasks["legal_research"].must_not == ("legal_secretary",)
    assert tasks["docket"].must_not == tasks["phones"].must_not == ()
    for task in tasks.values():
        assert bool(task.must_not) == bool(task.why) == (task.kind == "substantive"), task.task


def test_the_limits_of_the_profession_are_facts_with_a_rule_behind_them() -> None:
    for task in load_office_tasks().values():
        if task.lawyer_only:
            assert task.basis == "fact"
            assert {"aba-guidelines", "ca-paralegal-law", "aba-definition"} & set(task.source.split()), task.task


def test_texts_are_plain_american_english() -> None:
    for task in load_office_tasks().values():
        for words in (task.label, task.why, task.note):
            assert words.isprintable()
            assert not re.search(r"organis|summaris|programme|licence|solicitor|[*_<>|#]|\s\s", words), words


def test_presets_and_pains_are_our_judgement_and_start_from_four_offices() -> None:
    assert list(load_office_presets()) == ["solo", "litigation_5", "mixed_12", "corporate"]
    assert [preset.lawyers for preset in load_office_presets().values()] == [1, 5, 12, 4]
    assert {row["source"] for file in (PRESETS, PAINS, HOURS) for row in read_rows(file)} == {"judgement"}
    assert dict(load_office_presets()["solo"].hours)["docket"] == 1
    assert dict(load_office_pains()["deadlines_slip"].hours) == {"docket": 2, "e_filing": 1, "schedule_hearings": 1}


def test_no_complaint_is_answered_with_what_only_a_lawyer_may_do() -> None:
    for pain in load_office_pains().values():
        assert not any(load_office_tasks()[task].lawyer_only for task, _ in pain.hours), pain.pain
