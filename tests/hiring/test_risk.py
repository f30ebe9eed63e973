from __future__ import annotations

from dataclasses import replace
from math import exp, pi, sqrt
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.hiring import Firm, Plan, PlannedPosition, run_plan
from lib.hiring.departures import turns_of
from lib.hiring.draws import poisson_quantile
from lib.hiring.drivers import PAY, responses_of
from lib.hiring.figures import BY_STATE, FIGURES, figure_default
from lib.hiring.monthly import held_positions
from lib.hiring.response import TURNOVER, pay_ends
from lib.hiring.risk import Risk, probability_cheaper, risk_sentence, simulate
from tests.hiring.plans import PLANS

MANY = 100_000
TYPED = PlannedPosition("paralegal", "48", pay_basis="typed", amount=60_000)
FREELANCE = PlannedPosition("paralegal", "48", arrangement="virtual_us")
OFFSHORE = PlannedPosition("legal_secretary", "48", arrangement="virtual_offshore")
PENDING = PlannedPosition("paralegal", "48", pay_basis="typed")  # no amount yet: not counted
TEXAN = PlannedPosition("paralegal", "48")
SECRETARY = PlannedPosition("legal_secretary", "53")
MIXED = Plan("Mixed", (TEXAN, SECRETARY, FREELANCE), months=24)
DRAWN = simulate(MIXED, draws=100)


def firm(*unknown: str, **figures: Any) -> Firm:
    """Return a firm nobody leaves that states every figure, but for some."""
    known = {name: Firm().of(name) for name in FIGURES if name != BY_STATE} | {TURNOVER: 0.0} | figures
    return Firm(**(known | dict.fromkeys(unknown)))


def plan_of(*positions: PlannedPosition, firm: Firm, months: int = 12) -> Plan:
    return Plan("Plan", positions, firm, months=months)


def tenths(name: str, role: str = "paralegal") -> tuple[float, float]:
    """Return the 10th and the 90th percentile of a figure: a fifth of the way from an end to the value."""
    usual = figure_default(name, role, 20)
    return usual.low + 0.2 * (usual.value - usual.low), usual.high - 0.2 * (usual.high - usual.value)


def drivers_of(risk: Risk) -> pd.DataFrame:
    return risk.drivers.set_index("driver")


def amount(risk: Risk, measure: str, quantile: float) -> float:
    found = risk.quantiles.set_index(["measure", "quantile"])["amount"]
    return float(found[(measure, quantile)])


def made_up(*costs: float, budget: float | None = None, drivers: pd.DataFrame | None = None) -> Risk:
    """Return a result as if these costs had been drawn."""
    values = np.array(costs)
    table = DRAWN.drivers.iloc[:0] if drivers is None else drivers
    return replace(DRAWN, budget=budget, draws=len(costs), costs=values, contributions=-values, drivers=table)


# Nothing uncertain ------------------------------------------------------------------------------------------------


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


# One figure uncertain: by hand ------------------------------------------------------------------------------------


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


# Who leaves -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 8])
def test_nobody_leaves_as_often_as_a_poisson_distribution_says(count: int) -> None:
    plan = plan_of(replace(TYPED, count=count), firm=firm(turnover=0.15))
    expected = run_plan(plan)
    nobody = run_plan(replace(plan, firm=firm())).total
    risk = simulate(plan, draws=MANY)
    share = np.mean(np.abs(risk.costs - nobody) < 0.01)
    # Who leaves at the end of the last month changes nothing.
    assert share == pytest.approx(exp(-expected.leavers[:, :-1].sum()), abs=0.0064)
    error = risk.costs.std() / sqrt(MANY)
    assert risk.costs.mean() == pytest.approx(expected.total, abs=4 * error)
    assert risk.contributions.mean() == pytest.approx(
        expected.contribution, abs=4 * risk.contributions.std() / sqrt(MANY)
    )


