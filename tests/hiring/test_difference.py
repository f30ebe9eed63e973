from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given

from lib.hiring import Firm, Plan, PlannedPosition, run_plan
from lib.hiring.difference import (
    CATEGORY_WORDS,
    difference_words,
    existing_staff_differs,
    places_differ,
    unlike_words,
)
from lib.hiring.lines import GROUPS, OFFICE
from lib.hiring.tally import compared_months, months_words, tallies, when_words
from tests.hiring.plans import PLANS, STABLE, typed

BARE = replace(STABLE, benefits="none")  # pay, payroll taxes and software only, if nobody is searched for
YEAR = "in the first year (January to December 2027)"


def secretary(amount: float, **stated: object) -> Plan:
    """Texas, remote, no search: no space, no hiring cost, and nothing brought in."""
    job = {"role": "legal_secretary", "arrangement": "remote", "search": "none", **stated}
    return Plan("A", (typed(amount, **job),), BARE)


def words(first: Plan, second: Plan) -> str:
    return difference_words(run_plan(first), run_plan(second))


def named(plan: Plan, name: str, **changes: object) -> Plan:
    return replace(plan, name=name, **changes)


def test_lower_pay_worked_by_hand() -> None:
    # Payroll taxes in Texas: 7.65 % of pay, 0.6 % of 7,000 and 2.7 % of 9,000: 4,590 + 42 + 243 = 4,875 of 60,000,
    # 3,825 + 42 + 243 = 4,110 of 50,000. Gap 10,000 + 765; pay alone is 93 % of it, so taxes are not named.
    assert words(secretary(60_000), named(secretary(50_000), "B")) == (
        f"“B” costs $10,765 less than “A” {YEAR}, mostly because pay is $10,000 lower."
    )


def test_higher_pay_with_benefits_worked_by_hand() -> None:
    # 30 % of pay in benefits: gap 10,000 + 3,000 + 765; pay is 73 %, with benefits 94 %.
    firm = replace(STABLE, insurance_and_retirement=0.3)
    first, second = (named(secretary(pay), name, firm=firm) for pay, name in ((50_000, "A"), (60_000, "B")))
    assert words(first, second) == (
        f"“B” costs $13,765 more than “A” {YEAR}, mostly because pay is $10,000 higher and benefits are $3,000 higher."
    )


def test_a_category_alone_explains_the_gap() -> None:
    # An agency takes 20 % of 60,000.
    first = secretary(60_000)
    second = Plan("B", tuple(replace(each, search="agency") for each in first.positions), replace(BARE, agency_fee=0.2))
    assert words(first, second) == f"“B” costs $12,000 more than “A” {YEAR}, because hiring is $12,000 higher."


def test_what_points_the_other_way_is_said() -> None:
    # A US freelance at $50 for the 1,915 hours a secretary works: 95,750. In house 60,000 + 4,875.
    # Gap 95,750 - 64,875 = 30,875; pay and taxes point the other way, pay is the larger.
    first = named(secretary(60_000), "A", firm=replace(BARE, virtual_us_rate=50.0))
    second = named(secretary(60_000, arrangement="virtual_us"), "B", firm=first.firm)
    assert words(first, second) == (
        f"“B” costs $30,875 more than “A” {YEAR}, mostly because contractors' fees are $95,750 higher, although pay is "
        "$60,000 lower."
    )


def test_at_most_three_categories_are_named() -> None:
    firm = replace(STABLE, insurance_and_retirement=0.3, equipment=9_000.0, training=8_000.0)
    second = named(secretary(80_000, search="own"), "B", firm=firm)
    found = words(secretary(60_000), second)
    reasons = found.split("because")[1].count("is $") + found.split("because")[1].count("are $")
    assert reasons == 3


def test_equal_plans_cost_as_much() -> None:
    assert words(secretary(60_000), named(secretary(60_000), "B")) == f"“B” costs as much as “A” {YEAR}."


def test_a_plan_without_positions_is_compared_too() -> None:
    # 60,000 + 4,875 + 672 for software at $56 a month.
    found = words(secretary(60_000), Plan("Nobody", (), BARE))
    assert found.startswith(f"“Nobody” costs $65,547 less than “A” {YEAR}, mostly because pay is $60,000 lower")
    assert words(Plan("A", (), BARE), Plan("B", (), BARE)) == f"“B” costs as much as “A” {YEAR}."


BILLED = replace(BARE, bill_rate=100.0, billable_hours=1_000.0, realization=1.0, collection=0.9, ramp=0.0)


