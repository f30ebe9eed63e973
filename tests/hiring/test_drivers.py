from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.hiring import Firm, Plan, PlannedPosition, run_plan
from lib.hiring.drivers import PAY, responses_of
from lib.hiring.figures import FIGURES, figure_default
from lib.hiring.response import TURNOVER, pay_ends
from lib.hiring.risk import simulate
from tests.hiring.risks import (
    DRAWN,
    FREELANCE,
    MIXED,
    OFFSHORE,
    SECRETARY,
    TEXAN,
    TYPED,
    drivers_of,
    plan_of,
    tenths,
)


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
