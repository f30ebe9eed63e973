"""Staffing budget: scenarios of positions lead to cost, fees and risk by month, and to a memo."""

import streamlit as st

from lib.ui.frame import close_page, open_page

open_page(
    "Staffing budget",
    "What a team costs and brings in by month, how sure that is, and a memo to decide with.",
)

from lib.ui import budget_state as state
from lib.ui.assumption_form import show_assumption_form
from lib.ui.budget_answer import show_answer
from lib.ui.budget_steps import budget_sources
from lib.ui.budget_views import show_months, show_positions_cost, show_risk, show_whether_it_pays
from lib.ui.position_form import show_position_form
from lib.ui.scenario_bar import show_notes, show_period, show_scenario_bar
from lib.ui.words import plain


def load_mix() -> None:
    """Load the solver only when it is looked at."""
    from lib.ui.budget_mix import show_mix

    show_mix()


def load_take_along() -> None:
    """Load what writes and reads files only when it is looked at."""
    from lib.ui.budget_take_along import show_bring, show_take_along

    show_take_along()
    show_bring()


TABS = {
    "Positions": (show_position_form, show_positions_cost),
    "Assumptions": (show_assumption_form,),
    "By month": (show_months,),
    "Does it pay": (show_whether_it_pays,),
    "How sure": (show_risk,),
    "Cheapest mix": (load_mix,),
    "Take along": (load_take_along,),
}

state.open_scenarios()
show_notes()
show_scenario_bar()
show_period()
show_answer()
tabs = st.tabs(list(TABS), key="show", bind="query-params")
for tab, parts in zip(tabs, TABS.values(), strict=True):
    if tab.open:
        with tab:
            for show in parts:
                show()
st.header("What is counted, and what is not")
st.markdown(
    plain(
        "Paid leave is inside the salary. Replacing a person holds search and learning, so recruiting is not added "
        "again; a first hire costs its search and equipment. Virtual staff cost their fee and software: no payroll "
        "taxes, benefits or space. Workers' compensation insurance, overtime, bonuses, local payroll taxes and a "
        "lawyer's time to supervise are not counted."
    )
)
close_page(budget_sources())
