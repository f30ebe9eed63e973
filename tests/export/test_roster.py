from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.export.roster import (
    RosterError,
    RosterTable,
    RowNote,
    RowProblem,
    guess_columns,
    read_roster_table,
    read_rows,
)
from lib.export.roster_columns import FIELDS
from lib.hiring import Plan, PlannedPosition, run_plan
from tests.export.rosters import (
    FIRST,
    STAFF,
    TEXAS,
    csv_table,
    position,
    problem,
    read,
    require_sentence,
    workbook,
)

DALLAS, NEW_YORK_METRO, COLUMBUS_OH = "19100", "35620", "18140"


@pytest.mark.parametrize("missing", ["role", "pay"])
def test_role_and_pay_must_be_chosen(missing: str) -> None:
    mapping = guess_columns(csv_table(STAFF)) | {missing: None}
    with pytest.raises(RosterError, match=rf"^Choose the column that holds the {missing}\.$"):
        read_rows(csv_table(STAFF), mapping, default_area=TEXAS)


def test_a_column_that_is_not_there_is_named() -> None:
    mapping = {"role": "Role", "pay": "Wages"}
    with pytest.raises(RosterError, match=r"^The table has no column “Wages”\. Its columns: Role, Pay, Place\.$"):
        read_rows(csv_table(STAFF), mapping, default_area=TEXAS)


def test_a_row_is_a_person_the_firm_employs_at_the_pay_stated() -> None:
    assert position() == PlannedPosition("paralegal", TEXAS, pay_basis="typed", amount=62_890.0, employed=True)


def test_a_whole_roster_can_be_counted() -> None:
    content = workbook(
        ["Employee", "Job title", "City", "State", "Salary", "FTE", "Hire date", "Work arrangement", "Years in role"],
        ["A", "Sr. Paralegal", "Dallas", "TX", 81_500, 1, date(2015, 6, 1), "In office", 12],
        ["B", "Legal Secretary", "New York", "NY", 74_250.5, 0.6, datetime(2022, 9, 5), "Hybrid", None],
        [],
        ["C", "Receptionist", "Dallas", "TX", 41_000, 1, None, None, None],
        ["D", "LAA", "New York", "NJ", "$35.10/h", None, date(2027, 4, 12), "Remote", 5],
    )
    table = read_roster_table("staff.xlsx", content)
    found = read_rows(table, guess_columns(table), default_area=TEXAS, first=FIRST)
    assert found.positions == (
        PlannedPosition("paralegal", DALLAS, "11-20", "typed", 81_500.0, employed=True),
        PlannedPosition("legal_secretary", NEW_YORK_METRO, None, "typed", 74_250.5, share=0.6, employed=True),
        PlannedPosition(
            "legal_secretary",
            NEW_YORK_METRO,
            "4-6",
            "typed",
            73_008.0,  # 35.10 x 2,080
            arrangement="remote",
            works_in="NJ",
            start="2027-04",
            search="none",
        ),
    )
    assert [each.line for each in found.problems] == [5]
    assert found.problems[0].sentence.startswith("The role “Receptionist” is not known. Write Paralegal (BLS")
    assert [note.line for note in found.notes] == [3, 3, 3, 6, 6, 6]
    assert run_plan(Plan("Staff", found.positions, first=FIRST)).total > 0


def test_an_empty_row_is_passed_over_and_the_lines_are_those_of_the_file() -> None:
    table = csv_table("\nRole,Pay\n\nPilot,62890\n\nParalegal,62890\n")
    found = read_rows(table, guess_columns(table), default_area=TEXAS)
    assert len(found.positions) == 1
    assert [type(each) for each in found.problems] == [RowProblem]
    assert found.problems[0].line == 4
    assert found.problems[0].sentence.startswith("")


def test_the_place_of_the_plan_decides_between_places_of_one_name() -> None:
    table = csv_table("Role,Pay,City\nParalegal,62890,Columbus\n")
    found = read_rows(table, guess_columns(table), default_area=COLUMBUS_OH, first=FIRST)
    assert [each.area for each in found.positions] == [COLUMBUS_OH]
    assert found.notes == (RowNote(2, "“Columbus” is taken as Columbus, OH: the plan is for this place."),)


def test_the_state_of_the_row_decides_before_the_place_of_the_plan() -> None:
    table = csv_table("Role,Pay,City,State\nParalegal,62890,Columbus,Georgia\n")
    found = read_rows(table, guess_columns(table), default_area=COLUMBUS_OH, first=FIRST)
    assert [each.label for each in found.positions] == ["Paralegal, Columbus, GA-AL"]
    assert found.notes == (RowNote(2, "“Columbus” is taken as Columbus, GA-AL: the row states GA."),)


def test_the_place_of_the_plan_must_be_one_a_position_can_have() -> None:
    table = csv_table("Role,Pay,City\nParalegal,62890,\nParalegal,62890,Columbus\n")
    found = read_rows(table, guess_columns(table), default_area="99", first=FIRST)
    assert [each.line for each in found.problems] == [2, 3]
    assert found.problems[1].sentence.startswith("“Columbus” can be: ")


def test_a_place_that_is_not_clear_is_a_problem() -> None:
    assert "“New York” can be: New York (state); New York-Newark" in problem(place="New York")
    assert "No area of BLS is called “Marfa, TX”." in problem(place="Marfa, TX")


WRONG = {
    "role": "Pilot", "place": "Marfa, TX", "pay": "a lot", "people": "two", "share": "120", "start": "soon",
    "end": "2026-12", "arrangement": "at sea", "state": "Ontario", "experience": "long",
}  # fmt: skip


def test_everything_that_is_wrong_in_a_row_is_said_at_once() -> None:
    assert problem(share="120", pay="", start="soon", end="2026-12") == (
        "The share of full time must be 5 % to 100 %, not 120%. "
        "The month “soon” under “hired” cannot be read. Write it like 2027-03. "
        "Leaves in December 2026, before the plan begins in January 2027. "
        "The pay is missing. Write 62,890 or 62890.00 for a year, 30.25/h for an hour."
    )
    assert set(WRONG) == set(FIELDS)


@given(st.sets(st.sampled_from(sorted(WRONG)), min_size=1))
def test_no_problem_of_a_row_hides_another(fields: set[str]) -> None:
    found = read(**{field: WRONG[field] for field in fields})
    assert len(found.problems) == 1
    alone = [problem(**{field: WRONG[field]}) for field in fields]
    for sentence in alone:
        assert found.problems[0].sentence.count(sentence) == 1
    assert len(found.problems[0].sentence) == sum(map(len, alone)) + len(alone) - 1  # a space between two of them
    require_sentence(found.problems[0].sentence)


cells = st.sampled_from(["", "Paralegal", "LAA", "62,890", "30.25/h", "TX", "New York", "50%", "2027-03", "remote"])


@given(st.lists(st.tuples(*[cells | st.text(max_size=20)] * len(FIELDS)), min_size=1, max_size=5))
def test_every_row_is_a_position_or_a_problem(rows: list[tuple[str, ...]]) -> None:
    found = read_rows(
        RosterTable(tuple(FIELDS), tuple(rows)), dict.fromkeys(FIELDS) | {field: field for field in FIELDS},
        default_area=TEXAS, first=FIRST,
    )  # fmt: skip
    assert len(found.positions) + len(found.problems) == sum(1 for row in rows if any(row))
    for each in (*found.problems, *found.notes):
        require_sentence(each.sentence)
    for each in found.positions:
        assert each.problem == ""
