from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.export.recommendation import NOTHING, choose, recommendation
from lib.hiring import Firm, Plan, run_plan
from lib.hiring.risk import Risk, chance_words
from tests.hiring.plans import STABLE, typed

if TYPE_CHECKING:
    from collections.abc import Sequence

BARE = replace(STABLE, benefits="none")
# Hours billed bring in 1,000 x 100 x 0.9 = 90,000 a year from the first day.
BILLED = replace(BARE, bill_rate=100.0, billable_hours=1_000.0, realization=1.0, collection=0.9, ramp=0.0)
YEAR = "in the first year (January to December 2027)"


def plan(name: str, amount: float, *, role: str = "legal_secretary", firm: Firm = BARE, months: int = 12) -> Plan:
    """One person in Texas, remote, no search. 60,000 costs 60,000 + 4,875 in taxes + 672 for software = 65,547."""
    job = typed(amount, role=role, arrangement="remote", search="none")
    return Plan(name, (job,), firm, months=months)


def risk(of: Plan, better: float, *, seed: int = 7, budget: float | None = None) -> Risk:
    """100 futures: in a share of them the plan costs nothing and leaves 1, in the others it costs 2 and leaves -2."""
    worse = np.arange(100) >= 100 * better
    costs, left = np.where(worse, 2.0, 0.0), np.where(worse, -2.0, 1.0)
    return Risk(of, budget, 100, seed, costs, left, True, pd.DataFrame({"driver": []}))


def even(of: Plan, **stated: object) -> Risk:
    """100 futures in which the plan costs 1 and leaves 0."""
    return replace(risk(of, 0, **stated), costs=np.ones(100), contributions=np.zeros(100))


def told(*plans: Plan, risks: Sequence[Risk] = (), budget: float | None = None) -> tuple[str, ...]:
    return recommendation([run_plan(each) for each in plans], risks, budget)


CHEAP, DEAR = plan("Cheap", 50_000), plan("Dear", 60_000)
COSTS = "at the figures assumed it costs $54,782 in its 12 months"
SECRETARIES = "What a legal secretary is worth, the lawyer hours released, is counted only as typed: "


def test_the_cheapest_is_named_if_nothing_brings_in_fees() -> None:
    # 50,000 + 4,110 + 672 = 54,782; 10,765 less than 65,547: see tests/hiring/test_difference.py.
    assert told(DEAR, CHEAP) == (
        f"“Cheap” is the cheapest: $54,782 {YEAR}, $10,765 less than “Dear”. No scenario brings in fees that are "
        "counted, so only cost is compared.",
        "How sure it is that “Cheap” costs less than “Dear” has not been simulated.",
        f"{SECRETARIES}nothing in “Cheap”, nothing in “Dear”.",
    )


def test_what_leaves_the_most_is_named_if_something_brings_in_fees() -> None:
    billed = plan("Billed", 60_000, role="paralegal", firm=BILLED)
    found = told(CHEAP, billed, risks=[even(CHEAP), risk(billed, 0.9)])
    # 90,000 - 65,547 = 24,453; to -54,782 that is 79,235.
    assert found[:3] == (
        f"“Billed” leaves the most {YEAR}: it brings in $90,000 and costs $65,547, which leaves $24,453. "
        "That is $79,235 better than “Cheap”.",
        "“Billed” leaves more than “Cheap” in 90 of 100 simulated futures, each the same for both.",
        "The fees of “Billed” count on 1,000 hours worked for clients a year by each full-time paralegal, $90.00 "
        "collected for each hour (your figures). They come in only if clients have that much work.",
    )


def test_a_loss_is_called_one() -> None:
    # 90,000 less 90,000 + 6,885 + 42 + 243 + 672 = 97,842.
    costly = plan("Costly", 90_000, role="paralegal", firm=BILLED)
    costlier = plan("Costlier", 95_000, role="paralegal", firm=BILLED)
    assert told(costly, costlier)[0].startswith(
        f"“Costly” falls short the least {YEAR}: it brings in $90,000 and costs $97,842, which falls $7,842 short. "
    )


def test_the_best_may_bring_in_nothing() -> None:
    costly = plan("Costly", 200_000, role="paralegal", firm=BILLED)
    answer, *reasons = told(CHEAP, costly)
    assert answer.startswith(f"“Cheap” falls short the least {YEAR}: it brings in nothing that is counted and costs ")
    assert any(sentence.startswith("The fees of “Costly” count on 1,000 hours worked") for sentence in reasons)


@pytest.mark.parametrize(("share", "alike"), [(0.34, False), (0.35, True), (0.5, True), (0.65, True), (0.66, False)])
def test_a_gap_within_the_noise_decides_nothing(share: float, alike: bool) -> None:
    found = told(CHEAP, DEAR, risks=[even(CHEAP), risk(DEAR, share)])
    assert found[0].startswith("“Cheap” and “Dear” cannot be told apart on cost: choose on other grounds.") == alike
    held = f"in {round(100 - 100 * share)} of 100 simulated futures"
    assert found[1] == f"“Cheap” costs less than “Dear” {held}, each the same for both."
    if alike:
        assert found[0].endswith(f"“Cheap” costs $54,782; “Dear” costs $65,547 {YEAR}.")


