from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from lib.tables import TableError, load_roles, load_wages
from lib.tables.outlook import COLUMNS, END_YEAR, START_YEAR, load_outlook
from tests.tables.copies import as_it_is, read_rows, with_cells, with_row_twice, without_column, write_rows

if TYPE_CHECKING:
    from pathlib import Path

FILE = "outlook.csv"
PARALEGAL = {"role": "paralegal"}
SECRETARY = {"role": "legal_secretary"}
LAWYER = {"role": "lawyer"}

BROKEN: list[tuple[dict[str, str], dict[str, str], str]] = [
    (LAWYER, {"role": "judge"}, "role must be one of administrative_services_manager, executive_secretary, lawyer, "
        "legal_secretary, office_supervisor, paralegal, secretary."),
    (LAWYER, {"period": "2023 to 2033"}, "period must be one of 2024 to 2034."),
    (LAWYER, {"entry_education": "Law school"}, "entry_education must be one of Associate's degree, Bachelor's degree, "
        "Doctoral or professional degree, High school diploma or equivalent, Master's degree, No formal educational "
        "credential, Postsecondary nondegree award, Some college, no degree."),
    (LAWYER, {"training": ""}, "training must be one of Apprenticeship, Internship/residency, Long-term on-the-job "
        "training, Moderate-term on-the-job training, None, Short-term on-the-job training."),
    (LAWYER, {"employment_start": ""}, "employment_start must be filled in."),
    (LAWYER, {"employment_end": ""}, "employment_end must be filled in."),
    (LAWYER, {"change": ""}, "change must be filled in."),
    (LAWYER, {"change_percent": ""}, "change_percent must be filled in."),
    (LAWYER, {"openings_a_year": ""}, "openings_a_year must be filled in."),
    (LAWYER, {"employment_start": "864.8 thousand"}, "employment_start is '864.8 thousand', which is not a number."),
    (LAWYER, {"change_percent": "inf"}, "change_percent is 'inf', which is not a number."),
    (LAWYER, {"soc_code": "23-1012"}, "soc_code must be that of the role."),
    (LAWYER, {"soc_code": ""}, "soc_code must be that of the role."),
    (LAWYER, {"employment_start": "864800.5"}, "jobs must be whole numbers."),
    (LAWYER, {"employment_start": "0"}, "employment and openings must be more than 0."),
    (LAWYER, {"employment_end": "-1"}, "employment and openings must be more than 0."),
    (LAWYER, {"openings_a_year": "0"}, "employment and openings must be more than 0."),
    (LAWYER, {"change": "36100"}, "employment_start and change must add up to employment_end."),
    (LAWYER, {"employment_end": "900500"}, "employment_start and change must add up to employment_end."),
    (SECRETARY, {"change": "9000"}, "employment_start and change must add up to employment_end."),
    (LAWYER, {"change_percent": "4.3"}, "change_percent must be change in percent of employment_start."),
    (SECRETARY, {"change_percent": "5.8"}, "change_percent must be change in percent of employment_start."),
    (LAWYER, {"openings_a_year": "3500"}, "openings_a_year must be at least the new jobs of a year."),
    (LAWYER, {"source": "hearsay"}, "source must name rows of sources.csv."),
    (LAWYER, {"source": ""}, "source must name rows of sources.csv."),
]  # fmt: skip


def refusal(folder: Path) -> str:
    with pytest.raises(TableError) as raised:
        load_outlook(folder)
    return str(raised.value)


@pytest.mark.parametrize(("where", "changes", "rule"), BROKEN)
def test_a_broken_row_is_named_with_line_and_rule(
    where: dict[str, str], changes: dict[str, str], rule: str, tmp_path: Path
) -> None:
    line = with_cells(FILE, tmp_path, where, changes)
    sentence = refusal(tmp_path)
    assert sentence.startswith((f"{FILE}, line {line} (", f"{FILE}, line {line}: "))
    assert sentence.endswith(rule)


@pytest.mark.parametrize(
    ("where", "changes"),
    [
        (LAWYER, {"change": "35800"}),
        (LAWYER, {"employment_end": "900600"}),
        (LAWYER, {"change_percent": "4.2"}),
        (LAWYER, {"openings_a_year": "3590"}),
        (LAWYER, {"note": ""}),
    ],
)
def test_rounding_is_allowed(where: dict[str, str], changes: dict[str, str], tmp_path: Path) -> None:
    with_cells(FILE, tmp_path, where, changes)
    assert load_outlook(tmp_path)


