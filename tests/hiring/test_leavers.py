from __future__ import annotations

from dataclasses import replace
from math import exp, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.hiring import Firm, Plan, run_plan
from lib.hiring.departures import turns_of
from lib.hiring.draws import poisson_quantile
from lib.hiring.figures import BY_STATE, FIGURES
from lib.hiring.monthly import held_positions
from lib.hiring.response import TURNOVER
from lib.hiring.risk import simulate
from tests.hiring.plans import PLANS
from tests.hiring.risks import (
    MANY,
    TYPED,
    drivers_of,
    firm,
    plan_of,
)


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