def test_leavers_follow_the_turnover_drawn() -> None:
    plan = plan_of(replace(TYPED, count=8), firm=firm(TURNOVER))
    leavers = run_plan(plan).leavers[:, :-1].sum() / 0.15  # for a turnover of 1; the last month's change nothing
    nobody = run_plan(replace(plan, firm=firm())).total

    # Turnover lies evenly from 0.1 to 0.15 or, as often, from 0.15 to 0.31. The mean of exp(-k t) from a to b is
    # (exp(-k a) - exp(-k b)) / (k (b - a)).
    def mean(low: float, high: float) -> float:
        return float((exp(-leavers * low) - exp(-leavers * high)) / (leavers * (high - low)))

    risk = simulate(plan, draws=MANY)
    share = np.mean(np.abs(risk.costs - nobody) < 0.01)
    assert share == pytest.approx((mean(0.1, 0.15) + mean(0.15, 0.31)) / 2, abs=0.0064)
    # About 0.306, against exp(-1.09) = 0.336 if turnover were 0.15 in every future: 1.09 leave of eight people.
    assert share < 0.325


def test_the_driver_of_who_leaves_is_the_number_of_leavers() -> None:
    plan = plan_of(TYPED, firm=firm(turnover=0.15))
    expected, nobody = run_plan(plan), run_plan(replace(plan, firm=firm()))
    # About 0.15 leave: nobody in exp(-0.15) = 86 of 100 futures, so the 10th percentile is 0 and the 90th is 1.
    each = (expected.total - nobody.total) / expected.leavers.sum()
    driver = drivers_of(simulate(plan, draws=100)).loc["leavers"]
    assert (driver["low"], driver["high"]) == pytest.approx((nobody.total, nobody.total + each))
    assert driver["label"] == "How many people leave"
    assert driver["high_contribution"] < driver["low_contribution"]


def test_what_a_leaver_changes_by_month_worked_by_hand() -> None:
    # $5,000 a month, 1.38 months to fill. Who leaves after month 1 to 10 saves 1.38 x 5,000 = 6,900 and the successor
    # costs 21 % of 60,000 = 12,600. After month 11 the last month's 5,000 is saved and nobody follows; after month 12
    # nothing changes.
    (held,) = held_positions(plan_of(TYPED, firm=firm(turnover=0.15)))
    turns = turns_of(held, firm(turnover=0.15), held.seat.leavers)
    assert turns["Gross pay"].leaver.tolist() == pytest.approx([-6_900.0] * 10 + [-5_000, 0])
    assert turns["Replacing people who leave"].leaver.tolist() == pytest.approx([12_600.0] * 10 + [0, 0])
    assert turns["Office space"].leaver.tolist() == [0] * 12
    assert (turns["Gross pay"].stays, turns["Replacing people who leave"].stays) == (60_000, 0)
    # Fees: 193 x 1,250 x 0.86 x 0.89 / 12 = 15,387.73 a month once the ramp of four months is over. With nobody having
    # left before (that is who leaves after month 1), the successor of month 3 brings 62 % of 0.125, then 0.375, 0.625
    # and 0.875; the first person would have brought 0.375, 0.625, 0.875 and 1 in months 2 to 5.
    month = 193 * 1_250 * 0.86 * 0.89 / 12
    lost = 0.375 + 0.625 + 0.875 + 1 + 1 - (0.62 * 0.125 + 0.375 + 0.625 + 0.875)
    assert turns["Fees collected"].leaver[0] == pytest.approx(-month * lost)
    assert turns["Fees collected"].leaver[11] == 0
    assert turns["Fees collected"].stays == pytest.approx(month * (0.125 + 0.375 + 0.625 + 0.875 + 8))


@given(PLANS)
def test_the_expected_leavers_change_what_the_plan_says(plan: Plan) -> None:
    lines = run_plan(plan).lines
    for held in held_positions(plan):
        expected = lines[lines["row"] == held.number].set_index("item")["amount"]
        turns = turns_of(held, plan.firm, held.seat.leavers)
        found = {item: each.stays + each.leaver @ held.seat.leavers for item, each in turns.items()}
        assert list(found) == list(expected.index)
        assert [held.planned.count * each for each in found.values()] == pytest.approx(expected.tolist())