@pytest.mark.parametrize("role", ["paralegal", "legal_secretary"])
def test_a_central_role_must_be_there(role: str, tmp_path: Path) -> None:
    rows = [row for row in read_rows(FILE) if row["role"] != role]
    write_rows(rows, FILE, tmp_path)
    assert refusal(tmp_path) == f"outlook.csv: {role} must have a row."


def test_a_repeated_role_is_refused(tmp_path: Path) -> None:
    line = with_row_twice(FILE, tmp_path)
    assert refusal(tmp_path) == (f"{FILE}, line {line} (role 'secretary'): each role must stand in one row only.")


@pytest.mark.parametrize("column", COLUMNS)
def test_a_missing_column_is_named(column: str, tmp_path: Path) -> None:
    without_column(FILE, tmp_path, column)
    assert refusal(tmp_path) == f"{FILE}, line 1: the columns {column} are missing."


def test_a_faithful_copy_loads_and_a_missing_file_is_named(tmp_path: Path) -> None:
    assert "is missing" in refusal(tmp_path / "nowhere")
    assert load_outlook(as_it_is(FILE, tmp_path)) == load_outlook()
    assert tuple(read_rows(FILE)[0]) == COLUMNS


# BLS, Employment Projections 2024 to 2034, table 1.2: thousands of jobs, percent, thousands of openings a year.
@pytest.mark.parametrize(
    ("role", "start", "end", "percent", "openings"),
    [
        ("paralegal", 376.2, 376.8, 0.2, 39.3),
        ("legal_secretary", 156.3, 147.3, -5.8, 19.6),
        ("lawyer", 864.8, 900.7, 4.1, 31.5),
        ("administrative_services_manager", 271.2, 283.8, 4.6, 23.2),
        ("office_supervisor", 1558.4, 1554.4, -0.3, 144.5),
        ("executive_secretary", 502.8, 494.9, -1.6, 50.0),
        ("secretary", 1944.0, 1913.2, -1.6, 202.8),
    ],
)
def test_published_figures(role: str, start: float, end: float, percent: float, openings: float) -> None:
    found = load_outlook()[role]
    jobs = (found.employment_start, found.employment_end, found.openings_a_year)
    assert jobs == (round(1000 * start), round(1000 * end), round(1000 * openings))
    assert all(isinstance(number, int) for number in (*jobs, found.change))
    assert found.change_percent == percent
    assert found.soc_code == load_roles()[role].soc_code
    assert found.period == f"{START_YEAR} to {END_YEAR}"


def test_every_role_has_an_outlook_and_its_usual_way_in() -> None:
    outlook = load_outlook()
    assert list(outlook) == list(load_roles())
    assert (outlook["paralegal"].entry_education, outlook["paralegal"].training) == ("Associate's degree", "None")
    assert outlook["legal_secretary"].entry_education == "High school diploma or equivalent"
    assert outlook["legal_secretary"].training == "Moderate-term on-the-job training"


def test_the_wage_survey_counts_about_as_many_jobs() -> None:
    """The projections add the self-employed, who are many among lawyers and few in the other occupations."""
    wages = load_wages()
    for role, found in load_outlook().items():
        at = wages.positions["2024-05", "99", found.soc_code]
        employed = float(wages.rows["employment"].iloc[at])
        assert 0.8 < employed / found.employment_start < 1.1, role


# Lawyers: 35,900 new jobs in 10 years are 3,590 of 31,500 openings a year. Paralegals: 60 of 39,300.
def test_share_of_the_openings_that_are_new_jobs() -> None:
    outlook = load_outlook()
    assert outlook["lawyer"].growth_share == pytest.approx(3_590 / 31_500)
    assert outlook["paralegal"].growth_share == pytest.approx(60 / 39_300)
    assert outlook["legal_secretary"].growth_share == 0


def test_notes_are_sentences() -> None:
    for found in load_outlook().values():
        assert re.fullmatch(r"([A-Z].*\.)?", found.note)
