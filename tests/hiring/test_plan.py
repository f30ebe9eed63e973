from __future__ import annotations

import pytest

from lib.hiring import Firm, Plan, PlannedPosition
from lib.hiring.payroll_taxes import tax_year
from lib.hiring.plan import LONGEST_NAME, MOST_POSITIONS, first_month
from lib.pay.months import month_number
from lib.tables import load_payroll_taxes
from tests.hiring.plans import plan_of, typed

WAITING = PlannedPosition("paralegal", "48", pay_basis="typed")


def test_a_plan_starts_in_january_after_the_year_of_the_taxes_unless_another_month_is_chosen() -> None:
    assert {tax.year for tax in load_payroll_taxes()} == {2026}
    assert tax_year() == 2026
    assert Plan("A").first == first_month() == "2027-01"
    assert Plan("A", first="2026-11").first == "2026-11"


def test_a_plan_with_nothing_stated_is_one_empty_year_of_a_firm_of_twenty() -> None:
    plan = Plan("A")
    assert (plan.positions, plan.firm, plan.months, plan.carried) == ((), Firm(headcount=20), 12, False)


def test_a_calendar_runs_over_new_year() -> None:
    plan = Plan("A", first="2026-11", months=14)
    assert plan.calendar[:4] == ("2026-11", "2026-12", "2027-01", "2027-02")
    assert (len(plan.calendar), plan.last) == (14, "2027-12")


@pytest.mark.parametrize(
    ("first", "months", "beyond"),
    [("2026-01", 12, False), ("2026-02", 12, True), ("2025-01", 24, False), ("2027-01", 12, True)],
)
def test_a_plan_says_whether_it_runs_past_the_year_of_the_taxes(first: str, months: int, beyond: bool) -> None:
    assert Plan("A", first=first, months=months).beyond_tax_year == beyond


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        (None, None, "2027-01", "2027-12"),
        ("2027-04", None, "2027-04", "2027-12"),
        (None, "2027-06", "2027-01", "2027-06"),
        ("2025-04", "2029-06", "2027-01", "2027-12"),
        ("2027-04", "2027-04", "2027-04", "2027-04"),
    ],
)
def test_the_span_of_a_position_lies_within_the_plan(start: str | None, end: str | None, first: str, last: str) -> None:
    row = typed(start=start, end=end)
    assert plan_of(row).span(row) == (month_number(first), month_number(last))


@pytest.mark.parametrize(("start", "end"), [("2028-01", None), (None, "2026-12"), ("2025-01", "2026-12")])
def test_a_position_outside_the_plan_has_an_empty_span(start: str | None, end: str | None) -> None:
    row = typed(start=start, end=end)
    first, last = plan_of(row).span(row)
    assert first > last


def test_a_row_that_cannot_be_counted_is_kept_and_not_counted() -> None:
    plan = plan_of(typed(count=3), WAITING, typed(50_000))
    assert len(plan.positions) == 3
    assert plan.counted == (typed(count=3), typed(50_000))
    assert plan.people == 4


@pytest.mark.parametrize("name", ["", "   ", "x" * (LONGEST_NAME + 1)])
def test_a_plan_needs_a_name(name: str) -> None:
    with pytest.raises(ValueError, match=r"^Give the scenario a name of 1 to 40 characters\.$"):
        Plan(name)


@pytest.mark.parametrize("months", [11, 61])
def test_a_plan_spans_one_to_five_years(months: int) -> None:
    with pytest.raises(ValueError, match=rf"^A plan spans 12 to 60 months, not {months}\.$"):
        Plan("A", months=months)


def test_a_plan_has_a_largest_number_of_rows() -> None:
    with pytest.raises(ValueError, match=r"^A plan holds up to 100 rows, not 101\.$"):
        Plan("A", (typed(),) * (MOST_POSITIONS + 1))


@pytest.mark.parametrize("first", ["2027-00", "2027", "January", "2127-01", ""])
def test_the_first_month_is_a_month(first: str) -> None:
    with pytest.raises(ValueError, match=r"^A month is written like 2027-03, not "):
        Plan("A", first=first)


def test_the_limits_themselves_are_allowed() -> None:
    plan = Plan("x" * LONGEST_NAME, (typed(),) * MOST_POSITIONS, first="2020-01", months=60)
    assert (plan.people, plan.last) == (MOST_POSITIONS, "2024-12")
    assert Plan("A", first="2099-12", months=60).last == "2104-11"
