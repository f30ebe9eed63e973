from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from lib.tables import TableError
from lib.tables.training_paths import load_training_paths
from tests.tables.copies import (
    read_rows,
    refused_line,
    with_cells,
    write_rows,
)

if TYPE_CHECKING:
    from pathlib import Path

FILE = "training_paths.csv"
ASSOCIATE = {"path": "associate"}
CP = {"path": "cp"}
CLP = {"path": "clp"}
LAW_SCHOOL = {"path": "law_school"}

BROKEN: list[tuple[dict[str, str], dict[str, str], str]] = [
    (ASSOCIATE, {"path": ""}, "path must be filled in."),
    (ASSOCIATE, {"label": ""}, "label must be filled in."),
    (ASSOCIATE, {"period": ""}, "period must be filled in."),
    (ASSOCIATE, {"note": ""}, "note must be filled in."),
    (ASSOCIATE, {"time_given_up": ""}, "time_given_up must be filled in."),
    (ASSOCIATE, {"label": "Law school, 3 years"}, "each label must stand in one row only."),
    (
        ASSOCIATE,
        {"role": "judge"},
        "role must be one of administrative_services_manager, executive_secretary, lawyer, legal_secretary, "
        "office_supervisor, paralegal, secretary.",
    ),
    (ASSOCIATE, {"kind": "input"}, "kind must be one of estimate, fact, not found."),
    (ASSOCIATE, {"quality": "D"}, "quality must be one of empty, A, B, C."),
    (ASSOCIATE, {"source": "hearsay"}, "source must name rows of sources.csv."),
    (ASSOCIATE, {"source": ""}, "source must name rows of sources.csv."),
    (ASSOCIATE, {"tuition": "cheap"}, "tuition is 'cheap', which is not a number."),
    (ASSOCIATE, {"months": "-1"}, "numbers must not be negative."),
    (CP, {"exam_fee": "-1"}, "numbers must not be negative."),
    (ASSOCIATE, {"time_given_up": "1.01"}, "time_given_up must be at most 1."),
    (ASSOCIATE, {"tuition": "2879"}, "tuition must lie between its low and high."),
    (ASSOCIATE, {"tuition": "17801"}, "tuition must lie between its low and high."),
    (ASSOCIATE, {"tuition": ""}, "tuition must lie between its low and high."),
    (ASSOCIATE, {"months_low": "25"}, "months must lie between its low and high."),
    (ASSOCIATE, {"months_high": "23"}, "months must lie between its low and high."),
    (ASSOCIATE, {"months": "", "months_high": "24"}, "months must lie between its low and high."),
    (ASSOCIATE, {"months": ""}, "note must say not found where months, tuition or exam_fee is empty."),
    (CP, {"note": "Fee of 2018."}, "note must say not found where months, tuition or exam_fee is empty."),
    (CP, {"exam_fee": ""}, "kind must be not found where no price is known, and only there."),
    (CP, {"exam_fee": "0"}, "kind must be not found where no price is known, and only there."),
    (CP, {"kind": "not found"}, "kind must be not found where no price is known, and only there."),
    (CLP, {"kind": "estimate"}, "kind must be not found where no price is known, and only there."),
    (CP, {"quality": ""}, "quality must be filled in where a price is known, and only there."),
    (CLP, {"quality": "A"}, "quality must be filled in where a price is known, and only there."),
    (ASSOCIATE, {"source": "college-board"}, "source must name judgement, which time_given_up is."),
    (ASSOCIATE, {"education": "phd"}, "education must be empty or a level of data/factors.csv for the role."),
    (CP, {"credential": "crp"}, "credential must be empty or a level of data/factors.csv for the role."),
    (LAW_SCHOOL, {"education": "masters"}, "education must be empty or a level of data/factors.csv for the role."),
]