def test_what_they_leave_can_be_as_close() -> None:
    plans = [plan(name, pay, role="paralegal", firm=BILLED) for name, pay in (("A", 50_000), ("B", 60_000))]
    found = told(*plans, risks=[even(plans[0]), risk(plans[1], 0.4)])
    assert found[0] == (
        "“A” and “B” cannot be told apart on what they leave once their cost is paid: choose on other grounds. "
        f"“A” costs $54,782 and brings in $90,000; “B” costs $65,547 and brings in $90,000 {YEAR}."
    )
    assert found[1].startswith("“A” leaves more than “B” in 60 of 100 ")


def test_equal_plans_cannot_be_told_apart_simulated_or_not() -> None:
    twin = replace(DEAR, name="Twin")
    assert told(DEAR, twin)[0].startswith("“Dear” and “Twin” cannot be told apart on cost")
    assert "in 50 of 100" in told(DEAR, twin, risks=[even(DEAR), even(twin)])[1]  # ties count half


def test_all_that_are_close_to_the_best_are_named() -> None:
    third, far = plan("Third", 60_100), plan("Far", 90_000)
    risks = [even(CHEAP), risk(DEAR, 0.4), risk(third, 0.45), risk(far, 0.1)]
    found = told(CHEAP, DEAR, third, far, risks=risks)
    assert found[0].startswith("“Cheap”, “Dear” and “Third” cannot be told apart on cost")
    assert [sentence for sentence in found if "“Far”" in sentence] == [found[-1]]


def test_futures_that_are_not_common_prove_nothing() -> None:
    unproved = "How sure it is that “Cheap” costs less than “Dear” has not been simulated."
    assert told(CHEAP, DEAR, risks=[even(CHEAP), risk(DEAR, 0.5, seed=8)])[1] == unproved
    assert told(CHEAP, DEAR, risks=[even(CHEAP)])[1] == unproved
    longer = replace(DEAR, months=24)
    found = told(CHEAP, longer, risks=[even(CHEAP), risk(longer, 0.5)])
    assert found[0].startswith(f"“Cheap” is the cheapest: $54,782 {YEAR}")
    assert found[1] == (
        "How sure it is that “Cheap” costs less than “Dear” is not known: they span different numbers of months."
    )


@pytest.mark.parametrize(
    ("budget", "sentence"),
    [
        (60_000, f"fits the budget of $60,000: {COSTS}, $5,218 below it"),
        (54_782, f"fits the budget of $54,782: {COSTS}, exactly as much"),
        (50_000, f"does not fit the budget of $50,000: {COSTS}, $4,782 above it"),
    ],
)
def test_the_budget_is_held_against_the_recommended(budget: float, sentence: str) -> None:
    assert told(CHEAP, DEAR, budget=budget)[2] == f"“Cheap” {sentence}."


def held_against(budget: float, over: int, draws: int = 100) -> str:
    """What is said of “Cheap”, which costs 54,782 at the figures assumed, if so many futures exceed the budget."""
    costs = np.where(np.arange(draws) < over, budget + 1, budget - 1)
    sure = replace(even(CHEAP), budget=budget, draws=draws, costs=costs)
    return told(CHEAP, risks=[sure], budget=budget)[1]


WITHIN = "At the figures assumed “Cheap” costs $54,782 in its 12 months, $5,218 below the budget of $60,000, but"
ABOVE = "At the figures assumed “Cheap” costs $54,782 in its 12 months, $4,782 above the budget of $50,000, but"


@pytest.mark.parametrize(
    ("budget", "over", "words"),
    [
        (60_000, 34, "“Cheap” fits the budget of $60,000: "),
        (60_000, 35, f"{WITHIN} that is far from sure: it costs more than the budget in 35 of 100 futures."),
        (60_000, 50, f"{WITHIN} that is far from sure: it costs more than the budget in 50 of 100 futures."),
        (60_000, 51, f"{WITHIN} it is more likely than not to exceed it: in 51 of 100 futures."),
        (60_000, 100, f"{WITHIN} it is more likely than not to exceed it: in more than 99 of 100 futures."),
        (50_000, 66, "“Cheap” does not fit the budget of $50,000: "),
        (50_000, 65, f"{ABOVE} that is far from sure: it costs more than the budget in 65 of 100 futures."),
        (50_000, 49, f"{ABOVE} it is more likely than not to stay within it: in 51 of 100 futures."),
    ],
)
def test_fits_is_said_only_if_the_futures_bear_it_out(budget: float, over: int, words: str) -> None:
    found = held_against(budget, over)
    assert found.startswith(words)
    assert ("fit" in found) == found.endswith(f" it; it costs more than the budget in {over} of 100 futures.")


