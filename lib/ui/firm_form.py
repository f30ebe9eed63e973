"""What the firm says of itself; all of it lives in the address."""

from __future__ import annotations

from typing import Final

import streamlit as st

from lib.hiring import Firm
from lib.hiring.defaults import default
from lib.hiring.position import MOST_HEADCOUNT
from lib.pay.words import dollars
from lib.ui.pickers import explain_bad_link

# name of the Firm field: label, largest value, step, divisor from the typed unit
OWN_FIGURES: Final = {
    "state_unemployment_rate": ("State unemployment tax rate, %", 30.0, 0.1, 100),
    "insurance_and_retirement": ("Insurance and retirement, % of pay", 200.0, 0.5, 100),
    "office_space": ("Space for each person, square feet", 2_000.0, 10.0, 1),
    "office_rent": ("Rent, $ a square foot and year", 1_000.0, 1.0, 1),
    "software": ("Software, $ a month for each person", 10_000.0, 5.0, 1),
    "turnover": ("Turnover, % of positions a year", 200.0, 1.0, 100),
    "replacement_cost": ("Cost of replacing a person, % of pay", 500.0, 1.0, 100),
    "virtual_us_rate": ("US freelance, $ an hour", 1_000.0, 1.0, 1),
    "virtual_offshore_month": ("Offshore full time, $ a month", 50_000.0, 50.0, 1),
}


def firm_from_form() -> Firm:
    """Ask for headcount and, on demand, for the firm's own figures; empty means our default."""
    st.header("The firm")
    bounds = {f"firm_{name}": (0.0, most) for name, (_, most, _, _) in OWN_FIGURES.items()}
    explain_bad_link({}, amounts=bounds | {"headcount": (1.0, float(MOST_HEADCOUNT))})
    headcount = st.number_input(
        "Employees of the whole firm", min_value=1, max_value=MOST_HEADCOUNT, value=20, step=1,
        key="headcount", bind="query-params",
        help="Decides the benefits class (1-49, 50-99, 100-499, 500+) and state leave programmes.",
    )  # fmt: skip
    own: dict[str, float | None] = {}
    with st.expander("Your own figures (empty: our default)"):
        columns = st.columns(3)
        for number, (name, (label, most, step, divisor)) in enumerate(OWN_FIGURES.items()):
            with columns[number % 3]:
                typed = st.number_input(
                    label, min_value=0.0, max_value=most, value=None, step=step,
                    key=f"firm_{name}", bind="query-params", placeholder=_default_words(name, int(headcount)),
                )  # fmt: skip
            own[name] = None if typed is None else typed / divisor
    return Firm(headcount=int(headcount), **own)


def _default_words(name: str, headcount: int) -> str:
    if name == "state_unemployment_rate":
        return "New-employer rate of the state"
    if name == "insurance_and_retirement":
        share = default(name, headcount=headcount).value
        return f"{share:.1%}, higher or lower by role"
    if name == "software":
        return dollars(default("practice_software").value + default("office_software").value)
    cost = default(name, role="paralegal")
    return f"{cost.value:.0%}" if cost.unit.startswith("share") else f"{cost.value:,.2f}".removesuffix(".00")
