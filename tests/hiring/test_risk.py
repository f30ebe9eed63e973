from __future__ import annotations

from dataclasses import replace
from math import exp, pi, sqrt
from typing import Any

import numpy as np
import pandas as pd
import pytest

from lib.hiring import Firm, PlannedPosition, run_plan
from lib.hiring.drivers import PAY
from lib.hiring.risk import Risk, risk_sentence, simulate
from tests.hiring.risks import (
    FREELANCE,
    MANY,
    MIXED,
    OFFSHORE,
    PENDING,
    SECRETARY,
    TEXAN,
    TYPED,
    amount,
    drivers_of,
    firm,
    made_up,
    plan_of,
)


@pytest.mark.parametrize(
    "positions",
    [
        (TYPED,),
        (TEXAN,),  # market pay whose error is stated as 0
        (replace(TYPED, employed=True, count=3), FREELANCE, OFFSHORE, replace(SECRETARY, search="agency")),
        (replace(TYPED, arrangement="remote", works_in="WA", start="2027-04", end="2028-06", share=0.6),),
    ],
)
@pytest.mark.parametrize("benefits", ["share", "dollars", "none"])
def test_a_plan_without_anything_uncertain_costs_what_it_is_planned_to(
    positions: tuple[PlannedPosition, ...], benefits: str
) -> None:
    plan = plan_of(*positions, firm=firm(benefits=benefits, market_error=0.0), months=30)
    risk, planned = simulate(plan, draws=100), run_plan(plan)
    assert risk.costs == pytest.approx(np.full(100, planned.total), abs=1e-6)
    assert risk.contributions == pytest.approx(np.full(100, planned.contribution), abs=1e-6)
    assert risk.drivers.empty


def test_a_certain_cost_is_within_a_budget_of_the_same_amount() -> None:
    plan = plan_of(TYPED, firm=firm())
    total = run_plan(plan).total
    assert simulate(plan, total).probability_over == 0
    assert simulate(plan, total - 0.01).probability_over == 1
    words = f"The plan costs ${total:,.0f}: nothing in it is uncertain."
    assert risk_sentence(simulate(plan)) == words
    assert risk_sentence(simulate(plan, 100_000)) == f"{words} That is within the budget of $100,000."
    assert risk_sentence(simulate(plan, 50_000)) == f"{words} That is more than the budget of $50,000."


@pytest.mark.parametrize("positions", [(), (PENDING,), (replace(TYPED, end="2026-06"),)])
def test_a_plan_without_a_position_costs_nothing(positions: tuple[PlannedPosition, ...]) -> None:
    risk = simulate(plan_of(*positions, firm=Firm()), 1_000, draws=100)
    assert (risk.costs.tolist(), risk.contributions.tolist()) == ([0.0] * 100, [0.0] * 100)
    assert (risk.probability_over, risk.probability_loss) == (0, None)
    assert risk.drivers.empty
    assert set(risk.quantiles["amount"]) == {0.0}


def test_the_sentence_of_a_plan_without_a_counted_position_says_so() -> None:
    words = "The plan holds no position that can be counted yet, so it costs nothing."
    assert risk_sentence(simulate(plan_of(PENDING, firm=Firm()))) == words


# A freelance paralegal costs 50 to 65 to 120 dollars an hour for 1,876 hours, and $56 a month for software.
#   over 80 an hour: half of the futures lie above 65, 40 / 55 of those above 80: 0.5 x 40 / 55       = 0.3636
#   over 60 an hour: half above 65, and of the other half 5 / 15 between 60 and 65: 0.5 + 0.5 x 5 / 15 = 0.6667
@pytest.mark.parametrize(("rate", "share"), [(80, 0.3636), (60, 0.6667), (120, 0), (50, 1)])
def test_the_chance_to_exceed_the_budget_follows_from_the_range(rate: float, share: float) -> None:
    plan = plan_of(FREELANCE, firm=firm("virtual_us_rate"))
    risk = simulate(plan, 1_876 * rate + 12 * 56, draws=MANY)
    # Sampling error: at most sqrt(0.25 / 100,000) = 0.0016; four of it.
    assert risk.probability_over == pytest.approx(share, abs=0.0064)


def test_the_quantiles_follow_from_the_range() -> None:
    risk = simulate(plan_of(FREELANCE, firm=firm("virtual_us_rate")), draws=MANY)
    # 10th percentile: a fifth of the way from 50 to 65 is 53; 90th: four fifths from 65 to 120 is 109; median 65.
    for quantile, rate in ((0.1, 53), (0.5, 65), (0.9, 109)):
        assert amount(risk, "cost", quantile) == pytest.approx(1_876 * rate + 672, rel=0.01)
    (driver,) = risk.drivers.to_dict("records")
    assert (driver["driver"], driver["label"]) == ("virtual_us_rate", "Virtual staff: US freelance")
    assert (driver["low"], driver["high"]) == pytest.approx((1_876 * 53 + 672, 1_876 * 109 + 672))


