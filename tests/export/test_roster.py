from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.export.roster import (
    Roster,
    RosterError,
    RosterTable,
    RowProblem,
    guess_columns,
    read_roster_table,
    read_rows,
)
from lib.export.roster_rows import FIELDS, NAMES
from lib.hiring import ARRANGEMENTS, Plan, PlannedPosition, run_plan
from lib.pay.profile import factor_levels
from tests.export.rosters import STAFF, csv_table, require_sentence, workbook

TEXAS, DALLAS, NEW_YORK_METRO = "48", "19100", "35620"
FIRST = "2027-01"


def read(first: str = FIRST, **cells: str) -> Roster:
    """Return what a row of these cells leads to, with the columns called as the fields are."""
    row = {"role": "Paralegal", "pay": "62,890"} | cells
    table = RosterTable(tuple(row), (tuple(row.values()),))
    return read_rows(table, dict(zip(row, row, strict=True)), default_area=TEXAS, first=first)


def position(**cells: str) -> PlannedPosition:
    found = read(**cells)
    assert found.problems == ()
    return found.positions[0]


def problem(**cells: str) -> str:
    found = read(**cells)
    assert found.positions == ()
    return require_sentence(found.problems[0].sentence)


def notes(**cells: str) -> list[str]:
    return [require_sentence(note.sentence) for note in read(**cells).notes]


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


@pytest.mark.parametrize("missing", ["role", "pay"])
def test_role_and_pay_must_be_chosen(missing: str) -> None:
    mapping = guess_columns(csv_table(STAFF)) | {missing: None}
    with pytest.raises(RosterError, match=rf"^Choose the column that holds the {missing}\.$"):
        read_rows(csv_table(STAFF), mapping, default_area=TEXAS)


def test_a_column_that_is_not_there_is_named() -> None:
    mapping = {"role": "Role", "pay": "Wages"}
    with pytest.raises(RosterError, match=r"^The table has no column “Wages”\. Its columns: Role, Pay, Place\.$"):
        read_rows(csv_table(STAFF), mapping, default_area=TEXAS)


def test_hours_are_no_share_of_full_time() -> None:
    table = csv_table("Role,Pay,Hours per week\nParalegal,62890,20\n")
    with pytest.raises(RosterError, match=r"^“Hours per week” holds hours\. Give a share of full time"):
        read_rows(table, {"role": "Role", "pay": "Pay", "share": "Hours per week"}, default_area=TEXAS)


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
    assert found.problems[0].sentence.startswith("Row 5: The role “Receptionist” is not known. Write Paralegal (BLS")
    assert [note.line for note in found.notes] == [3, 3, 6, 6]
    assert run_plan(Plan("Staff", found.positions, first=FIRST)).total > 0


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Paralegal", "paralegal"),
        ("PARALEGALS", "paralegal"),
        ("Litigation Paralegal II", "paralegal"),
        ("Legal Assistant", "paralegal"),
        ("Paralegals and Legal Assistants", "paralegal"),
        ("Legal secretary", "legal_secretary"),
        ("legal_secretary", "legal_secretary"),
        ("Legal Secretaries and Administrative Assistants", "legal_secretary"),
        ("Legal Administrative Assistant", "legal_secretary"),
        ("Legal Admin. Assistant", "legal_secretary"),
        ("LAA", "legal_secretary"),
    ],
)
def test_role_words_are_understood(text: str, role: str) -> None:
    assert position(role=text).role == role


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "The role is missing. "),
        ("n/a", "The role is missing. "),
        ("Secretary", "The role “Secretary” is not known. "),
        ("Paralegal Manager", "The role “Paralegal Manager” is not known. "),
        ("Medical assistant", "The role “Medical assistant” is not known. "),
        ("Paralegal / Legal Secretary", "The role “Paralegal / Legal Secretary” names two roles. "),
        ("x" * 200, f"The role “{'x' * 40}…” is not known. "),
    ],
)
def test_other_roles_are_no_positions(text: str, reason: str) -> None:
    sentence = problem(role=text)
    assert sentence.startswith(f"Row 2: {reason}Write Paralegal (BLS counts legal assistants with them) or Legal sec")


