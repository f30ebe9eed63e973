"""The first screen of the staffing budget: three numbers, one chart, and where they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib.charts import scenario_bars
from lib.hiring.billing import billing_of
from lib.hiring.defaults import headcount_class
from lib.hiring.difference import difference_words
from lib.hiring.firm import PARALEGAL
from lib.hiring.loaded_cost import loaded_cost
from lib.hiring.payroll_taxes import tax_year
from lib.hiring.risk import chance_words
from lib.hiring.scenarios import example
from lib.pay.ageing import month_words
from lib.pay.words import dollars
from lib.ui import budget_state as state
from lib.ui.budget_results import result_of, results_of, risk_of
from lib.ui.show import show_chart, show_origin
from lib.ui.words import plain

if TYPE_CHECKING:
    from lib.hiring import Plan, PlanResult


def show_answer() -> None:
    """Show what the scenario that is edited costs, brings in and risks, and all scenarios in one chart."""
    scenarios, plan = state.scenarios(), state.selected_plan()
    result = result_of(plan)
    slot = st.empty()  # always there, so that what follows keeps its place
    if scenarios == example():
        slot.caption("An example: a firm of 12 lawyers and 20 employees in Texas adds one person. Change anything.")
    st.header(plain(_finding(plan, result)))
    with st.container(horizontal=True):
        st.metric(f"Cost, {_span(plan)}", round(result.total), format="$%,d", border=True)
        label, number = _second_number(plan, result)
        st.metric(label, number, format="$%,d" if isinstance(number, int) else None, border=True)
        st.metric(*_chance(plan), border=True)
    results = results_of(scenarios)
    show_chart(scenario_bars(results, scenarios.budget), key="scenario_bars")
    for words in (difference_words(result, other) for name, other in results.items() if name != plan.name):
        st.markdown(plain(words if len(results) == 2 else words.partition(". ")[0]))
    show_origin("estimate", _origin(plan))


def _finding(plan: Plan, result: PlanResult) -> str:
    if not plan.counted:
        return f"{plan.name}: no position is counted yet"
    words = f"{plan.name}: {dollars(result.cost_of_year(1))} in the first 12 months"
    if result.payback_month:
        return f"{words}, paid back by {month_words(result.payback_month)}"
    return f"{words}, not paid back by {month_words(plan.last)}" if result.brings_in else words


def _span(plan: Plan) -> str:
    return f"{month_words(plan.first)} to {month_words(plan.last)}"


def _second_number(plan: Plan, result: PlanResult) -> tuple[str, int | str]:
    """Return what is left of the fees, or what an hour costs if nothing is brought in."""
    if result.brings_in:
        return "Fees less cost", round(result.contribution)
    if not plan.counted:
        return "An hour worked costs", "–"
    cost = loaded_cost(plan.counted[0].priced(plan.first if plan.carried else None), plan.firm)
    return "An hour worked costs, in a full year", dollars(cost.per_hour_worked, cents=True)


def _chance(plan: Plan) -> tuple[str, str]:
    budget = state.scenarios().budget
    if budget is None:
        return "Chance to exceed the budget", "No budget set"
    chance = risk_of(plan, budget).probability_over or 0.0
    short = chance_words(chance).replace("fewer than", "<").replace("more than", ">")  # fits a phone
    return f"Chance to exceed {dollars(budget)}", short


def _origin(plan: Plan) -> str:
    """Say in a few words what the numbers rest on."""
    words = [
        f"Pay as each position names it, payroll taxes of {tax_year()}, our defaults for "
        f"{headcount_class(plan.firm.headcount)} employees, your own figures where you typed them"
    ]
    if plan.beyond_tax_year:
        words.append(f"months after {tax_year()} use the last published tax rates and wage bases")
    if any(position.role == PARALEGAL for position in plan.counted):
        billing = billing_of(plan.firm)
        words.append(
            f"a paralegal is taken to bill {billing.hours:,.0f} hours a year at {dollars(billing.rate)}, of which "
            f"{dollars(billing.collected_an_hour)} an hour reach the firm"
        )
    return "; ".join(words) + ". A legal secretary's time is overhead: its value counts only as you type it."
