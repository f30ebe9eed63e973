"""The first screen of the staffing budget: three numbers, one chart, and where they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib.charts import scenario_bars
from lib.hiring.billing import billing_of
from lib.hiring.defaults import headcount_class
from lib.hiring.difference import difference_words, unlike_words
from lib.hiring.firm import PARALEGAL
from lib.hiring.loaded_cost import loaded_cost
from lib.hiring.monthly import held_positions
from lib.hiring.payroll_taxes import tax_year
from lib.hiring.risk import about, chance_words
from lib.hiring.scenarios import example
from lib.hiring.tally import tallies
from lib.pay.ageing import month_words
from lib.pay.market import release_words
from lib.pay.words import dollars
from lib.tables import load_wages
from lib.ui import budget_state as state
from lib.ui.budget_results import DRAWS, result_of, results_of, risk_of, spread_of
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
        cost = dollars(tallies([result])[0].cost)
        st.metric(f"Cost, {_span(plan)}", cost, border=True, help="At the figures assumed, averaged over who leaves.")
        label, number, words = _second_number(plan, result)
        st.metric(label, number, border=True, help=words)
        label, number = _chance(plan)
        st.metric(label, number, border=True, help="Share of the simulated futures; see How sure.")
    _show_middle(plan, result)
    results = results_of(scenarios)
    show_chart(scenario_bars(results, scenarios.budget), key="scenario_bars")
    for words in (difference_words(result, other) for name, other in results.items() if name != plan.name):
        st.markdown(plain(words if len(results) == 2 else words.partition(". ")[0]))
    unlike = unlike_words(scenarios.plans)
    if unlike:
        st.info(plain(unlike))
    show_origin("estimate", _origin(plan))


def _show_middle(plan: Plan, result: PlanResult) -> None:
    """Say where the simulated futures lie, and what the new positions alone cost and bring in."""
    if not plan.counted:
        return
    low, middle, high = (about(amount) for amount in spread_of(risk_of(plan, state.scenarios().budget), "cost"))
    words = f"In the middle one of {DRAWS:,} simulated futures the cost is {middle}, in 8 of 10 {low} to {high}."
    if result.has_existing_staff:
        cost, fees = result.new_cost_by_month.sum(), result.new_fees_by_month.sum()
        words += f" Of the plan, new positions cost {dollars(float(cost))} and bring in {dollars(float(fees))}."
    st.markdown(plain(words))


def _finding(plan: Plan, result: PlanResult) -> str:
    if not plan.counted:
        return f"{plan.name}: no position is counted yet"
    words = f"{plan.name}: {dollars(tallies([result], 12)[0].cost)} in the first 12 months"
    who = ", new positions" if result.has_existing_staff else ","
    if result.payback_month:
        return f"{words}{who} paid back by {month_words(result.payback_month)}"
    return f"{words}{who} not paid back by {month_words(plan.last)}" if result.new_fees_by_month.any() else words


def _span(plan: Plan) -> str:
    return f"{month_words(plan.first)} to {month_words(plan.last)}"


def _second_number(plan: Plan, result: PlanResult) -> tuple[str, str, str]:
    """Return what is left of the fees, or what an hour costs if nothing is brought in: label, number, explanation."""
    if result.brings_in:
        return "Fees less cost", dollars(tallies([result])[0].left), "Collected fees of everybody less the cost."
    costs = [(held.planned.count, loaded_cost(held.position, plan.firm)) for held in held_positions(plan)]
    hours = sum(count * cost.hours_worked for count, cost in costs)
    label, words = "An hour worked costs", "A full year of all positions over the hours they work, search left out."
    return label, dollars(sum(count * cost.total for count, cost in costs) / hours, cents=True) if hours else "–", words


def _chance(plan: Plan) -> tuple[str, str]:
    budget = state.scenarios().budget
    if budget is None:
        return "Chance to exceed the budget", "No budget set"
    if not plan.counted:
        return f"Chance to exceed {dollars(budget)}", "–"
    chance = risk_of(plan, budget).probability_over or 0.0
    short = chance_words(chance).replace("fewer than", "<").replace("more than", ">")  # fits a phone
    return f"Chance to exceed {dollars(budget)}", short


def _origin(plan: Plan) -> str:
    """Say in a few words what the numbers rest on."""
    market = any(position.pay_basis != "typed" for position in plan.counted)
    month = "carried to each start" if plan.carried else f"of {release_words(load_wages().releases[0])}, not carried on"
    pay = f"Pay as each position names it{f' (market pay {month})' if market else ''}"
    words = [
        f"{pay}, payroll taxes of {tax_year()}, our defaults for {headcount_class(plan.firm.headcount)} employees, "
        "your own figures where you typed them"
    ]
    if plan.beyond_tax_year:
        words.append(f"months after {tax_year()} use the last published tax rates and wage bases")
    if any(position.role == PARALEGAL for position in plan.counted):
        billing = billing_of(plan.firm)
        words.append(
            f"a paralegal is taken to work {billing.hours:,.0f} hours a year for clients at {dollars(billing.rate)} an "
            f"hour, of which {dollars(billing.collected_an_hour)} reach the firm"
        )
    return "; ".join(words) + ". A legal secretary's time is overhead: its value counts only as you type it."