def test_what_legal_assistants_are_counted_as_is_said() -> None:
    assert notes(role="Legal assistant") == ["Row 2: A legal assistant is counted as a paralegal, as BLS does."]
    assert notes(role="Legal administrative assistant") == []


@pytest.mark.parametrize("title", ["Senior Paralegal", "Sr. Paralegal", "Lead paralegal", "Paralegal Supervisor"])
def test_a_senior_title_is_experience_unless_years_are_stated(title: str) -> None:
    assert position(role=title).experience == "senior"
    assert position(role=title, experience="5").experience == "4-6"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("", None), ("0", "0-1"), ("1", "0-1"), ("1.9", "0-1"), ("2", "2-3"), ("5 years", "4-6"), ("1 yr", "0-1"),
        ("7-10", "7-10"), ("11 to 20 years", "11-20"), ("20", "11-20"), ("20.5", "11-20"), ("21", "20+"),
        ("More than 20 years", "20+"), ("20+", "20+"), ("Senior", "senior"),
    ],
)  # fmt: skip
def test_experience_is_read_as_a_level_or_as_completed_years(text: str, level: str | None) -> None:
    assert position(experience=text).experience == level


def test_every_number_of_years_has_a_level() -> None:
    levels = [level.level for level in factor_levels("paralegal", "experience")]
    assert [position(experience=str(years)).experience for years in (0, 2, 4, 7, 11, 99)] == levels[:-1]
    assert "The experience “long” is not known. Write years, such as 5, or one of: 0-1, 2-3" in problem(
        experience="long"
    )


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("62890", 62_890),
        ("62,890", 62_890),
        ("$62,890", 62_890),
        ("$ 62,890.55", 62_890.55),
        ("62890.00", 62_890),
        ("USD 62,890", 62_890),
        ("US$62,890 per year", 62_890),
        ("62,890 dollars a year", 62_890),
        ("62890/yr", 62_890),
        ("$62.9k", 62_900),
        ("65K annually", 65_000),
        ("30.25/h", 62_920),  # 30.25 x 2,080
        ("$30.25 an hour", 62_920),
        ("30.25 hourly", 62_920),
        ("$5,240.50 a month", 62_886),  # 5,240.50 x 12
    ],
)
def test_pay_is_read_for_a_year(text: str, amount: float) -> None:
    found = position(pay=text)
    assert (found.pay_basis, found.amount) == ("typed", amount)


def test_the_name_of_a_column_may_say_what_the_pay_is_for() -> None:
    table = RosterTable(("Role", "Hourly rate", "Monthly pay"), (("Paralegal", "30.25", "5000"),))
    by_hour = read_rows(table, {"role": "Role", "pay": "Hourly rate"}, default_area=TEXAS)
    assert by_hour.positions[0].amount == 62_920  # 30.25 x 2,080
    assert by_hour.notes[0].sentence == "Row 2: $30.25 x 2,080 hours = $62,920 a year."
    by_month = read_rows(table, {"role": "Role", "pay": "Monthly pay"}, default_area=TEXAS)
    assert by_month.positions[0].amount == 60_000  # 5,000 x 12
    assert by_month.notes[0].sentence == "Row 2: $5,000.00 x 12 months = $60,000 a year."


def test_a_year_in_the_cell_counts_more_than_an_hour_in_the_name_of_the_column() -> None:
    table = RosterTable(("Role", "Hourly rate"), (("Paralegal", "$62,890 a year"),))
    found = read_rows(table, {"role": "Role", "pay": "Hourly rate"}, default_area=TEXAS)
    assert (found.positions[0].amount, found.notes) == (62_890, ())


@pytest.mark.parametrize(
    "text",
    ["62.890,00", "62890,00", "62 890", "6,2890", "1,23", "€62,890", "a lot", "-62890", "1e5", "60-65k", "٦٢٨٩٠"],
)
def test_pay_that_can_mean_two_things_is_refused(text: str) -> None:
    assert problem(pay=text) == (
        f"Row 2: The pay “{text}” cannot be read. Write 62,890 or 62890.00 for a year, 30.25/h for an hour."
    )


