"""The detail of the staffing budget: positions, months, whether it pays, and how sure all of it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from lib.charts import LEFT, cost_waterfall, month_chart, month_compare, outcome_chart, tornado
from lib.hiring.alternatives import alternatives
from lib.hiring.billing import BILLING_ROLE, billing_of, freed_fees_a_year, freed_hours_a_year
from lib.hiring.defaults import default
from lib.hiring.figures import FIGURES, PRICE_OF
from lib.hiring.loaded_cost import LoadedCost, loaded_cost
from lib.hiring.monthly import held_positions
from lib.hiring.position import ARRANGEMENTS, arrangement_words
from lib.hiring.risk import Risk, chance_words, probability_cheaper, risk_sentence
from lib.pay.ageing import month_words
from lib.pay.trust import record_sentence
from lib.pay.words import dollars
from lib.ui import budget_state as state
from lib.ui.budget_results import DRAWS, SEED, result_of, results_of, risk_of, spread_of
from lib.ui.budget_tables import (
    category_table,
    compare_table,
    lines_table,
    month_table,
    months_compared,
    not_in_total,
    position_table,
)
from lib.ui.show import show_chart, show_origin
from lib.ui.words import plain

if TYPE_CHECKING:
    from lib.hiring import Firm, Plan, PlannedPosition

MOST_COLUMNS: Final = 2  # scenarios in a table that fits a phone
MONEY: Final = {"Dollars": st.column_config.NumberColumn("Dollars", format="$%,.2f")}


def show_positions_cost() -> None:
    """Show what each position of the scenario costs, and every line with its kind and source."""
    plan = state.selected_plan()
    result = result_of(plan)
    if not plan.counted:
        st.info("No position is counted yet: add one above.")
        return
    st.subheader(plain(f"What “{plan.name}” costs"))
    show_chart(cost_waterfall(category_table(result)), key="waterfall")
    st.table(position_table(result).map(plain), hide_index=True, alt="Positions with pay, cost and fees")
    if any(position.pay_basis == "estimate" for position in plan.counted):
        show_origin("estimate", f"Pay by our estimate for the facts. {record_sentence()}")
    for words in _virtual_words(plan):
        st.caption(plain(words))
    missing = not_in_total(plan)
    if missing:
        st.caption(plain(f"Not in the total: {missing}"))
    with st.expander("Every line with its kind and source"):
        st.dataframe(lines_table(result), hide_index=True, column_config=MONEY, alt="Every cost line")


def show_months() -> None:
    """Show the months of the scenario, and how the scenarios add up."""
    plan, results = state.selected_plan(), results_of(state.scenarios())
    result = result_of(plan)
    st.subheader(plain(f"{plan.name} by month"))
    show_chart(month_chart(result), key="months")
    with st.expander("The numbers in a table"):
        st.dataframe(month_table(result), hide_index=True, alt=f"{plan.name} by month")
    if len(results) > 1:
        st.subheader("The scenarios side by side")
        show_chart(month_compare(results), key="month_compare")
        with st.expander("Cost of the scenarios by month"):
            st.dataframe(months_compared(results), hide_index=True, alt="Cost of every scenario by month")
    _show_columns(compare_table(results), "Scenarios by category")
    show_origin(
        "estimate",
        "Somebody may leave in any month, and the figures are the average over all such futures. While a seat is empty "
        "its pay, taxes, benefits and fees are missing; each successor costs the replacement share of pay, which holds "
        "search and learning, and starts payroll tax bases anew. Fees count in the month of the work: clients pay "
        "later. Every line names its kind and source under Positions.",
    )


def show_whether_it_pays() -> None:
    """Show from how many hours each paralegal pays for itself, and what the same job costs virtually."""
    plan = state.selected_plan()
    held = sorted(held_positions(plan), key=lambda each: each.planned.employed)  # new positions first: they are decided
    priced = [(each.planned, loaded_cost(each.position, plan.firm)) for each in held]
    paralegals = [(row, cost) for row, cost in priced if row.role == BILLING_ROLE]
    if paralegals:
        _show_break_even(paralegals, plan.firm)
    else:
        st.subheader("Nobody in this scenario bills hours")
    st.caption(
        plain(
            "A legal secretary's time is overhead: courts allow a paralegal's legal work to be charged to clients, not "
            "clerical work. What a secretary brings in are the lawyer hours released, which only the firm knows: type "
            "them under Assumptions, Fees. Tools under Assumptions free hours; "
            f"as typed, {_freed_words(plan)}."
        )
    )
    if priced:
        _show_alternatives(plan, *priced[0])


def _show_break_even(paralegals: list[tuple[PlannedPosition, LoadedCost]], firm: Firm) -> None:
    billing = billing_of(firm)
    row, cost = paralegals[0]
    full, freed = billing.hours * row.share, freed_fees_a_year(firm) * row.share
    hours = billing.break_even_hours(max(cost.total - freed, 0.0))
    if hours is None:
        st.subheader("With these figures an hour brings in nothing: no paralegal pays for itself")
    else:
        left = full * billing.collected_an_hour + freed - cost.total
        end = f"leaves {dollars(left)}" if left >= 0 else f"falls {dollars(-left)} short"
        start = f"{row.label}: pays for itself from {hours:,.0f} hours of client work a year"
        st.subheader(plain(f"{start}; with {full:,.0f} it {end}"))
    table = pd.DataFrame([_break_even_row(row, cost, firm) for row, cost in paralegals])
    st.table(table.map(plain), hide_index=True, alt="Paralegals: cost, collected fees, break-even")
    worked = default("hours_worked", role=BILLING_ROLE).value
    asked = billing.hours + freed_hours_a_year(BILLING_ROLE, firm) * firm.of("tool_billed")
    if asked > worked:
        st.warning(f"{asked:,.0f} hours of client work a year are more than the {worked:,.0f} an employee works.")
    formula = (
        f"{dollars(billing.rate)} x {billing.realization:.0%} invoiced x {billing.collection:.0%} paid = "
        f"{dollars(billing.collected_an_hour, cents=True)} collected an hour. A full year, once fully productive."
    )
    own = firm.states("bill_rate", "billable_hours", "realization", "collection")
    show_origin("input" if own else "estimate", formula)


def _break_even_row(row: PlannedPosition, cost: LoadedCost, firm: Firm) -> dict[str, str]:
    billing, freed = billing_of(firm), freed_fees_a_year(firm) * row.share
    hours = billing.break_even_hours(max(cost.total - freed, 0.0))
    start = "employed already" if row.employed else f"from {month_words(row.start)}" if row.start else "new"
    return {
        "Position": f"{row.label}, {arrangement_words(row.arrangement)}, {start}",
        "Costs a year": dollars(cost.total),
        "Brings in": dollars(billing.collected_a_year * row.share + freed),
        "Pays for itself from": "never" if hours is None else f"{hours:,.0f} hours",
    }


def _freed_words(plan: Plan) -> str:
    hours = sum(row.count * row.share * freed_hours_a_year(row.role, plan.firm) for row in plan.counted)
    return f"{hours:,.0f} hours a year for all positions" if hours else "none"


def _show_alternatives(plan: Plan, row: PlannedPosition, cost: LoadedCost) -> None:
    st.subheader(plain(f"In house or virtual: {row.label}"))
    rows = [
        {
            "Arrangement": ARRANGEMENTS[each.arrangement],
            "Costs a full year": dollars(each.cost),
            "At the price of": "" if each.price is None else f"{dollars(each.price, cents=True)} {each.unit}",
            "As cheap as in house at": (
                "" if each.break_even is None else f"{dollars(each.break_even, cents=True)} {each.unit}"
            ),
        }
        for each in alternatives(cost.position, plan.firm)
    ]
    st.table(pd.DataFrame(rows).map(plain), hide_index=True, alt="The same job in each arrangement")
    show_origin(
        "estimate",
        "The same job and hours in a full year, search left out. A lawyer's time to supervise virtual staff is not "
        "counted. Prices of virtual staff are thin: type your own quotation under Assumptions.",
    )


def show_risk() -> None:
    """Show the simulated outcomes of the scenario and what drives them."""
    scenarios, plan = state.scenarios(), state.selected_plan()
    if not plan.counted:
        st.info("No position is counted yet.")
        return
    risk = risk_of(plan, scenarios.budget)
    finding, _, rest = risk_sentence(risk).partition(". ")
    st.subheader(plain(f"{plan.name}: {finding[0].lower()}{finding[1:].removesuffix('.')}"))
    st.markdown(plain(rest))
    show_chart(outcome_chart(risk.costs, scenarios.budget, result_of(plan).total), key="outcomes")
    if risk.brings_in:
        st.subheader("What is left of the fees")
        show_chart(outcome_chart(risk.contributions, 0.0, result_of(plan).contribution, LEFT), key="left")
    drivers = risk.drivers[(risk.drivers["high"] - risk.drivers["low"]).abs() >= 1]
    if len(drivers):
        st.subheader("What moves the cost most")
        show_chart(tornado(drivers, result_of(plan).total), key="tornado")
    _show_columns(_risk_table(), "Cost and chance of every scenario")
    show_origin(
        "estimate",
        f"{DRAWS:,} futures drawn with seed {SEED}, the same for every scenario. Each default is drawn from its range, "
        "half of the futures at or below it, half at or above; pay that is not typed from how far real pay lay from "
        "our estimates or the market figure; people leave by chance. What you typed counts as known. The plan's own "
        "figure is seldom the middle: several defaults lie at the low end of their range.",
    )


def _risk_table() -> pd.DataFrame:
    """Return what the futures hold for every scenario, one column a scenario."""
    scenarios = state.scenarios()
    risks = [risk_of(plan, scenarios.budget) for plan in scenarios.plans]
    columns = dict(zip(scenarios.names, (_risk_words(risk, risks[0]) for risk in risks), strict=True))
    table = pd.DataFrame(columns).fillna("–")
    return table[(table != "–").any(axis=1)].reset_index(names=f"{DRAWS:,} futures")


def _risk_words(risk: Risk, first: Risk) -> dict[str, str | None]:
    low, middle, high = map(dollars, spread_of(risk, "cost"))
    worst, _, best = map(dollars, spread_of(risk, "contribution"))
    over, loss = risk.probability_over, risk.probability_loss
    return {
        "Cost in the middle case": middle,
        "Cost in 8 of 10 cases": f"{low} to {high}",
        "Exceeds the budget": None if over is None else chance_words(over),
        "Fees less cost in 8 of 10 cases": f"{worst} to {best}" if risk.brings_in else None,
        "Fees fall short of the cost": None if loss is None else chance_words(loss),
        f"Costs less than “{first.plan.name}”": (
            None if risk.plan == first.plan else chance_words(probability_cheaper(first, risk))
        ),
    }


def _show_columns(table: pd.DataFrame, alt: str) -> None:
    """Show a table with a column a scenario: a grid scrolls by keyboard on a phone, a table does not."""
    if len(table.columns) > MOST_COLUMNS + 1:
        st.dataframe(table, hide_index=True, alt=alt)
    else:
        st.table(table.map(plain).rename(columns=plain), hide_index=True, alt=alt)


def _virtual_words(plan: Plan) -> list[str]:
    """Say how thin the price of each kind of virtual staff is, if the plan has any at our default."""
    words = []
    for row in {row.arrangement: row for row in plan.counted if row.arrangement in PRICE_OF}.values():
        name = PRICE_OF[row.arrangement]
        if not plan.firm.states(name):
            price, figure = default(name, role=row.role), FIGURES[name]
            words.append(
                f"{ARRANGEMENTS[row.arrangement]}: {price.derivation} ({price.period}). Range "
                f"{figure.words(price.low)} to {figure.words(price.high)} {figure.unit.removeprefix('$ ')}."
            )
    return words
