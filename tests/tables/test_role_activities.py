from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lib.tables import TableError
from lib.tables.role_activities import KNOWLEDGE, SKILL, WORK_ACTIVITY, load_role_activities
from tests.tables.copies import (
    read_rows,
    refused_line,
    with_cells,
    write_rows,
)

if TYPE_CHECKING:
    from pathlib import Path

FILE = "role_activities.csv"
LAW, CONTACT = "2.C.8.b", "4.A.4.a.3"
PARALEGAL_LAW = {"role": "paralegal", "element": LAW}
SECRETARY_LAW = {"role": "legal_secretary", "element": LAW}
READING = {"role": "paralegal", "element": "2.A.1.a"}

BROKEN: list[tuple[dict[str, str], dict[str, str], str]] = [
    (PARALEGAL_LAW, {"role": "judge"}, "paralegal, secretary."),
    (PARALEGAL_LAW, {"domain": "luck"}, "domain must be one of knowledge, skill, work_activity"),
    (PARALEGAL_LAW, {"element": ""}, "element must be filled in"),
    (PARALEGAL_LAW, {"label": ""}, "label must be filled in"),
    (PARALEGAL_LAW, {"period": ""}, "period must be filled in"),
    (PARALEGAL_LAW, {"importance": ""}, "importance must be filled in"),
    (PARALEGAL_LAW, {"respondents": ""}, "respondents must be filled in"),
    (PARALEGAL_LAW, {"source": "hearsay"}, "source must name rows of sources.csv"),
    (PARALEGAL_LAW, {"importance": "high"}, "importance is 'high', which is not a number"),
    (PARALEGAL_LAW, {"importance": "0.9"}, "importance must be from 1 to 5"),
    (PARALEGAL_LAW, {"importance": "5.1"}, "importance must be from 1 to 5"),
    (PARALEGAL_LAW, {"standard_error": "-0.1"}, "standard_error must not be negative"),
    (PARALEGAL_LAW, {"standard_error": ""}, "standard_error must be empty for a skill, and only there"),
    (READING, {"standard_error": "0.1"}, "standard_error must be empty for a skill, and only there"),
    (PARALEGAL_LAW, {"respondents": "0"}, "respondents must be a whole number above 0"),
    (PARALEGAL_LAW, {"respondents": "1.5"}, "respondents must be a whole number above 0"),
    (PARALEGAL_LAW, {"label": "L" * 41}, "label must have at most 40 characters"),
    (PARALEGAL_LAW, {"label": "law"}, "label must start with a capital and have no full stop"),
    (PARALEGAL_LAW, {"label": "Law."}, "label must start with a capital and have no full stop"),
    (
        PARALEGAL_LAW,
        {"element": "2.C.99", "label": "Something else"},
        "element must be rated for every role of its domain",
    ),
    (PARALEGAL_LAW, {"period": "May 1999"}, "period must be the same in all rows of a role and domain"),
]


@pytest.mark.parametrize(("where", "changes", "rule"), BROKEN)
def test_a_broken_row_is_named_with_file_line_and_rule(
    where: dict[str, str], changes: dict[str, str], rule: str, tmp_path: Path
) -> None:
    with_cells(FILE, tmp_path, where, changes)
    with pytest.raises(TableError) as raised:
        load_role_activities(tmp_path)
    sentence = str(raised.value)
    assert sentence.startswith(f"{FILE}, line ")
    assert rule in sentence
    assert "np." not in sentence


def test_the_line_of_a_broken_row_is_named(tmp_path: Path) -> None:
    line = with_cells(FILE, tmp_path, PARALEGAL_LAW, {"importance": "5.1"})
    assert refused_line(FILE, load_role_activities, tmp_path, "importance must be from 1 to 5.") == line


def test_an_element_has_one_label_and_a_label_one_element(tmp_path: Path) -> None:
    with_cells(FILE, tmp_path, PARALEGAL_LAW, {"label": "The law"})
    with pytest.raises(TableError, match="label must be the same in every row of an element"):
        load_role_activities(tmp_path)
    rows = read_rows(FILE)
    for row in rows:
        row["label"] = "Physics" if row["element"] == LAW else row["label"]
    with pytest.raises(TableError, match="label must stand for one element of the domain"):
        load_role_activities(write_rows(rows, FILE, tmp_path))


@pytest.mark.parametrize("role", ["paralegal", "legal_secretary"])
def test_both_central_roles_are_rated(role: str, tmp_path: Path) -> None:
    rows = [row for row in read_rows(FILE) if row["role"] != role]
    with pytest.raises(TableError, match=rf"{FILE}: {role} must have rows\."):
        load_role_activities(write_rows(rows, FILE, tmp_path))


# O*NET, ratings of importance with standard error and answers: paralegals, legal secretaries and lawyers 08/2024,
# office supervisors 07/2015, administrative services managers 07/2017.
@pytest.mark.parametrize(
    ("role", "element", "importance", "error", "answers", "period"),
    [
        ("paralegal", LAW, 4.78, 0.1105, 24, "August 2024"),
        ("legal_secretary", LAW, 4.18, 0.2512, 19, "August 2024"),
        ("lawyer", LAW, 4.98, 0.0190, 22, "August 2024"),
        ("office_supervisor", LAW, 2.60, 0.1838, 40, "July 2015"),
        ("administrative_services_manager", LAW, 2.88, 0.4158, 45, "July 2017"),
        ("paralegal", CONTACT, 4.34, 0.4100, 24, "August 2024"),
        ("legal_secretary", CONTACT, 3.82, 0.5112, 16, "August 2024"),
        ("lawyer", CONTACT, 4.24, 0.1980, 23, "August 2024"),
        ("office_supervisor", CONTACT, 3.59, 0.2461, 39, "July 2015"),
        ("administrative_services_manager", CONTACT, 3.84, 0.2027, 43, "July 2017"),
        ("paralegal", "2.C.9.b", 2.17, 0.2264, 23, "August 2024"),
        ("paralegal", "2.C.10", 1.70, 0.3039, 24, "August 2024"),
        # O*NET 25.3, skills, rated by 8 analysts, 08/2018.
        ("paralegal", "2.A.1.a", 4.00, None, 8, "August 2018"),
        ("legal_secretary", "2.A.1.a", 3.88, None, 8, "August 2018"),
    ],
)
def test_pinned_ratings(
    role: str, element: str, importance: float, error: float | None, answers: int, period: str
) -> None:
    rating = load_role_activities()[role][element]
    assert (rating.importance, rating.standard_error, rating.respondents, rating.period) == (
        importance,
        error,
        answers,
        period,
    )


def test_every_element_of_the_database_is_there() -> None:
    # O*NET rates 41 work activities, 33 fields of knowledge and 35 skills.
    for role, ratings in load_role_activities().items():
        counts = {
            domain: sum(rating.domain == domain for rating in ratings.values())
            for domain in (WORK_ACTIVITY, KNOWLEDGE, SKILL)
        }
        skills = 35 if role in ("paralegal", "legal_secretary") else 0
        assert counts == {WORK_ACTIVITY: 41, KNOWLEDGE: 33, SKILL: skills}


def test_the_database_is_credited() -> None:
    assert {rating.source for ratings in load_role_activities().values() for rating in ratings.values()} == {
        "onet-2024",
        "onet-next-steps",
        "onet-skills",
    }