@pytest.mark.parametrize(
    ("text", "year"),
    [("62.890", "$63"), ("30.25", "$30"), ("0", "$0"), ("9,999", "$9,999"), ("3/h", "$6,240")],  # 3 x 2,080
)
def test_pay_no_year_of_full_time_work_brings_is_refused(text: str, year: str) -> None:
    assert f"The pay “{text}” comes to {year} a year, too little for full-time work. Write 62,890" in problem(pay=text)


def test_pay_has_an_upper_bound_and_must_be_there() -> None:
    assert "Row 2: Type an amount above 0 and up to 1,000,000 dollars" in problem(pay="1,000,001")
    assert "Row 2: Type an amount above 0 and up to 1,000,000 dollars" in problem(pay="9" * 200)
    assert problem(pay="").startswith("Row 2: The pay is missing. Write 62,890")


@pytest.mark.parametrize(
    ("text", "share"), [("", 1.0), ("50%", 0.5), ("50 %", 0.5), ("50", 0.5), ("0.5", 0.5), (".5", 0.5), ("1", 1.0),
                        ("100", 1.0), ("1.0", 1.0), ("37.5%", 0.375)]
)  # fmt: skip
def test_a_share_is_a_percentage_or_a_fraction(text: str, share: float) -> None:
    assert position(share=text).share == share


def test_a_share_out_of_bounds_is_refused() -> None:
    assert "The share of full time must be 5 % to 100 %, not 1%." in problem(share="1%")
    assert "The share of full time must be 5 % to 100 %, not 120%." in problem(share="120")
    assert "The share of full time “20 hours” cannot be read. Write 50 % or 0.5." in problem(share="20 hours")


def test_how_the_pay_of_part_time_work_is_taken_is_said() -> None:
    assert notes(share="50%") == ["Row 2: $62,890 is taken as pay of full-time work, of which 50% is counted."]
    assert notes(share="50%", pay="30.25/h") == ["Row 2: $30.25 x 2,080 hours = $62,920 a year."]


@pytest.mark.parametrize(("text", "people"), [("", 1), ("3", 3), ("3.0", 3), ("1000", 1_000)])
def test_people_are_a_whole_number(text: str, people: int) -> None:
    assert position(people=text).count == people


@pytest.mark.parametrize("text", ["2.5", "two", "-1", "1,000", "9999999"])
def test_other_numbers_of_people_are_refused(text: str) -> None:
    assert f"The number of people “{text}” cannot be read. Write a whole number." in problem(people=text)


def test_the_number_of_people_has_bounds() -> None:
    assert "The number of people must be 1 to 1,000, not 0." in problem(people="0")


@pytest.mark.parametrize("text", ["2015-06", "2026-12-31", "1/4/2027", "January 2027", "Sept. 2026", "Oct 5, 2020", ""])
def test_people_hired_by_the_first_month_are_there_from_the_start(text: str) -> None:
    found = position(start=text)
    assert (found.start, found.employed) == (None, True)
    assert notes(start=text) == []


@pytest.mark.parametrize(
    "text", ["2027-03", "2027-3", "2027-03-15", "2027-03-15 08:30:00", "3/15/2027", "03/2027", "March 2027", "MAR 2027"]
)
def test_people_who_start_later_are_new_and_cost_no_search(text: str) -> None:
    found = position(start=text)
    assert (found.start, found.employed, found.search) == ("2027-03", False, "none")
    assert notes(start=text) == [
        "Row 2: Starts in March 2027, after the plan begins: counted as new, without a search."
    ]


def test_without_a_first_month_the_plan_begins_as_a_new_one_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lib.hiring.plan.tax_year", lambda: 2030)
    table = RosterTable(("Role", "Pay", "Hired"), (("Paralegal", "62890", "2031-01"), ("LAA", "54140", "2031-02")))
    found = read_rows(table, guess_columns(table), default_area=TEXAS)
    assert [each.start for each in found.positions] == [None, "2031-02"]


