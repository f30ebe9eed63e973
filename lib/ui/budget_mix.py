"""The cheapest combination of roles and arrangements for a week's work, as a scenario if one wants it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from lib.hiring import ARRANGEMENTS
from lib.hiring.mix import Constraints, Workload, best_mix
from lib.hiring.mix_rules import MOST_HOURS
from lib.hiring.position import arrangement_words
from lib.hiring.scenarios import MOST_BUDGET
from lib.pay.words import dollars
from lib.tables import load_roles
from lib.ui import budget_state as state
from lib.ui.position_form import NEW, places
from lib.ui.show import show_origin
from lib.ui.words import plain

if TYPE_CHECKING:
    from lib.hiring.mix import Choice, Mix

WORK: Final = {
    "administrative": ("Administrative work, hours a week", "Calendar, mail, filing, phones, invoices.", 20.0),
    "substantive": (
        "Substantive legal work, hours a week",
        "Research, drafting, cite checks: never a secretary's.",
        25.0,
    ),
    "shareable": ("Work either can do, hours a week", "Such as preparing and filing papers under direction.", 10.0),
}


@st.fragment  # a figure redraws this part only
def show_mix() -> None:
    """Ask for the work and the rules, and show the cheapest mix with the runner-up."""
    st.markdown("How many of whom for the work there is? Type a normal week of the team you have in mind.")
    hours = {}
    for column, (name, (label, help_text, usual)) in zip(st.columns(len(WORK)), WORK.items(), strict=True):
        with column:
            hours[name] = st.number_input(
                label, min_value=0.0, max_value=float(MOST_HOURS), value=usual, step=5.0, format="%g", help=help_text,
                key=f"mix_{name}", persist_state="session",
            )  # fmt: skip
    try:
        found = best_mix(Workload(**hours), _constraints())
    except ValueError as error:
        st.warning(plain(str(error)))
        return
    if found.best is None:
        st.warning(plain(" ".join(found.broken) or found.why))
        return
    st.subheader(plain(f"Cheapest: {_words(found.best)}, {dollars(found.best.cost)} a year"))
    st.markdown(plain(found.why))
    mixes = {"Cheapest": found.best, "Second": found.second}
    rows = [_row(name, mix) for name, mix in mixes.items() if mix is not None]
    st.table(pd.DataFrame(rows).map(plain), hide_index=True, alt="The cheapest mix and the second")
    show_origin(
        "estimate",
        "Cost of full years at the market median of the place, not carried on, by the assumptions of this scenario; "
        "hours are those an employee works once paid leave is taken out. Substantive work goes to paralegals only.",
    )
    if found.best.choices and not state.scenarios().full and st.button("Make it a scenario", key="mix_adopt"):
        _adopt(found.best)
        st.rerun()  # the page, not only this part


def _constraints() -> Constraints:
    plan = state.selected_plan()
    first, second, third = st.columns(3)
    with first:
        labels = places()
        area = plan.positions[0].area if plan.positions else NEW.area
        chosen = st.selectbox(
            "Place", list(labels), index=list(labels).index(area) if area in labels else 0,
            format_func=labels.__getitem__, key=state.key("mix_place"),
        )  # fmt: skip
    with second:
        budget = st.number_input(
            "At most, $ a year", min_value=1.0, max_value=MOST_BUDGET, value=None, step=5_000.0, format="%g",
            placeholder="No limit", key="mix_budget", persist_state="session",
        )  # fmt: skip
    with third:
        least = st.number_input(
            "In the office at least", min_value=0.0, max_value=20.0, value=0.0, step=0.5, format="%g",
            key="mix_office", persist_state="session",
        )  # fmt: skip
    allowed = st.pills(
        "Arrangements allowed", list(ARRANGEMENTS), selection_mode="multi", default=["in_office", "remote"],
        format_func=ARRANGEMENTS.__getitem__, key="mix_arrangements", persist_state="session",
    )  # fmt: skip
    with st.container(horizontal=True):
        halves = st.toggle("Half positions allowed", value=True, key="mix_halves", persist_state="session")
        anybody = st.toggle(
            "Paralegals may do administrative work", value=True, key="mix_anybody", persist_state="session"
        )
    return Constraints(
        str(chosen), plan.firm, budget, tuple(allowed), in_office_least=least, halves=halves,
        administrative_to_paralegals=anybody,
    )  # fmt: skip


def _words(mix: Mix) -> str:
    parts = [f"{choice.positions:g} {_role(choice)}, {arrangement_words(choice.arrangement)}" for choice in mix.choices]
    return " + ".join(parts) if parts else "nobody"


def _role(choice: Choice) -> str:
    role = load_roles()[choice.role]
    return (role.label if choice.positions <= 1 else role.plural).lower()


def _row(name: str, mix: Mix) -> dict[str, str]:
    return {"": name, "Who": _words(mix), "Costs a year": dollars(mix.cost)}


def _adopt(mix: Mix) -> None:
    """Add the mix as a scenario after the one that is edited."""
    at = state.selected()
    now = state.scenarios().duplicated(at)
    area = str(st.session_state[state.key("mix_place")])
    plan = replace(now.plans[at + 1], name=now.free_name("Cheapest mix"), positions=mix.positions(area))
    state.step("cheapest mix", now.changed(at + 1, plan), at=at + 1, row=0)
