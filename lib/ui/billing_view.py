"""Whether the paralegals of a plan pay for themselves, with the firm's own billing figures on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from lib.hiring.billing import BILLING_ROLE, ITEMS, MOST, Billing
from lib.hiring.defaults import default
from lib.pay.words import dollars
from lib.tables import load_sources
from lib.ui.pickers import explain_bad_link
from lib.ui.show import show_origin
from lib.ui.words import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.hiring.plan import Scenario

# name of the Billing field: label, step, divisor from the typed unit
FIGURES: Final = {
    "rate": ("Rate on the invoice, $ an hour", 5.0, 1),
    "hours": ("Hours worked for clients a year", 50.0, 1),
    "realization": ("Of these invoiced, %", 1.0, 100),
    "collection": ("Of the invoices paid, %", 1.0, 100),
}
BOUNDS: Final = {f"billing_{name}": (0.0, MOST[name] * divisor) for name, (_, _, divisor) in FIGURES.items()}


@st.fragment  # a figure redraws this part only
def show_billing(scenarios: Sequence[Scenario]) -> None:
    """Show from how many hours a paralegal pays for itself; nothing if no paralegal is planned."""
    rows = _paralegals(scenarios)
    if not rows:
        return
    heading = st.empty()
    explain_bad_link({}, amounts=BOUNDS)
    billing = _billing_from_form()
    heading.header(plain(_finding(billing, rows[0][1])))
    table = pd.DataFrame([_row(label, cost, billing) for label, cost in rows])
    st.table(table.map(plain), hide_index=True, alt="Paralegals of the plan: cost, collected fees, break-even")
    show_origin("input" if _all_typed(billing) else "estimate", _origin(billing))
    st.caption(
        plain(
            "A full year in which the person stays. A legal secretary's time is overhead: courts allow a paralegal's "
            "legal work to be charged to clients, not clerical work. What a secretary brings in are the lawyer hours "
            "released, which only the firm knows; they are not counted."
        )
    )


def _paralegals(scenarios: Sequence[Scenario]) -> list[tuple[str, float]]:
    """Return a label and the yearly cost of one person for every paralegal row."""
    return [
        (f"{scenario.name}: {position.label}", cost.total)
        for scenario in scenarios
        for position, cost in zip(scenario.positions, scenario.costs, strict=True)
        if position.role == BILLING_ROLE
    ]


def _billing_from_form() -> Billing:
    own: dict[str, float | None] = {}
    for column, (name, (label, step, divisor)) in zip(st.columns(len(FIGURES)), FIGURES.items(), strict=True):
        with column:
            typed = st.number_input(
                label, min_value=0.0, max_value=MOST[name] * divisor, value=None, step=step,
                key=f"billing_{name}", bind="query-params",
                placeholder=f"{default(ITEMS[name], role=BILLING_ROLE).value * divisor:g}",
            )  # fmt: skip
        own[name] = None if typed is None else typed / divisor
    return Billing(**own)


def _finding(billing: Billing, cost: float) -> str:
    hours = billing.break_even_hours(cost)
    if hours is None:
        return "With these figures an hour brings in nothing: no paralegal pays for itself"
    left = billing.contribution(cost)
    more = (
        f"at {billing.of('hours'):,.0f} hours it leaves {dollars(left)}"
        if left >= 0
        else (f"at {billing.of('hours'):,.0f} hours {dollars(-left)} are missing")
    )
    return f"The first paralegal pays for itself from {hours:,.0f} hours a year; {more}"


def _row(label: str, cost: float, billing: Billing) -> dict[str, str]:
    hours, rate = billing.break_even_hours(cost), billing.break_even_rate(cost)
    from_hours = "never" if hours is None else f"{hours:,.0f} hours"
    from_rate = "" if rate is None else f", or {dollars(rate)} an hour at {billing.of('hours'):,.0f} hours"
    return {
        "Position": label,
        "Costs a year": dollars(cost),
        "Brings in": dollars(billing.collected_a_year),
        "Pays for itself from": from_hours + from_rate,
    }


def _all_typed(billing: Billing) -> bool:
    return all(getattr(billing, name) is not None for name in FIGURES)


def _origin(billing: Billing) -> str:
    """Say what an hour brings in, and where the defaults come from."""
    formula = (
        f"{dollars(billing.of('rate'))} x {billing.of('realization'):.0%} invoiced x {billing.of('collection'):.0%} "
        f"paid = {dollars(billing.collected_an_hour, cents=True)} collected an hour."
    )
    parts = []
    for name, item in ITEMS.items():
        if getattr(billing, name) is None:
            cost = default(item, role=BILLING_ROLE)
            publisher = load_sources()[cost.source].publisher
            unit = FIGURES[name][2]
            span = f"{cost.low * unit:g} to {cost.high * unit:g}"
            parts.append(f"{FIGURES[name][0].lower()}: {span} ({publisher}, {cost.period})")
    return formula + (f" Our defaults with their ranges: {'; '.join(parts)}." if parts else "")
