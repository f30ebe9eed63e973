from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from lib.hiring import Firm, Plan, PlannedPosition, run_plan
from lib.hiring.figures import BY_STATE, FIGURES
from lib.hiring.figures_used import TOOL_FIGURES, UNTIL_TYPED, figures_missing, figures_used, pay_error_of
from lib.hiring.monthly import held_positions
from tests.hiring.plans import PLANS, plan_of, typed

OTHER = {"%": 0.37, "$": 41.0}  # a value that no default has, by the first character of the unit


def used(plan: Plan) -> set[str]:
    return {name for held in held_positions(plan) for name in figures_used(held, plan.firm)}


def missing(plan: Plan) -> set[str]:
    return {name for held in held_positions(plan) for name in figures_missing(held, plan.firm)}


def moved_by(plan: Plan, *names: str) -> bool:
    """Whether other values of figures change what the plan costs or brings in."""
    others = {name: OTHER.get(FIGURES[name].unit[0], 7.0) for name in names}
    before, after = run_plan(plan), run_plan(replace(plan, firm=replace(plan.firm, **others)))
    return abs(before.total - after.total) > 1e-6 or abs(before.fees - after.fees) > 1e-6


@given(PLANS)
def test_what_is_not_named_changes_nothing(plan: Plan) -> None:
    together = {"released_hours", "released_value", "ramp", *TOOL_FIGURES}  # count only once others are typed too
    assert not moved_by(plan, *FIGURES.keys() - used(plan) - missing(plan) - together - {BY_STATE})


def test_every_figure_that_is_named_changes_the_result() -> None:
    firm = Firm(
        benefits="dollars", family_share=0.5, equipment=900.0, training=600.0, tool_cost=80.0, tool_hours=20.0,
        tool_share=0.25, tool_billed=0.5, released_hours=100.0, released_value=300.0,
    )  # fmt: skip
    jobs = (
        typed(60_000, search="agency"),
        typed(50_000, role="legal_secretary"),
        typed(60_000, arrangement="virtual_us"),
        typed(60_000, arrangement="virtual_offshore"),
    )
    plan = plan_of(*jobs, firm=firm, months=24)
    assert used(plan) == FIGURES.keys() - {BY_STATE, "insurance_and_retirement", "pay_error", "market_error"}
    assert all(moved_by(plan, name) for name in used(plan))


def test_the_figures_stand_in_their_order() -> None:
    held = next(held_positions(plan_of(typed(60_000), firm=Firm(), months=24)))
    assert list(figures_used(held, Firm())) == [name for name in FIGURES if name in figures_used(held, Firm())]


def test_who_is_employed_already_is_not_searched_for() -> None:
    assert {"own_search", "equipment"}.isdisjoint(used(plan_of(typed(60_000, employed=True), firm=Firm(equipment=9.0))))


def test_a_raise_of_its_own_needs_no_figure() -> None:
    plan = plan_of(typed(60_000, raise_a_year=0.02), firm=Firm(), months=24)
    assert "wage_growth" not in used(plan)
    assert "wage_growth" in used(plan_of(typed(60_000), firm=Firm(), months=24))
    assert "wage_growth" not in used(plan_of(typed(60_000), firm=Firm(), months=12))


def test_nothing_is_counted_until_it_is_typed() -> None:
    firm = Firm()
    assert missing(plan_of(typed(60_000, role="legal_secretary"), firm=firm)) == set(UNTIL_TYPED)
    assert missing(plan_of(typed(60_000), firm=firm)) == {"equipment", "training", "tool_cost"}
    assert missing(plan_of(typed(60_000, employed=True), firm=firm)) == {"training", "tool_cost"}
    assert missing(plan_of(typed(60_000, arrangement="virtual_us"), firm=firm)) == {"tool_cost"}
    typed_all = Firm(equipment=1.0, training=1.0, tool_cost=1.0, released_hours=1.0)
    assert missing(plan_of(typed(60_000, role="legal_secretary"), firm=typed_all)) == set()


@pytest.mark.parametrize(
    ("stated", "name"),
    [
        ({"pay_basis": "estimate", "experience": "0-1"}, "pay_error"),
        ({"pay_basis": "estimate"}, "pay_error"),
        ({"pay_basis": "median"}, "market_error"),
        ({"pay_basis": "p90", "experience": "0-1"}, "market_error"),
        ({"pay_basis": "typed", "amount": 60_000}, None),
        ({"pay_basis": "estimate", "employed": True}, None),
        ({"pay_basis": "median", "arrangement": "virtual_us"}, None),
        ({"pay_basis": "median", "arrangement": "virtual_offshore"}, None),
        ({"pay_basis": "median", "arrangement": "remote"}, "market_error"),
    ],
)
def test_how_far_pay_may_end_from_plan_depends_on_where_it_comes_from(stated: dict[str, Any], name: str | None) -> None:
    assert pay_error_of(PlannedPosition("paralegal", "48", **stated)) == name