def a_future(rng: np.random.Generator) -> tuple[float, float]:
    """Walk through a year of one paralegal at $60,000 in Texas, month by month: cost and fees."""
    usual = {name: Firm().of(name) for name in FIGURES if name != BY_STATE}
    collected = usual["bill_rate"] * usual["billable_hours"] * usual["realization"] * usual["collection"] / 12
    cost = usual["own_search"] + usual["office_space"] * usual["office_rent"] + 12 * usual["software"]
    fees = taxed = 0.0
    month, started, present = 0, 0, 1.0
    while month < 12:
        paid = 5_000 * present
        own_taxes = 0.006 * min(paid, max(7_000 - taxed, 0)) + 0.027 * min(paid, max(9_000 - taxed, 0))
        cost += paid * (1 + 0.0765 + usual["insurance_and_retirement"]) + own_taxes
        fees += collected * present * min((month - started + 0.5) / usual["ramp"], 1)
        taxed, present, month = taxed + paid, 1.0, month + 1
        if rng.random() < usual[TURNOVER] / 12:
            month += int(usual["vacancy"])
            started, present, taxed = month, 1 - usual["vacancy"] % 1, 0.0
            cost += usual["replacement_cost"] * 60_000 if month < 12 else 0
    return cost, fees


def test_the_month_somebody_leaves_in_counts_as_in_a_walk_through_every_month() -> None:
    rng = np.random.default_rng(1)
    walked = np.array([a_future(rng) for _ in range(5_000)])
    plan = plan_of(TYPED, firm=firm(turnover=0.15))
    risk, planned = simulate(plan, draws=MANY), run_plan(plan)
    for found, slow in ((risk.costs, walked[:, 0]), (risk.contributions, walked[:, 1] - walked[:, 0])):
        assert found.mean() == pytest.approx(slow.mean(), abs=4 * slow.std() / sqrt(5_000))
        # The sampling error of a standard deviation: sqrt((kurtosis - 1) / 4 n) of it.
        kurtosis = np.mean((slow - slow.mean()) ** 4) / slow.var() ** 2
        assert found.std() == pytest.approx(slow.std(), rel=4 * sqrt((kurtosis - 1) / 20_000))
    # 5 % above plan is exceeded by who leaves in time for a successor: about 11 of 100. Averaged over the months a
    # leaver would not reach it. Sampling error: sqrt(0.11 x 0.89 / 5,000) = 0.0044; four of it.
    dear = 1.05 * planned.total
    assert np.mean(risk.costs > dear) == pytest.approx(np.mean(walked[:, 0] > dear), abs=0.018)
    assert 0.09 < np.mean(risk.costs > dear) < 0.14


def test_the_leavers_of_a_large_row_vary_like_those_of_many_small_ones() -> None:
    # 160 people: about 23 leavers a year, more than are followed one by one; ten rows of 16: 2.3 each.
    stated = firm(turnover=0.15)
    large, small = (
        simulate(plan_of(*rows, firm=stated), draws=20_000)
        for rows in ((replace(TYPED, count=160),), [replace(TYPED, count=16)] * 10)
    )
    for found, other in ((large.costs, small.costs), (large.contributions, small.contributions)):
        assert found.mean() == pytest.approx(other.mean(), abs=4 * sqrt(2) * other.std() / sqrt(20_000))
        assert found.std() == pytest.approx(other.std(), rel=0.03)  # sampling error sqrt(1 / 20,000) = 0.7 %
        for share in (0.05, 0.95):
            assert np.quantile(found, share) == pytest.approx(np.quantile(other, share), abs=0.1 * other.std())


def test_pay_that_is_saved_while_a_seat_is_empty_is_never_more_than_the_pay() -> None:
    # Two leave a year and nobody follows for two years: more leavers than there are cannot save more than all.
    plan = plan_of(TYPED, firm=firm(turnover=2.0, vacancy=24.0))
    lines = run_plan(plan).lines.set_index("item")["amount"]
    risk = simulate(plan, draws=1_000)
    # What is left then does not depend on people: space, software, the first search; taxes paid on the first months.
    fixed = lines["Office space"] + lines["Software"] + lines["Own search"]
    assert fixed <= risk.costs.min() < fixed + 1_000
    assert (risk.costs + risk.contributions).min() == 0


@given(st.floats(0.001, 30))
def test_few_leavers_are_counted_out(mean: float) -> None:
    from scipy.stats import poisson

    shares = (np.arange(999) + 0.5) / 999
    assert poisson_quantile(shares, np.full(999, mean)).tolist() == poisson.ppf(shares, mean).tolist()


