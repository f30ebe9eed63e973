from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.export.roster import RosterError, RosterTable, guess_columns, read_rows, unused_columns
from lib.export.roster_columns import FIELDS, NAMES, holds_hours, per_year, words_of
from tests.export.rosters import TEXAS, csv_table


def guess(*columns: str) -> dict[str, str]:
    found = guess_columns(RosterTable(columns, ()))
    assert set(found) == set(FIELDS)
    return {field: column for field, column in found.items() if column}


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        (["Role", "Place", "Pay"], {"role": "Role", "place": "Place", "pay": "Pay"}),
        (
            ["Employee Name", "Job Title", "Office", "Annual Salary (USD)", "Hire Date", "FTE %"],
            {
                "role": "Job Title",
                "place": "Office",
                "pay": "Annual Salary (USD)",
                "start": "Hire Date",
                "share": "FTE %",
            },
        ),
        (["POSITION", "current_pay", "Hourly Rate ($)"], {"role": "POSITION", "pay": "current_pay"}),
        (["Title", "Hourly Rate"], {"role": "Title", "pay": "Hourly Rate"}),
        (["Role", "City", "State"], {"role": "Role", "place": "City", "state": "State"}),
        (["Role", "State"], {"role": "Role", "place": "State"}),
        (["Pay", "pay"], {"pay": "Pay"}),
        (["Name", "Phone", "Grade"], {}),
    ],
)
def test_columns_are_guessed_by_their_names(columns: list[str], found: dict[str, str]) -> None:
    assert guess(*columns) == found


def test_no_name_of_a_column_belongs_to_two_fields_and_the_words_we_show_are_known() -> None:
    names = [name for every in NAMES.values() for name in every]
    assert len(names) == len(set(names))
    assert list(NAMES) == list(FIELDS)


@pytest.mark.parametrize(
    ("field", "columns"),
    [
        ("role", ["Job Title", "Employee Job Title", "Job title:", "POSITION"]),
        ("place", ["City", "Office", "Office City", "Work location", "Metro area"]),
        (
            "pay",
            [
                "Annual Salary ($)", "Annual Salary, $", "Base pay, USD", "Base pay in US$", "base_pay_usd",
                "Salary/yr", "Salary (annual)", "Salary per year", "Pay per hour", "Pay ($/hr)", "Pay, $/h",
                "Hourly Rate", "Rate/hour", "Monthly pay [USD]", "Pay/mo", "Annual base salary", "Current Employee Pay",
            ],
        ),
        ("people", ["Headcount", "Head count", "#", "# of people", "# Employees", "Number", "Count"]),
        (
            "share",
            [
                "Hours %", "Hours (%)", "% Hours", "Hours, % of full time", "Hours (% of full-time)", "% FTE", "FTE %",
                "FTE (%)", "FTE", "% of full time", "Full-time %", "Share (%)",
            ],
        ),
        ("start", ["Start Date", "Hire date", "Date hired", "Hire Date (m/d/yyyy)"]),
        ("end", ["End date", "Termination Date", "Last month"]),
        ("experience", ["Experience (years)", "Years of experience"]),
    ],
)  # fmt: skip
def test_units_and_signs_do_not_hide_what_a_column_holds(field: str, columns: list[str]) -> None:
    for column in columns:
        assert guess("Name", column) == {field: column}


@pytest.mark.parametrize(
    "column",
    ["", "$", "%", "(", "()", "Employee #", "Employee Number", "Row no.", "Hours", "Year", "Raise %", "Bonus %"],
)
def test_other_columns_are_not_guessed(column: str) -> None:
    assert guess(column) == {}


def test_a_column_that_only_numbers_the_rows_is_no_number_of_people() -> None:
    numbered = csv_table("#,Role,Pay,Headcount\n1,Paralegal,62890,4\n,,,\n2,LAA,54140,1\n")
    assert guess_columns(numbered)["people"] == "Headcount"
    assert guess_columns(csv_table("#,Role\n1,Paralegal\n2,LAA\n"))["people"] is None
    assert guess_columns(csv_table("#,Role\n2,Paralegal\n1,LAA\n"))["people"] == "#"
    assert guess_columns(csv_table("#,Role\n1,Paralegal\n"))["people"] == "#"
    assert guess_columns(csv_table("Headcount,Role\n1,Paralegal\n2,LAA\n"))["people"] == "Headcount"