def test_what_is_likely_is_what_is_shown() -> None:
    # 101 of 200 futures are 50.5 %, shown as 50 of 100; 69 are 34.5 %, shown as 34 of 100.
    assert "far from sure: it costs more than the budget in 50 of 100" in held_against(60_000, 101, 200)
    assert "fits the budget" in held_against(60_000, 69, 200)


def test_a_cost_of_exactly_the_budget_can_be_exceeded() -> None:
    assert held_against(54_782, 60) == (
        "At the figures assumed “Cheap” costs $54,782 in its 12 months, exactly the budget of $54,782, but it is more "
        "likely than not to exceed it: in 60 of 100 futures."
    )


@given(st.integers(0, 100), st.sampled_from([50_000.0, 54_782.0, 60_000.0]))
def test_no_plan_fits_that_half_the_futures_exceed(over: int, budget: float) -> None:
    found = held_against(budget, over)
    assert "expected" not in found
    if over >= 50:
        assert "” fits" not in found
    else:
        assert "does not fit" not in found


def test_the_chance_to_exceed_the_budget_needs_the_same_budget() -> None:
    risks = [replace(even(CHEAP), budget=60_000.0), even(DEAR)]
    assert "it costs more than the budget in fewer than 1 of 100 futures." in told(
        CHEAP, DEAR, risks=risks, budget=60_000.0
    )[2]  # fmt: skip
    assert told(CHEAP, DEAR, risks=risks, budget=70_000.0)[2].endswith("$15,218 below it.")


def test_one_scenario_is_not_recommended() -> None:
    assert told(CHEAP, budget=60_000.0) == (
        f"Only one scenario is counted. “Cheap” costs $54,782 {YEAR}.",
        f"“Cheap” fits the budget of $60,000: {COSTS}, $5,218 below it.",
        f"{SECRETARIES}nothing in “Cheap”.",
    )


def test_scenarios_without_a_counted_position_are_left_out() -> None:
    waiting = typed(60_000)
    empty = Plan("Empty", (replace(waiting, amount=None),))
    assert told(Plan("Nobody"), empty) == (NOTHING,)
    assert told(CHEAP, Plan("Nobody"), empty)[-1] == (
        "Left out, because none of their positions is counted: “Nobody” and “Empty”."
    )
    assert told(CHEAP, Plan("Nobody"))[-1] == "Left out, because none of its positions is counted: “Nobody”."
    assert choose([run_plan(empty)], []) is None


def test_different_existing_staff_is_said_after_how_sure() -> None:
    staff = Plan("Staff", (replace(CHEAP.positions[0], employed=True), *CHEAP.positions), BARE)
    unlike = "The scenarios hold different existing staff, so their totals compare more than the decision."
    assert told(CHEAP, staff)[2] == unlike
    assert unlike not in told(staff, replace(staff, name="Twin"))
    assert unlike not in told(staff, Plan("Nobody"))  # which is left out


@pytest.mark.parametrize(
    ("stated", "whose"),
    [
        ({}, "our estimates"),
        ({"bill_rate": 193.0}, "partly your figures, partly our estimates"),
        ({"bill_rate": 193.0, "billable_hours": 1_250.0, "realization": 0.86, "collection": 0.89}, "your figures"),
    ],
)
def test_whose_billing_figures_they_are_is_said(stated: dict[str, float], whose: str) -> None:
    found = told(plan("A", 60_000, role="paralegal", firm=Firm(**stated)))
    # 193 x 0.86 x 0.89 = 147.7222 an hour.
    hours = "count on 1,250 hours worked for clients a year by each full-time paralegal"
    billing = f"{hours}, $147.72 collected for each hour ({whose})"
    assert any(billing in sentence for sentence in found)


def test_released_hours_are_told_as_typed() -> None:
    firm = replace(BARE, released_hours=150.0, released_value=300.0, ramp=0.0)
    found = told(plan("Typed", 60_000, firm=firm), CHEAP)
    # 150 x 300 = 45,000.
    assert "it brings in $45,000 and costs $65,547" in found[0]
    assert found[-1] == f"{SECRETARIES}150 hours a year at $300 an hour in “Typed”, nothing in “Cheap”."
    two = replace(CHEAP, name="Two", positions=(replace(CHEAP.positions[0], count=2),), firm=firm)
    assert told(two)[-1] == (
        "What legal secretaries are worth, the lawyer hours released, is counted only as typed: 150 hours a year for "
        "each person at $300 an hour in “Two”."
    )


@given(st.floats(0, 1))
def test_chances_never_claim_certainty(share: float) -> None:
    words = chance_words(share)
    assert words not in ("0 of 100", "100 of 100")
    assert words.endswith("of 100")
    if 0.01 <= share <= 0.99:
        assert abs(int(words.split()[0]) - 100 * share) <= 0.5
