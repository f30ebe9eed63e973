"""The detail of the staffing budget: positions, months, whether it pays, and how sure all of it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from lib.charts import cost_waterfall, month_chart, month_compare, outcome_chart, tornado
from lib.hiring.alternatives import alternatives
from lib.hiring.billing import BILLING_ROLE, Billing, billing_of, freed_hours_a_year
from lib.hiring.defaults import default
from lib.hiring.figures import FIGURES
from lib.hiring.loaded_cost import LoadedCost, loaded_cost
from lib.hiring.position import ARRANGEMENTS
from lib.hiring.risk import chance_words, probability_cheaper, risk_sentence
from lib.pay.trust import record_sentence
from lib.pay.words import dollars
from lib.ui import budget_state as state
from lib.ui.budget_results import DRAWS, SEED, result_of, results_of, risk_of
from lib.ui.budget_tables import category_table, compare_table, lines_table, month_table, not_in_total, position_table
from lib.ui.show import show_chart, show_origin
from lib.ui.words import plain

if TYPE_CHECKING:
    from lib.hiring import Plan, PlannedPosition

MOST_COLUMNS: Final = 2  # scenarios in a table that fits a phone
MONEY: Final = {"Dollars": st.column_config.NumberColumn("Dollars", format="$%,.2f")}


def show_positions_cost() -> None:
    """Show what each position of the scenario costs, and every line with its kind and source."""
    plan = state.selected_plan()
    result = result_of(plan)
    if not plan.counted:
        st.info("No position is counted yet: add one above.")
        return
    st.subheader(plain(f"What {plan.name} costs"))
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
    table, alt = compare_table(results), "Scenarios by category"
    if len(results) > MOST_COLUMNS:  # a grid scrolls by keyboard on a phone, a table does not
        st.dataframe(table, hide_index=True, alt=alt)
    else:
        st.table(table.map(plain).rename(columns=plain), hide_index=True, alt=alt)
    st.caption(
        plain(
            "An expectation: somebody may leave in any month, and the figures are the average over all such futures. "
            "While a seat is empty its pay, taxes, benefits and fees are missing; each successor costs the replacement "
            "share of pay, which holds search and learning, and starts payroll tax bases anew. Fees count in the month "
            "of the work: clients pay later."
        )
    )


def show_whether_it_pays() -> None:
    """Show from how many hours each paralegal pays for itself, and what the same job costs virtually."""
    plan = state.selected_plan()
    priced = [(row, loaded_cost(row.priced(plan.first if plan.carried else None), plan.firm)) for row in plan.counted]
    paralegals = [(row, cost) for row, cost in priced if row.role == BILLING_ROLE]
    if paralegals:
        _show_break_even(paralegals, billing_of(plan.firm))
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


def _show_break_even(paralegals: list[tuple[PlannedPosition, LoadedCost]], billing: Billing) -> None:
    row, cost = paralegals[0]
    full = billing.hours * row.share
    hours = billing.break_even_hours(cost.total)
    if hours is None:
        st.subheader("With these figures an hour brings in nothing: no paralegal pays for itself")
    else:
        left = full * billing.collected_an_hour - cost.total
        more = f"leaves {dollars(left)}" if left >= 0 else f"{dollars(-left)} are missing"
        st.subheader(
            plain(f"A paralegal pays for itself from {hours:,.0f} billed hours a year; at {full:,.0f} hours it {more}")
            if left >= 0
            else plain(
                f"A paralegal pays for itself from {hours:,.0f} billed hours a year; at {full:,.0f} hours {more}"
            )
        )
    table = pd.DataFrame([_break_even_row(row, cost, billing) for row, cost in paralegals])
    st.table(table.map(plain), hide_index=True, alt="Paralegals: cost, collected fees, break-even")
    formula = (
        f"{dollars(billing.rate)} x {billing.realization:.0%} invoiced x {billing.collection:.0%} paid = "
        f"{dollars(billing.collected_an_hour, cents=True)} collected an hour. A full year, once fully productive."
    )
    firm = state.selected_plan().firm
    own = firm.states("bill_rate", "billable_hours", "realization", "collection")
    show_origin("input" if own else "estimate", formula)


def _break_even_row(row: PlannedPosition, cost: LoadedCost, billing: Billing) -> dict[str, str]:
    hours, rate = billing.break_even_hours(cost.total), billing.break_even_rate(cost.total / row.share)
    return {
        "Position": row.label,
        "Costs a year": dollars(cost.total),
        "Brings in": dollars(billing.collected_a_year * row.share),
        "Pays for itself from": "never" if hours is None else f"{hours:,.0f} hours",
        "Or at this rate": "" if rate is None else f"{dollars(rate)} an hour",
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
    drivers = risk.drivers[(risk.drivers["high"] - risk.drivers["low"]).abs() >= 1]
    if len(drivers):
        st.subheader("What moves the cost most")
        show_chart(tornado(drivers, result_of(plan).total), key="tornado")
    st.table(_risk_table().map(plain).rename(columns=plain), hide_index=True, alt="Cost and chance of every scenario")
    show_origin(
        "estimate",
        f"{DRAWS:,} futures drawn with seed {SEED}, the same for every scenario. Each default is drawn from its range, "
        "half below and half above it; pay that is not typed from how far real pay lay from our estimates; people "
        "leave by chance. What you typed counts as known. The plan's own figure is seldom the middle: several defaults "
        "lie at the low end of their range.",
    )


def _risk_table() -> pd.DataFrame:
    scenarios = state.scenarios()
    first = risk_of(scenarios.plans[0], scenarios.budget)
    rows = []
    for plan in scenarios.plans:
        risk = risk_of(plan, scenarios.budget)
        low, middle, high = (dollars(float(amount)) for amount in _percentiles(risk.costs))
        row = {"Scenario": plan.name, "Cost in the middle case": middle, "In 8 of 10 cases": f"{low} to {high}"}
        if scenarios.budget:
            row["Exceeds the budget"] = chance_words(risk.probability_over or 0.0)
        if len(scenarios.plans) > 1:
            cheaper = probability_cheaper(first, risk)
            row[f"Cheaper than {scenarios.names[0]}"] = "–" if risk is first else chance_words(cheaper)
        rows.append(row)
    return pd.DataFrame(rows)


def _percentiles(costs: object) -> list[float]:
    return [float(pd.Series(costs).quantile(at)) for at in (0.1, 0.5, 0.9)]


def _virtual_words(plan: Plan) -> list[str]:
    """Say how thin the price of each kind of virtual staff is, if the plan has any at our default."""
    items = {"virtual_us": "virtual_us_rate", "virtual_offshore": "virtual_offshore_month"}
    words = []
    for row in {row.arrangement: row for row in plan.counted if row.arrangement in items}.values():
        name = items[row.arrangement]
        if not plan.firm.states(name):
            price, figure = default(name, role=row.role), FIGURES[name]
            words.append(
                f"{ARRANGEMENTS[row.arrangement]}: {price.derivation} ({price.period}). Range "
                f"{figure.words(price.low)} to {figure.words(price.high)} {figure.unit.removeprefix('$ ')}."
            )
    return words