@given(st.floats(30.1, 20_000))
def test_many_leavers_are_right_to_one(mean: float) -> None:
    from scipy.stats import poisson

    shares = (np.arange(999) + 0.5) / 999
    off = poisson_quantile(shares, np.full(999, mean)) - poisson.ppf(shares, mean)
    assert np.abs(off).max() <= 1
    assert np.mean(off != 0) < 0.05


def test_a_share_of_nothing_is_nobody_or_nearly() -> None:
    assert poisson_quantile(np.zeros(1), np.array([0.5])).tolist() == [0.0]
    assert 0 <= poisson_quantile(np.zeros(1), np.array([50.0]))[0] <= 5


def test_a_large_plan_can_be_simulated() -> None:
    plan = plan_of(replace(TYPED, count=1_000), firm=firm(turnover=0.15), months=36)
    risk = simulate(plan)
    assert risk.costs.mean() == pytest.approx(run_plan(plan).total, abs=4 * risk.costs.std() / 100)


# Drivers ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("benefits", ["share", "dollars"])
@pytest.mark.parametrize("position", [replace(TEXAN, search="agency"), SECRETARY, FREELANCE, OFFSHORE])
def test_a_driver_alone_costs_what_the_plan_says_with_that_figure(position: PlannedPosition, benefits: str) -> None:
    plan = plan_of(position, firm=Firm(benefits=benefits), months=24)
    drivers = drivers_of(simulate(plan, draws=100))
    figures = [name for name in drivers.index if name in FIGURES]
    assert figures
    for name in figures:
        for value, end in zip(tenths(name, position.role), ("low", "high"), strict=True):
            found = run_plan(replace(plan, firm=replace(plan.firm, **{name: value})))
            assert drivers.loc[name, end] == pytest.approx(found.total, rel=0.001), name
            left = drivers.loc[name, f"{end}_contribution"]
            assert left == pytest.approx(found.contribution, abs=0.006 * max(found.fees, found.total)), name


UNCERTAIN = sorted(set().union(*(response.drivers for response in responses_of(MIXED))))


@given(st.fixed_dictionaries({name: st.floats(-1, 1) for name in UNCERTAIN}))
def test_drivers_together_cost_what_the_plan_says_with_those_figures(positions: dict[str, float]) -> None:
    response = responses_of(replace(MIXED, positions=(TEXAN,)))[0]
    stated = {
        name: float(np.interp(positions[name], (-1, 0, 1), (usual.low, usual.value, usual.high)))
        for name in response.drivers - {PAY}
        for usual in (figure_default(name, "paralegal", 20),)
    }
    low, high = pay_ends(response.pay_spread)
    pay = TEXAN.priced().annual_pay * float(np.interp(positions[PAY], (-1, 0, 1), (low, 1, high)))
    plan = Plan("Stated", (replace(TYPED, amount=pay),), Firm(**stated), months=24)
    at = {name: np.array([position]) for name, position in positions.items()}
    cost, fees = response.dollars(at, response.expected_leavers(at[TURNOVER]))
    assert cost[0] == pytest.approx(run_plan(plan).total, rel=0.005)
    assert fees[0] == pytest.approx(run_plan(plan).fees, rel=0.04)


def test_what_is_uncertain_of_a_plan() -> None:
    fees = {"bill_rate", "billable_hours", "realization", "collection", "ramp"}
    office = {"office_space", "office_rent", "software", "own_search", "virtual_us_rate"}
    people = {TURNOVER, "vacancy", "replacement_cost", "insurance_and_retirement", "wage_growth", PAY}
    assert set(UNCERTAIN) == fees | office | people
    assert set(DRAWN.drivers["driver"]) == fees | office | people | {"leavers"}


@pytest.mark.parametrize("name", [name for name in UNCERTAIN if name != PAY])
def test_a_typed_figure_is_no_driver_and_leaves_the_others_alone(name: str) -> None:
    # The default of a role, typed: nothing but its range is gone. One role, as a typed figure holds for both.
    plan = Plan("Paralegals", (TEXAN, FREELANCE), months=24)
    before = drivers_of(simulate(plan, draws=100))
    stated = replace(plan, firm=replace(plan.firm, **{name: figure_default(name, "paralegal", 20).value}))
    after = drivers_of(simulate(stated, draws=100))
    pd.testing.assert_frame_equal(before.drop(index=name).sort_index(), after.sort_index())