@pytest.mark.parametrize(
    ("pay", "sentence"),
    [
        # 1,000 x 100 x 0.9 = 90,000 less 60,000 + 4,875 + 672 = 24,453; and of 50,000: 90,000 - 54,782 = 35,218.
        (50_000, "“B” brings in $90,000, $35,218 more than it costs. Once the cost is paid, “B” leaves $10,765 more."),
        (60_000, "“B” brings in $90,000, $24,453 more than it costs. Once the cost is paid, both leave the same."),
        # 7.65 % of 90,000 is 6,885: 90,000 + 6,885 + 42 + 243 + 672 = 97,842.
        (90_000, "“B” brings in $90,000, $7,842 less than it costs. Once the cost is paid, “B” leaves $32,295 less."),
    ],
)
def test_what_is_left_of_the_fees_is_said(pay: float, sentence: str) -> None:
    plans = [named(secretary(amount, role="paralegal"), "A", firm=BILLED) for amount in (60_000, pay)]
    found = words(plans[0], named(plans[1], "B"))
    assert found.endswith(f" “A” brings in $90,000, $24,453 more than it costs; {sentence}")


def test_a_plan_that_brings_in_nothing_says_so() -> None:
    billed = named(secretary(60_000, role="paralegal"), "B", firm=BILLED)
    assert "“A” brings in nothing that is counted; “B” brings in $90,000" in words(secretary(60_000), billed)


def test_fees_that_just_pay_the_cost() -> None:
    # At 64,875 + 672 = 65,547 dollars a year for 1,000 hours.
    firm = replace(BILLED, bill_rate=65.547, collection=1.0)
    plan = named(secretary(60_000, role="paralegal"), "B", firm=firm)
    assert "“B” brings in $65,547, as much as it costs." in words(secretary(60_000), plan)


def test_plans_of_different_lengths_are_compared_over_the_first_twelve_months() -> None:
    longer = named(secretary(50_000), "B", months=30)
    assert compared_months((secretary(60_000), longer)) == 12
    assert words(secretary(60_000), longer).startswith(f"“B” costs $10,765 less than “A” {YEAR}, ")


def test_longer_plans_of_one_length_are_compared_over_all_months() -> None:
    # Two years without raises: twice the gap.
    plans = [named(secretary(pay), name, months=24) for pay, name in ((60_000, "A"), (50_000, "B"))]
    assert words(*plans).startswith("“B” costs $21,530 less than “A” over 24 months (January 2027 to December 2028), ")


def test_plans_that_start_in_different_months_name_both_spans() -> None:
    later = named(secretary(60_000), "B", first="2028-01")
    assert words(secretary(60_000), later) == (
        "“B” costs as much as “A” in the first year of each "
        "(“A”: January to December 2027; “B”: January to December 2028)."
    )


def test_all_months_of_plans_of_different_lengths() -> None:
    plans = (secretary(60_000), named(secretary(60_000), "B", months=18))
    assert when_words(plans) == (
        "over all months of each (“A”: January to December 2027; “B”: January 2027 to June 2028)"
    )
    assert months_words(plans[1], 1) == "January to January 2027"


def test_equal_amounts_look_equal_and_the_rows_add_up() -> None:
    # 150 square feet at $33.41 and software: 5,683.50 in both plans, beside pay and turnover with cents of their own.
    firm = Firm(headcount=20)
    plans = [
        Plan(name, (typed(pay, role="legal_secretary"),), firm) for name, pay in (("A", 62_309.6), ("B", 45_940.4))
    ]
    results = [run_plan(plan) for plan in plans]
    first, second = tallies(results)
    assert first.costs[OFFICE] == second.costs[OFFICE] == 5_684
    assert [first.cost, second.cost] == [round(result.total) for result in results]


@given(PLANS, PLANS)
def test_whole_dollars_are_less_than_one_away_and_add_up(one: Plan, two: Plan) -> None:
    results = [run_plan(one), run_plan(two)]
    for result, shown in zip(results, tallies(results), strict=True):
        exact = dict(result.categories.itertuples(index=False))
        assert list(shown.costs) == [group for group in GROUPS if group in exact]
        assert all(abs(shown.costs[name] - amount) < 1 for name, amount in exact.items())
        assert abs(shown.cost - result.total) <= 0.51
        assert abs(shown.brought_in - result.fees) <= 0.51
        assert shown.left == shown.brought_in - shown.cost


