from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given

from lib.hiring import run_plan
from lib.hiring.lines import GROUPS
from tests.hiring.plans import FIRMS, PLANS, POSITIONS, by_month, result_of

if TYPE_CHECKING:
    from lib.hiring import Firm, Plan, PlannedPosition


@given(PLANS)
def test_nothing_is_negative_and_every_cost_has_a_known_category(plan: Plan) -> None:
    result = run_plan(plan)
    assert (result.amounts >= 0).all()
    assert set(result.items.loc[result.items["side"] == "cost", "category"]) <= set(GROUPS)
    assert set(result.items.loc[result.items["side"] == "fees", "category"]) <= {"Fees"}
    assert set(result.items["kind"]) <= {"fact", "estimate", "input"}
    assert (result.items["source"] != "").all()


@given(PLANS)
def test_people_at_work_never_exceed_the_plan(plan: Plan) -> None:
    result = run_plan(plan)
    counts = np.array([position.count for position in plan.counted])
    for number, count in enumerate(counts):
        assert (result.at_work[number] <= count + 1e-9).all()
        assert (result.leavers[number] <= count + 1e-9).all()
    assert (result.at_work >= 0).all()
    assert (result.leavers >= 0).all()


@given(PLANS)
def test_positions_do_not_bear_on_each_other(plan: Plan) -> None:
    alone = [run_plan(replace(plan, positions=(position,))) for position in plan.positions]
    result = run_plan(plan)
    assert sum(each.total for each in alone) == pytest.approx(result.total)
    assert sum(each.fees for each in alone) == pytest.approx(result.fees)


@given(POSITIONS, FIRMS)
def test_cost_and_fees_are_in_proportion_to_the_people_in_a_row(position: PlannedPosition, firm: Firm) -> None:
    one, more = (result_of(replace(position, count=count), firm=firm) for count in (1, position.count + 1))
    np.testing.assert_allclose(more.amounts, (position.count + 1) * one.amounts)
    assert more.total >= one.total


@given(POSITIONS, FIRMS)
def test_a_larger_firm_never_pays_less(position: PlannedPosition, firm: Firm) -> None:
    larger = [
        result_of(position, firm=replace(firm, headcount=headcount)).total for headcount in (1, 10, 25, 50, 100, 500)
    ]
    assert all(less <= more + 1e-6 for less, more in pairwise(larger))


@given(POSITIONS, FIRMS)
def test_without_turnover_nobody_leaves_and_nobody_is_replaced(position: PlannedPosition, firm: Firm) -> None:
    result = result_of(position, firm=replace(firm, turnover=0.0))
    assert by_month(result, "Replacing people who leave") == {}
    assert result.leavers.sum() == 0
    assert set(np.unique(result.at_work)) <= {0, position.count}