def test_a_plan_of_contractors_knows_no_turnover() -> None:
    risk = simulate(plan_of(FREELANCE, OFFSHORE, firm=Firm()), draws=100)
    costs = drivers_of(risk).query("low != high")
    assert set(costs.index) == {"virtual_us_rate", "virtual_offshore_month", "software"}
    assert not {TURNOVER, "vacancy", "replacement_cost", "leavers", PAY} & set(drivers_of(risk).index)


def test_drivers_come_widest_first() -> None:
    drivers = simulate(MIXED, draws=100).drivers
    swings = (drivers["high"] - drivers["low"]).abs().round(2)
    assert swings.is_monotonic_decreasing
    left = (drivers["high_contribution"] - drivers["low_contribution"]).abs()[swings == 0]
    assert len(left) >= 4  # rate, hours, realization, collection
    assert left.is_monotonic_decreasing
    assert drivers["driver"].is_unique


def test_a_longer_vacancy_saves_cost_and_loses_fees() -> None:
    driver = drivers_of(simulate(plan_of(TEXAN, firm=Firm()), draws=100)).loc["vacancy"]
    assert driver["high"] < driver["low"]
    assert driver["high_contribution"] < driver["low_contribution"]


@pytest.mark.parametrize("headcount", [20, 60, 200, 1_000])
@pytest.mark.parametrize("role", ["paralegal", "legal_secretary"])
def test_the_value_of_every_driver_lies_in_its_range(role: str, headcount: int) -> None:
    plan = Plan("One", (PlannedPosition(role, "48"), PlannedPosition(role, "48", arrangement="virtual_us")), months=24)
    names = set().union(*(response.drivers for response in responses_of(plan))) - {PAY}
    for name in names:
        usual = figure_default(name, role, headcount)
        assert usual.low <= usual.value <= usual.high, name


# Futures ----------------------------------------------------------------------------------------------------------


def test_the_same_seed_gives_the_same_futures_and_another_seed_others() -> None:
    first, second, other = simulate(MIXED), simulate(MIXED), simulate(MIXED, seed=8)
    assert first.costs.tolist() == second.costs.tolist()
    assert first.contributions.tolist() == second.contributions.tolist()
    assert first.costs.tolist() != other.costs.tolist()
    # Both tell the same: medians differ by sampling error, about 1.25 x 12 % / sqrt(10,000) = 0.15 % each.
    assert np.median(first.costs) == pytest.approx(np.median(other.costs), rel=0.01)
    assert probability_cheaper(first, second) == 0


def test_a_plan_with_one_more_row_meets_the_same_futures() -> None:
    # A contractor at a stated price adds the same in every future: $2,000 and software of $50 for 24 months.
    stated = Firm(virtual_offshore_month=2_000, software=50)
    first = simulate(plan_of(TEXAN, SECRETARY, firm=stated, months=24))
    second = simulate(plan_of(TEXAN, SECRETARY, OFFSHORE, firm=stated, months=24))
    assert second.costs - first.costs == pytest.approx(np.full(10_000, 24 * 2_050), abs=1e-6)
    assert second.contributions - first.contributions == pytest.approx(np.full(10_000, -24 * 2_050), abs=1e-6)
    assert (probability_cheaper(first, second), probability_cheaper(second, first)) == (0, 1)


def test_a_row_keeps_its_futures_when_the_row_above_can_be_counted() -> None:
    stated = Firm(virtual_offshore_month=2_000, software=50)
    pending = replace(OFFSHORE, pay_basis="typed")
    without, with_ = (simulate(plan_of(above, TEXAN, firm=stated)) for above in (pending, OFFSHORE))
    assert with_.costs - without.costs == pytest.approx(np.full(10_000, 12 * 2_050), abs=1e-6)


def test_the_same_job_meets_the_same_futures_in_another_row() -> None:
    stated = firm(market_error=0.172, turnover=0.15)
    one, other = (simulate(plan_of(*rows, firm=stated)) for rows in ((TEXAN, SECRETARY), (SECRETARY, TEXAN)))
    assert one.costs == pytest.approx(other.costs)