def test_the_columns_nothing_is_read_from_are_named() -> None:
    table = RosterTable(("Name", "Role", "Pay", "Grade", "Hours"), ())
    mapping = guess_columns(table)
    assert unused_columns(table, mapping) == ("Name", "Grade", "Hours")
    assert unused_columns(table, mapping | {"place": "Grade"}) == ("Name", "Hours")
    assert unused_columns(table, {}) == table.columns
    assert unused_columns(table, {"role": "Role", "of no field": "Name"}) == ("Name", "Pay", "Grade", "Hours")


@given(st.lists(st.text(max_size=20), max_size=6, unique=True))
def test_every_column_is_used_or_named_as_unused(columns: list[str]) -> None:
    table = RosterTable(tuple(columns), ())
    mapping = guess_columns(table)
    used = [column for column in mapping.values() if column is not None]
    assert sorted([*used, *unused_columns(table, mapping)]) == sorted(columns)


def test_every_name_is_written_as_the_names_of_columns_are() -> None:
    assert [words_of(name) for names in NAMES.values() for name in names] == [
        name for names in NAMES.values() for name in names
    ]


@pytest.mark.parametrize("column", ["Hours", "Hours (%)", "FTE", "weekly_hours"])
def test_a_percentage_of_hours_is_no_number_of_hours(column: str) -> None:
    assert holds_hours(column) == (column in ("Hours", "weekly_hours"))


def test_hours_in_percent_are_a_share_of_full_time() -> None:
    table = csv_table("Role,Pay,Hours %\nParalegal,62890,60\n")
    assert read_rows(table, guess_columns(table), default_area=TEXAS).positions[0].share == 0.6


def test_hours_are_no_share_of_full_time() -> None:
    table = csv_table("Role,Pay,Hours per week\nParalegal,62890,20\n")
    with pytest.raises(RosterError, match=r"^“Hours per week” holds hours\. Give a share of full time"):
        read_rows(table, {"role": "Role", "pay": "Pay", "share": "Hours per week"}, default_area=TEXAS)


@pytest.mark.parametrize(
    ("column", "times"),
    [
        ("Pay", 1), ("Annual Salary ($)", 1), ("Base pay, USD", 1), ("Salary/yr", 1), ("Salary MO", 1), ("Rate H1", 1),
        ("Hourly rate", 2_080), ("hourly_rate", 2_080), ("Pay ($/hr)", 2_080), ("Rate, USD per hour", 2_080),
        ("$/h", 2_080), ("Monthly pay", 12), ("Pay ($ / month)", 12), ("Pay/mo", 12), ("Salary per mo", 12),
    ],
)  # fmt: skip
def test_the_unit_in_the_name_of_a_column_says_what_the_pay_is_for(column: str, times: int) -> None:
    assert per_year(column) == times


def test_the_name_of_a_column_may_say_what_the_pay_is_for() -> None:
    table = RosterTable(("Role", "Hourly rate", "Monthly pay"), (("Paralegal", "30.25", "5000"),))
    by_hour = read_rows(table, {"role": "Role", "pay": "Hourly rate"}, default_area=TEXAS)
    assert by_hour.positions[0].amount == 62_920  # 30.25 x 2,080
    assert by_hour.notes[0].sentence == "$30.25 x 2,080 hours = $62,920 a year."
    by_month = read_rows(table, {"role": "Role", "pay": "Monthly pay"}, default_area=TEXAS)
    assert by_month.positions[0].amount == 60_000  # 5,000 x 12
    assert by_month.notes[0].sentence == "$5,000.00 x 12 months = $60,000 a year."


def test_a_year_in_the_cell_counts_more_than_an_hour_in_the_name_of_the_column() -> None:
    table = RosterTable(("Role", "Hourly rate"), (("Paralegal", "$62,890 a year"),))
    found = read_rows(table, {"role": "Role", "pay": "Hourly rate"}, default_area=TEXAS)
    assert (found.positions[0].amount, found.notes) == (62_890, ())