@pytest.mark.parametrize(
    "text", ["15/03/2027", "2027-13", "2027-00", "Smarch 2027", "Mar-27", "46461", "soon", "ma 2027"]
)
def test_other_ways_to_write_a_month_are_refused(text: str) -> None:
    assert f"The month “{text}” under “hired” cannot be read. Write it like 2027-03." in problem(start=text)
    assert f"The month “{text}” under “leaves” cannot be read. Write it like 2027-03." in problem(end=text)


def test_the_last_month_is_kept_and_who_has_left_is_no_position() -> None:
    assert position(end="6/30/2027").end == "2027-06"
    assert position(end="2027-01").end == "2027-01"
    assert "Row 2: Leaves in December 2026, before the plan begins in January 2027." in problem(end="2026-12")
    assert "The last month, March 2027, lies before the first, May 2027." in problem(start="2027-05", end="2027-03")


@pytest.mark.parametrize(
    ("text", "arrangement"),
    [
        ("", "in_office"), ("On-site", "in_office"), ("in office", "in_office"), ("Remote", "remote"),
        ("WFH", "remote"), ("US freelance", "virtual_us"), ("Offshore", "virtual_offshore"),
        *((key, key) for key in ARRANGEMENTS), *((label.upper(), key) for key, label in ARRANGEMENTS.items()),
    ],
)  # fmt: skip
def test_arrangements_are_understood(text: str, arrangement: str) -> None:
    assert position(arrangement=text).arrangement == arrangement


def test_another_arrangement_is_refused_and_hybrid_work_explained() -> None:
    assert problem(arrangement="at sea") == (
        "Row 2: The arrangement “at sea” is not known. Write one of: In the office; Remote employee; Virtual, US "
        "freelance; Virtual, offshore full time."
    )
    assert position(arrangement="Hybrid").arrangement == "in_office"
    assert "Hybrid work is counted as work in the office" in notes(arrangement="Hybrid")[0]


def test_a_formula_is_text_and_never_run() -> None:
    assert "The role “=1+1” is not known." in problem(role="=1+1")
    assert "The pay “=62890+1” cannot be read." in problem(pay="=62890+1")


def test_that_the_pay_of_virtual_staff_is_not_used_is_said() -> None:
    assert notes(arrangement="offshore") == ["Row 2: Virtual staff cost their fee: the pay $62,890 is not used."]


@pytest.mark.parametrize("text", ["NJ", "nj", "New Jersey", "N.J."])
def test_remote_employees_may_work_in_another_state(text: str) -> None:
    found = position(arrangement="remote", state=text)
    assert (found.works_in, found.state) == ("NJ", "NJ")


def test_the_state_of_the_office_is_no_other_state() -> None:
    assert position(arrangement="remote", state="TX").works_in is None
    assert notes(state="Texas") == []


def test_another_state_of_people_in_the_office_is_said_not_to_count() -> None:
    assert position(state="OK").works_in is None
    assert notes(state="OK") == [
        "Row 2: Taxed in TX, where the place is: another state (OK) counts for remote employees only."
    ]


def test_a_state_that_is_none_is_refused() -> None:
    assert "No state is called “Ontario”. Write a postal code such as TX, or a state's name." in problem(
        state="Ontario"
    )


def test_an_empty_row_is_passed_over_and_the_lines_are_those_of_the_file() -> None:
    table = csv_table("\nRole,Pay\n\nPilot,62890\n\nParalegal,62890\n")
    found = read_rows(table, guess_columns(table), default_area=TEXAS)
    assert len(found.positions) == 1
    assert [type(each) for each in found.problems] == [RowProblem]
    assert found.problems[0].line == 4
    assert found.problems[0].sentence.startswith("Row 4: ")


def test_a_place_that_is_not_clear_is_a_problem() -> None:
    assert "Row 2: “New York” can be: New York (state); New York-Newark" in problem(place="New York")
    assert "Row 2: No area of BLS is called “Marfa, TX”." in problem(place="Marfa, TX")


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