@given(PLANS, PLANS)
def test_the_gap_is_the_same_seen_from_either_side(one: Plan, two: Plan) -> None:
    first, second = run_plan(replace(one, name="A")), run_plan(replace(two, name="B"))
    there, back = difference_words(first, second), difference_words(second, first)
    amounts = [re.search(r"costs (\$[\d,]+) (more|less) than", sentence) for sentence in (there, back)]
    if amounts[0] is None or amounts[1] is None:
        assert "costs as much as" in there
        assert "costs as much as" in back
    else:
        assert amounts[0][1] == amounts[1][1]
        assert {amounts[0][2], amounts[1][2]} == {"more", "less"}


def test_every_category_has_its_words() -> None:
    assert set(CATEGORY_WORDS) == set(GROUPS)


STAFF = typed(60_000, employed=True)
NEW = typed(55_000)
WAITING = replace(STAFF, amount=None)


def team(*positions: PlannedPosition, name: str = "A") -> Plan:
    return Plan(name, positions)


@pytest.mark.parametrize(
    "other",
    [
        (STAFF, STAFF),
        (replace(STAFF, count=2), NEW),  # two people in one row
        (STAFF, replace(NEW, role="legal_secretary"), STAFF),
        (STAFF, STAFF, WAITING),  # a row that is not counted
        (STAFF, replace(STAFF, end="2027-06", raise_a_year=0.05, search="agency")),  # decided about the same people
    ],
)
def test_the_same_existing_staff(other: tuple[PlannedPosition, ...]) -> None:
    plans = [team(STAFF, STAFF, NEW), team(*other, name="B")]
    assert not existing_staff_differs(plans)
    assert unlike_words(plans) == ""


@pytest.mark.parametrize(
    "other",
    [
        (STAFF,),
        (NEW,),
        (STAFF, replace(STAFF, count=2)),
        (STAFF, replace(STAFF, amount=61_000)),
        (STAFF, replace(STAFF, role="legal_secretary")),
        (STAFF, replace(STAFF, share=0.5)),
        (STAFF, replace(STAFF, employed=False)),
    ],
)
def test_different_existing_staff(other: tuple[PlannedPosition, ...]) -> None:
    plans = [team(STAFF, STAFF, NEW), team(*other, name="B")]
    assert existing_staff_differs(plans)
    assert unlike_words(plans) == (
        "The scenarios hold different existing staff, so their totals compare more than the decision."
    )


def test_one_of_several_plans_is_enough_to_differ() -> None:
    assert existing_staff_differs([team(STAFF), team(STAFF, name="B"), team(NEW, name="C")])
    assert not existing_staff_differs([team(STAFF), team(name="Nobody"), team(WAITING, name="Waiting")])
    assert not existing_staff_differs([team(NEW), team(replace(NEW, count=3), name="B")])
    assert not existing_staff_differs([team(STAFF)])


# Texas is 48, Ohio 39, Florida 12.
@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        (("48",), ("39",), True),
        (("48", "39"), ("48", "12"), True),
        (("48",), ("48", "48"), False),
        (("48", "39"), ("48",), False),  # a place more is a position more
        (("48",), (), False),
    ],
)
def test_places_differ_if_each_plan_has_one_of_its_own(
    first: tuple[str, ...], second: tuple[str, ...], differ: bool
) -> None:
    plans = [team(*(replace(NEW, area=area) for area in areas)) for areas in (first, second)]
    assert places_differ(plans) is places_differ(plans[::-1]) is differ
    assert places_differ([plans[0], *plans]) is differ
    words = "The scenarios hold positions in different places, so their totals compare the places too."
    assert unlike_words(plans) == (words if differ else "")


@pytest.mark.parametrize("arrangement", ["virtual_us", "virtual_offshore"])
def test_contractors_cost_the_same_anywhere(arrangement: str) -> None:
    assert not places_differ([team(NEW), team(replace(NEW, area="39", arrangement=arrangement))])
    assert places_differ([team(NEW), team(replace(NEW, area="39", arrangement="remote"))])


def test_both_make_one_sentence() -> None:
    assert unlike_words([team(STAFF), team(replace(STAFF, area="39"), name="B")]) == (
        "The scenarios hold different existing staff and positions in different places, so their totals compare more "
        "than the decision."
    )


@given(PLANS)
def test_a_plan_is_like_itself(plan: Plan) -> None:
    assert unlike_words([plan, replace(plan, name="B"), replace(plan, positions=plan.positions[::-1])]) == ""