def test_the_chance_of_a_loss_follows_from_the_range() -> None:
    plan = plan_of(TYPED, firm=firm("bill_rate"))
    planned = run_plan(plan)
    # Fees are in proportion to the rate, 90 to 193 to 228; they cover the cost from 193 x cost / fees on, below 193.
    rate = 193 * planned.total / planned.fees
    assert 90 < rate < 193
    risk = simulate(plan, draws=MANY)
    assert risk.probability_loss == pytest.approx(0.5 * (rate - 90) / (193 - 90), abs=0.0064)
    assert np.ptp(risk.costs) < 1e-6
    assert risk.drivers["driver"].tolist() == ["bill_rate"]


def test_without_fees_there_is_no_chance_of_a_loss_and_without_a_budget_none_to_exceed_it() -> None:
    risk = simulate(plan_of(SECRETARY, firm=Firm()), draws=100)
    assert (risk.probability_over, risk.probability_loss) == (None, None)


def test_the_median_of_market_pay_is_the_plans() -> None:
    plan = plan_of(TEXAN, firm=firm(market_error=0.172))
    risk = simulate(plan, draws=MANY)
    # The log of pay has a standard deviation of 0.172 x sqrt(pi / 2) = 0.2156; the median of 100,000 draws is right
    # to 1.25 x 0.2156 / sqrt(100,000) = 0.09 % of pay; four of it.
    assert np.median(risk.costs) == pytest.approx(run_plan(plan).total, rel=0.0034)
    # 90th percentile of pay: exp(1.2816 x 0.2156) = 1.3182 times the plan's.
    dearer = replace(TEXAN, pay_basis="typed", amount=1.3182 * TEXAN.priced().annual_pay)
    found = run_plan(plan_of(dearer, firm=firm())).total
    assert drivers_of(risk).loc[PAY, "high"] == pytest.approx(found, rel=0.001)
    assert amount(risk, "cost", 0.9) == pytest.approx(found, rel=0.01)


@pytest.mark.parametrize(("basis", "error"), [("estimate", 0.138), ("median", 0.172), ("p75", 0.172)])
def test_how_far_pay_ends_from_plan_depends_on_where_it_comes_from(basis: str, error: float) -> None:
    position = replace(TEXAN, pay_basis=basis)
    pay = position.priced().annual_pay
    # 90th percentile of pay: exp(1.2816 x error x sqrt(pi / 2)) times the plan's.
    dearer = replace(TYPED, amount=pay * exp(1.28155 * error * sqrt(pi / 2)))
    driver = drivers_of(simulate(plan_of(position, firm=firm()), draws=100)).loc[PAY]
    assert driver["high"] == pytest.approx(run_plan(plan_of(dearer, firm=firm())).total, rel=0.001)


def test_the_error_of_pay_between_jobs_evens_out() -> None:
    jobs = [replace(TEXAN, area="53"), replace(TEXAN, pay_basis="estimate", experience="0-1"), SECRETARY]
    plan = plan_of(TEXAN, *jobs, firm=firm(pay_error=0.172, market_error=0.172))
    risk = simulate(plan, draws=MANY)
    # Nothing else is uncertain, so the driver stands where the drawn cost does. Four jobs: about half the error of one.
    assert_pay_alone_is_what_is_drawn(risk)
    driver = drivers_of(risk).loc[PAY]
    alone = [drivers_of(simulate(plan_of(job, firm=plan.firm), draws=100)).loc[PAY] for job in plan.positions]
    swings = sum(float(each["high"] - each["low"]) for each in alone)
    assert driver["high"] - driver["low"] == pytest.approx(swings / sqrt(4), rel=0.05)


def test_a_large_job_weighs_more_in_the_error_of_pay() -> None:
    plan = plan_of(replace(TEXAN, count=9), replace(SECRETARY, share=0.5), TYPED, firm=firm())
    assert_pay_alone_is_what_is_drawn(simulate(plan, draws=MANY))


def test_jobs_whose_pay_errs_differently_even_out_too() -> None:
    jobs = (replace(TEXAN, count=3), replace(SECRETARY, pay_basis="estimate", count=4))
    assert_pay_alone_is_what_is_drawn(simulate(plan_of(*jobs, firm=firm(pay_error=0.05)), draws=MANY), 0.006)


def test_five_people_in_one_row_are_paid_like_five_rows_of_one() -> None:
    one, five = plan_of(replace(TEXAN, count=5), firm=firm()), plan_of(*[TEXAN] * 5, firm=firm())
    together, apart = simulate(one), simulate(five)
    assert together.costs == pytest.approx(apart.costs)
    assert together.contributions == pytest.approx(apart.contributions)
    assert drivers_of(together).loc[PAY, ["low", "high"]].tolist() == pytest.approx(
        drivers_of(apart).loc[PAY, ["low", "high"]].tolist()
    )


