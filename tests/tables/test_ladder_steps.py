from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from lib.tables import TableError
from lib.tables.ladder_steps import LADDERS, load_ladder_steps
from tests.tables.copies import (
    read_rows,
    refused_line,
    with_cells,
    write_rows,
)

if TYPE_CHECKING:
    from pathlib import Path

FILE = "ladder_steps.csv"
FIRST = {"ladder": "paralegal", "order": "1"}
SENIOR = {"ladder": "paralegal", "order": "2"}
LAWYER = {"ladder": "paralegal", "order": "3"}
MANAGER = {"ladder": "legal_secretary", "order": "4"}
SWITCH = {"ladder": "secretary_to_paralegal", "order": "2"}

BROKEN: list[tuple[dict[str, str], dict[str, str], str]] = [
    (SENIOR, {"ladder": "judge"}, "ladder must be one of legal_secretary, paralegal, secretary_to_paralegal."),
    (SENIOR, {"order": "second"}, "order is 'second', which is not a number."),
    (LAWYER, {"order": "4"}, "order must count 1, 2, 3 within its ladder."),
    (LAWYER, {"order": ""}, "order must count 1, 2, 3 within its ladder."),
    (
        SENIOR,
        {"role": "judge"},
        "role must be one of administrative_services_manager, executive_secretary, lawyer, legal_secretary, "
        "office_supervisor, paralegal, secretary.",
    ),
    (SENIOR, {"experience": "chief"}, "experience must be empty or a level of data/factors.csv for the role."),
    (LAWYER, {"experience": "senior"}, "experience must be empty or a level of data/factors.csv for the role."),
    (SENIOR, {"experience": "bachelors"}, "experience must be empty or a level of data/factors.csv for the role."),
    (SENIOR, {"label": ""}, "label must be filled in."),
    (SENIOR, {"training": ""}, "training must be filled in."),
    (SENIOR, {"period": ""}, "period must be filled in."),
    (SENIOR, {"note": ""}, "note must be filled in."),
    (SENIOR, {"source": "hearsay"}, "source must name rows of sources.csv."),
    (SENIOR, {"kind": "input"}, "kind must be one of estimate, fact, not found."),
    (SENIOR, {"quality": "D"}, "quality must be one of empty, A, B, C."),
    (SENIOR, {"years": "soon"}, "years is 'soon', which is not a number."),
    (SENIOR, {"years": "-1"}, "years must not be negative."),
    (SENIOR, {"years": "0"}, "years must be 0 on the first step, and only there."),
    (FIRST, {"years": "1"}, "years must be 0 on the first step, and only there."),
    (SWITCH, {"years": "1.9"}, "years must lie between its low and high."),
    (SWITCH, {"years": "4.1"}, "years must lie between its low and high."),
    (MANAGER, {"years_high": "5"}, "years must lie between its low and high."),
    (SENIOR, {"years": ""}, "kind must be not found where years is empty, and only there."),
    (SENIOR, {"kind": "not found"}, "kind must be not found where years is empty, and only there."),
    (SENIOR, {"quality": ""}, "quality must be filled in where years is, and only there."),
    (MANAGER, {"quality": "A"}, "quality must be filled in where years is, and only there."),
    (MANAGER, {"note": "Takes a while."}, "note must say not found where years is empty."),
]


@pytest.mark.parametrize(("where", "changes", "rule"), BROKEN)
def test_a_broken_row_is_named_with_file_line_and_rule(
    where: dict[str, str], changes: dict[str, str], rule: str, tmp_path: Path
) -> None:
    line = with_cells(FILE, tmp_path, where, changes)
    assert refused_line(FILE, load_ladder_steps, tmp_path, rule, after_line=(" (", ": ")) == line


def test_an_unknown_path_is_refused(tmp_path: Path) -> None:
    with_cells(FILE, tmp_path, SENIOR, {"path": "luck"})
    with pytest.raises(TableError, match=r"path must be one of empty, alp, associate, bachelor, .*\.$"):
        load_ladder_steps(tmp_path)


def test_the_order_of_the_ladders_is_ours_whatever_the_file_says(tmp_path: Path) -> None:
    rows = sorted(read_rows(FILE), key=lambda row: row["ladder"] == "legal_secretary")
    assert rows[0]["ladder"] == "paralegal"
    assert load_ladder_steps(write_rows(rows, FILE, tmp_path)) == load_ladder_steps()
    assert list(load_ladder_steps()) == list(LADDERS)


@pytest.mark.parametrize(
    ("ladder", "steps"),
    [
        (
            "legal_secretary",
            [
                ("legal_secretary", "", 0, "on_the_job"),
                ("legal_secretary", "senior", 3, "clp"),
                ("office_supervisor", "", None, ""),
                ("administrative_services_manager", "", None, "bachelor"),
            ],
        ),
        (
            "paralegal",
            [
                ("paralegal", "", 0, "associate"),
                ("paralegal", "senior", 5, "pp"),
                ("lawyer", "", 3, "law_school"),
            ],
        ),
        (
            "secretary_to_paralegal",
            [("legal_secretary", "", 0, "on_the_job"), ("paralegal", "", 3, "certificate_part_time")],
        ),
    ],
)
def test_pinned_steps(ladder: str, steps: list[tuple[str, str, float | None, str]]) -> None:
    found = load_ladder_steps()[ladder]
    assert [(step.role, step.experience, step.years, step.path) for step in found] == steps


def test_time_in_rank_without_a_survey_is_no_fact() -> None:
    for steps in load_ladder_steps().values():
        for step in steps:
            judged = "judgement" in step.source.split()
            assert (step.kind == "estimate") == judged, step.label
            assert re.search(r"\.$", step.training)