@pytest.mark.parametrize(("where", "changes", "rule"), BROKEN)
def test_a_broken_row_is_named_with_file_line_and_rule(
    where: dict[str, str], changes: dict[str, str], rule: str, tmp_path: Path
) -> None:
    line = with_cells(FILE, tmp_path, where, changes)
    named = refused_line(FILE, load_training_paths, tmp_path, rule, after_line=(" (", ": "))
    assert named == line or rule.startswith("each label")  # a repeated label is named where it stands the second time


@pytest.mark.parametrize(
    ("where", "changes"),
    [
        (ASSOCIATE, {"time_given_up": "0"}),
        (ASSOCIATE, {"tuition": "2880"}),
        (ASSOCIATE, {"tuition": "17800"}),
        (ASSOCIATE, {"tuition_low": "", "tuition_high": ""}),
        (ASSOCIATE, {"education": ""}),
        (CP, {"credential": "acp"}),
    ],
)
def test_the_limit_itself_is_allowed(where: dict[str, str], changes: dict[str, str], tmp_path: Path) -> None:
    with_cells(FILE, tmp_path, where, changes)
    assert load_training_paths(tmp_path)


@pytest.mark.parametrize("role", ["paralegal", "legal_secretary"])
def test_each_of_the_two_roles_needs_a_path(role: str, tmp_path: Path) -> None:
    rows = [row for row in read_rows(FILE) if row["role"] != role]
    with pytest.raises(TableError, match=rf"{FILE}: no path leads to {role}\."):
        load_training_paths(write_rows(rows, FILE, tmp_path))


def test_every_path_of_the_articles_is_there() -> None:
    assert {
        "on_the_job", "secretary_certificate", "community_college_courses", "associate", "bachelor_certificate",
        "bachelor", "cp",
    } <= load_training_paths().keys()  # fmt: skip


# College Board: 2 x 4,050 (2024-25) and 4 x 11,950 (2025-26); the least and the most expensive state 2 x 1,440 and
# 2 x 8,900; private college 4 x 45,000; law school 3 x 26,917 and, private, 3 x 52,325 (2022-23); UC San Diego 7,495.
@pytest.mark.parametrize(
    ("path", "months", "tuition", "low", "high", "given_up"),
    [
        ("associate", 24, 8_100, 2_880, 17_800, 1),
        ("bachelor", 48, 47_800, None, 180_000, 1),
        ("law_school", 36, 80_751, None, 156_975, 1),
        ("certificate_full_time", 2.8, 7_495, 3_000, 15_000, 1),
        ("on_the_job", 6.5, 0, 0, 0, 0),
        ("secretary_certificate", 4.5, None, None, None, 0),
    ],
)
def test_pinned_length_and_tuition(
    path: str, months: float, tuition: float | None, low: float | None, high: float | None, given_up: float
) -> None:
    found = load_training_paths()[path]
    assert (found.months, found.tuition, found.tuition_low, found.tuition_high) == (months, tuition, low, high)
    assert found.time_given_up == given_up


@pytest.mark.parametrize(
    ("path", "fee", "credential"),
    [("cp", 275, "cp"), ("crp", 325, ""), ("frp", 145, ""), ("rp", None, "cp"), ("clp", None, "")],
)
def test_pinned_fees(path: str, fee: float | None, credential: str) -> None:
    found = load_training_paths()[path]
    assert (found.exam_fee, found.credential) == (fee, credential)


def test_what_was_not_found_is_told() -> None:
    paths = load_training_paths()
    assert paths["associate"].missing == ()
    assert paths["secretary_certificate"].missing == ("tuition",)
    assert paths["cp"].missing == ("length", "tuition")
    assert paths["rp"].missing == ("length", "tuition", "exam fee")
    assert paths["law_school"].missing == ("exam fee",)


def test_words_are_plain_american_english() -> None:
    for path in load_training_paths().values():
        assert path.note.isprintable()
        assert path.note.endswith(".")
        assert len(path.label) <= 45
        assert not re.search(r"\b(organis|programme|labour|licence)", path.note)