@pytest.mark.parametrize(
    "other", [{"count": 2}, {"share": 0.5}, {"start": "2027-04"}, {"arrangement": "remote"}, {"pay_basis": "p75"}]
)
def test_rows_of_a_job_share_their_pay(other: dict[str, Any]) -> None:
    first, second = (simulate(plan_of(row, firm=firm())).costs for row in (TEXAN, replace(TEXAN, **other)))
    assert np.corrcoef(first, second)[0, 1] > 0.999


@pytest.mark.parametrize("other", [{"area": "53"}, {"role": "legal_secretary"}, {"pay_basis": "estimate"}])
def test_jobs_differ_by_role_place_and_basis(other: dict[str, Any]) -> None:
    assert pay_correlation(TEXAN, replace(TEXAN, **other)) == pytest.approx(0, abs=0.04)


def test_jobs_differ_by_the_facts_that_count() -> None:
    facts = ({"experience": "0-1"}, {"specialization": "litigation"}, {})
    first, second, third = (replace(TEXAN, pay_basis="estimate", **stated) for stated in facts)
    pairs = ((first, second), (second, third), (first, third))
    assert [pay_correlation(*pair) for pair in pairs] == pytest.approx([0, 0, 0], abs=0.04)
    market = replace(first, pay_basis="median")  # the median does not look at the experience
    assert pay_correlation(market, TEXAN) == pytest.approx(1)


def pay_correlation(first: PlannedPosition, second: PlannedPosition) -> float:
    costs = [simulate(plan_of(each, firm=firm())).costs for each in (first, second)]
    return float(np.corrcoef(costs)[0, 1])


def assert_pay_alone_is_what_is_drawn(risk: Risk, close: float = 0.003) -> None:
    driver = drivers_of(risk).loc[PAY]
    drawn = amount(risk, "cost", 0.1), amount(risk, "cost", 0.9)
    assert (driver["low"], driver["high"]) == pytest.approx(drawn, rel=close)


@pytest.mark.parametrize("position", [TYPED, replace(TEXAN, employed=True), FREELANCE])
def test_pay_that_is_known_does_not_vary(position: PlannedPosition) -> None:
    assert (
        PAY not in drivers_of(simulate(plan_of(position, firm=firm("office_rent", "virtual_us_rate")), draws=100)).index
    )


def test_the_sentence_names_chance_range_and_driver() -> None:
    # 101 costs of 400,000 to 500,000 in steps of 1,000: 10th percentile 410,000, 90th 490,000; 50 of 101 lie above
    # 450,000: 49.5 of 100.
    table = pd.DataFrame({"label": ["Rent", "Turnover"], "low": [400_000.0, 1.0], "high": [438_040.0, 1.0]})
    costs = range(400_000, 501_000, 1_000)
    assert risk_sentence(made_up(*costs, budget=450_000, drivers=table)) == (
        "In 50 of 100 futures the plan costs more than $450,000; in 8 of 10 it costs $410,000 to $490,000. "
        "What moves it most: rent ($38,000 between its 10th and 90th percentile)."
    )


def test_the_sentence_without_budget_and_driver() -> None:
    assert risk_sentence(made_up(80_000, 100_000)) == "In 8 of 10 futures the plan costs $82,000 to $98,000."


@pytest.mark.parametrize(
    ("budget", "words"), [(101_000, "In fewer than 1 of 100 futures"), (99_000, "In more than 99 of 100 futures")]
)
def test_the_sentence_does_not_promise_none_or_all(budget: float, words: str) -> None:
    # 100,000 to 100,001 is about 100,000 to three digits.
    assert risk_sentence(made_up(100_000, 100_001, budget=budget)) == (
        f"{words} the plan costs more than ${budget:,}; in 8 of 10 it costs about $100,000."
    )


@pytest.mark.parametrize(("over", "words"), [(1, "fewer than 1"), (2, "1"), (198, "99"), (199, "more than 99")])
def test_chances_are_told_of_100(over: int, words: str) -> None:
    risk = made_up(*[100.0] * (200 - over), *[200.0] * over, budget=150)
    assert risk_sentence(risk).startswith(f"In {words} of 100 futures the plan costs more than $150;")


def test_the_sentence_of_a_drawn_plan_names_its_first_driver() -> None:
    risk = simulate(MIXED, 300_000)
    assert risk.drivers["driver"].iloc[0] == "virtual_us_rate"
    assert "What moves it most: virtual staff: US freelance ($" in risk_sentence(risk)


def test_a_cost_of_nothing_has_no_digits_to_round() -> None:
    # 90th percentile of 0, 0, 100: four fifths of the way from the second to the third.
    assert "costs $0 to $80." in risk_sentence(made_up(0, 0, 100))
