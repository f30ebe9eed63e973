from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.export.roster import RosterTable, guess_columns, read_rows
from lib.export.roster_months import LATEST, month_of
from lib.hiring import Plan, PlannedPosition, run_plan
from tests.export.rosters import FIRST, TEXAS, notes, position, problem, read


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
    assert notes(start=text) == ["Starts in March 2027, after the plan begins: counted as new, without a search."]


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
    assert "Leaves in December 2026, before the plan begins in January 2027." in problem(end="2026-12")
    assert "Leaves in March 2027, before the start in May 2027." in problem(start="2027-05", end="2027-03")


def test_who_comes_after_the_plan_is_kept_and_named() -> None:
    assert position(last="2027-12", start="2028-01").start == "2028-01"
    assert notes(last="2027-12", start="2028-01") == [
        "Starts in January 2028, after the plan ends in December 2027: costs nothing in it."
    ]
    assert "counted as new" in notes(last="2027-12", start="2027-12")[0]
    assert "counted as new" in notes(last=None, start="2028-01")[0]
    plan = Plan("Staff", read(last="2027-12", start="2028-01").positions, first=FIRST)
    assert plan.last == "2027-12"
    assert run_plan(plan).total == 0


@pytest.mark.parametrize("text", ["1900-01", "12/31/1987", "June 2019", "2019-12-31"])
def test_people_hired_long_ago_are_there_from_the_start(text: str) -> None:
    assert position(start=text).start is None
    assert notes(start=text) == []
    assert "before the plan begins in January 2027." in problem(end=text)


@pytest.mark.parametrize("text", ["1027-03", "0000-01", "12/30/1899"])
def test_a_year_before_1900_is_a_slip(text: str) -> None:
    assert f"The month “{text}” under “hired” cannot be read." in problem(start=text)


def test_a_month_no_plan_can_name_is_refused_as_a_start_and_is_no_end() -> None:
    assert position(start=LATEST, end=LATEST).start == position(end=LATEST).end == LATEST
    assert problem(start="2100-01") == "Hired in January 2100: no plan reaches beyond December 2099."
    assert position(end="12/31/9999").end is None
    assert notes(end="12/31/9999") == ["Leaves in December 9999: counted as staying."]


def test_the_latest_month_is_the_last_the_plan_takes() -> None:
    assert PlannedPosition("paralegal", TEXAS, start=LATEST).start == LATEST
    with pytest.raises(ValueError, match="A month is written like"):
        PlannedPosition("paralegal", TEXAS, start="2100-01")


@given(st.integers(1900, 9999), st.integers(1, 12))
def test_a_month_reads_the_same_however_it_is_written(year: int, month: int) -> None:
    written = f"{year}-{month:02d}"
    assert {month_of(text, "hired") for text in (written, f"{month}/15/{year}", f"{month:02d}/{year}")} == {written}


@given(st.integers(1900, 9999), st.integers(1900, 9999))
def test_every_pair_of_years_leads_to_a_position_or_a_problem(start: int, end: int) -> None:
    found = read(start=f"{start}-06", end=f"{end}-06", last="2031-12")
    assert len(found.positions) + len(found.problems) == 1