def test_pay_of_one_role_says_nothing_of_the_other() -> None:
    paralegal, secretary = (
        simulate(plan_of(replace(TEXAN, role=role), firm=firm(market_error=0.172))).costs
        for role in ("paralegal", "legal_secretary")
    )
    assert np.corrcoef(paralegal, secretary)[0, 1] == pytest.approx(0, abs=0.04)


def test_jobs_differ_in_pay_and_rows_share_the_figures_of_the_firm() -> None:
    alike = simulate(plan_of(TYPED, TYPED, firm=firm("office_rent")))
    one = simulate(plan_of(TYPED, firm=firm("office_rent")))
    assert alike.costs == pytest.approx(2 * one.costs)
    paid = simulate(plan_of(TEXAN, replace(TEXAN, area="53"), firm=firm(market_error=0.172)))
    first = simulate(plan_of(TEXAN, firm=firm(market_error=0.172)))
    assert np.corrcoef(paid.costs - first.costs, first.costs)[0, 1] == pytest.approx(0, abs=0.04)


def test_drivers_are_drawn_independently() -> None:
    certain = {"market_error": 0.0}
    one_each = (
        firm("office_rent", **certain),
        firm("own_search", **certain),
        firm(market_error=0.172),
        firm(turnover=0.15, **certain),
    )
    drawn = [simulate(plan_of(TEXAN, firm=each)).costs for each in one_each]
    apart = np.corrcoef(drawn) - np.eye(4)
    assert np.abs(apart).max() < 0.04  # four times 1 / sqrt(10,000)


def test_the_futures_cannot_be_changed() -> None:
    for shared in (DRAWN.costs, DRAWN.contributions):
        with pytest.raises(ValueError, match="read-only"):
            shared[0] = 0.0


def test_half_a_cent_is_neither_over_the_budget_nor_a_loss() -> None:
    risk = replace(made_up(99.0, 100.0, 100.004, 101.0, budget=100), contributions=np.array([1, -0.004, 0, -0.01]))
    assert (risk.probability_over, risk.probability_loss) == (0.25, 0.25)


def test_the_probability_to_be_cheaper_counts_futures() -> None:
    first, second = made_up(1, 2, 3, 4), made_up(1, 1, 3.001, 2)
    assert probability_cheaper(first, second) == 0.5
    assert probability_cheaper(second, first) == 0


@pytest.mark.parametrize("other", [{"seed": 8}, {"draws": 200}])
def test_plans_are_compared_in_the_same_futures_only(other: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="same draws and the same seed"):
        probability_cheaper(simulate(MIXED, draws=100), simulate(MIXED, **({"draws": 100} | other)))


@given(st.floats(400_000, 900_000), st.floats(400_000, 900_000))
def test_a_higher_budget_is_never_exceeded_more_often(one: float, other: float) -> None:
    low, high = (replace(DRAWN, budget=budget).probability_over for budget in sorted((one, other)))
    assert low is not None
    assert high is not None
    assert 0 <= high <= low <= 1


def test_quantiles_rise() -> None:
    risk = simulate(MIXED)
    for _, group in risk.quantiles.groupby("measure"):
        assert group["quantile"].tolist() == [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]
        assert group["amount"].is_monotonic_increasing
    assert set(risk.quantiles["measure"]) == {"cost", "contribution"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"budget": 0}, r"A budget is more than \$0, not \$0."),
        ({"budget": -5.0}, r"A budget is more than \$0, not -\$5."),
        ({"budget": float("nan")}, "A budget is more than"),
        ({"draws": 99}, "draws must be 100 to 100,000, not 99."),
        ({"draws": 100_001}, "draws must be 100 to 100,000, not 100,001."),
        ({"seed": -1}, "seed must be 0 to 4,294,967,295, not -1."),
        ({"seed": 2**32}, "seed must be 0 to 4,294,967,295, not 4,294,967,296."),
    ],
)
def test_arguments_out_of_bounds_are_refused(arguments: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        simulate(MIXED, **arguments)


def test_the_bounds_themselves_are_allowed() -> None:
    assert len(simulate(MIXED, 0.01, 100, 0).costs) == 100
    assert len(simulate(plan_of(FREELANCE, firm=Firm()), None, MANY, 2**32 - 1).costs) == MANY


# Words ------------------------------------------------------------------------------------------------------------


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
