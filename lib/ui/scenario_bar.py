"""Which scenario is edited, and what is done to scenarios as a whole: copy, rename, delete, undo, budget, period."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

import streamlit as st

from lib.export.plan_file import write_plan_file
from lib.hiring.plan import LONGEST_NAME, MOST_MONTHS, Plan, first_month
from lib.hiring.scenarios import MOST_BUDGET, MOST_SCENARIOS
from lib.pay.ageing import month_words
from lib.pay.months import month_number, month_text
from lib.pay.words import MONTHS_A_YEAR
from lib.ui import budget_state as state
from lib.ui.words import plain

BEFORE_FIRST, AFTER_FIRST = 12, 24  # months that can be chosen around the usual first one
YEARS: Final = {months: f"{months // 12} year{'s' if months > 12 else ''}" for months in range(12, MOST_MONTHS + 1, 12)}


def show_notes() -> None:
    """Say what was typed but does not count, and offer a file if the scenarios do not fit into the address."""
    with st.container():  # always there, so that what follows keeps its place
        if state.refused():
            st.warning(plain(f"Not counted: {state.refused()}"))
        if state.too_long():
            st.warning(plain(f"{state.too_long()} A reload would bring the page back without it."))
            st.download_button(
                "Save the plan file", partial(write_plan_file, state.scenarios()), "staffing_plan.json",
                "application/json", on_click="ignore", key="save_too_long",
            )  # fmt: skip


def show_scenario_bar() -> None:
    """Let the user choose, copy, rename and delete scenarios."""
    now = state.scenarios()
    if len(now.plans) > 1:
        st.segmented_control(
            "Scenario", range(len(now.plans)), format_func=lambda at: plain(now.names[at]), default=state.selected(),
            required=True, key=state.shared_key("pick"), on_change=_pick, args=(state.shared_key("pick"),),
        )  # fmt: skip
    with st.container(horizontal=True):
        state.button("Duplicate", "duplicate", _duplicate, disabled=now.full)
        with st.popover("Rename"):
            st.text_input(
                "Name of the scenario", value=state.selected_plan().name, max_chars=LONGEST_NAME,
                key=state.key("name"), on_change=_rename, args=(state.selected(), state.key("name")),
            )  # fmt: skip
        state.button("Delete", "delete", _delete, disabled=len(now.plans) == 1)
        undo = state.undo_words()
        state.button(f"Undo: {undo}" if undo else "Undo", "undo", state.undo, disabled=undo is None)
    slot = st.empty()
    if now.full:
        slot.caption(f"Up to {MOST_SCENARIOS} scenarios: delete one to duplicate another.")


def show_period() -> None:
    """Ask for the budget and the months, which hold for all scenarios."""
    now, plan = state.scenarios(), state.selected_plan()
    budget, first, years = st.columns(3)
    with budget:
        st.number_input(
            "Budget for all months, $", min_value=1.0, max_value=MOST_BUDGET, value=None, step=1_000.0,
            format="%.0f", key=state.prefilled(state.shared_key("budget"), now.budget), placeholder="None",
            on_change=_set_budget, args=(state.shared_key("budget"),),
            help="The chance to exceed it is worked out for every scenario.",
        )  # fmt: skip
    with first:
        months = _months_around(plan)
        st.selectbox(
            "First month", months, index=months.index(plan.first), format_func=month_words,
            key=state.shared_key("first"), on_change=_set_first, args=(state.shared_key("first"),),
        )  # fmt: skip
    with years:
        spans = dict(sorted({**YEARS, plan.months: YEARS.get(plan.months, f"{plan.months} months")}.items()))
        st.selectbox(
            "How long", list(spans), index=list(spans).index(plan.months), format_func=spans.__getitem__,
            key=state.shared_key(state.MARKER), on_change=_set_months, args=(state.shared_key(state.MARKER),),
        )  # fmt: skip


def _months_around(plan: Plan) -> list[str]:
    usual = month_number(first_month())
    found = {month_text(month) for month in range(usual - BEFORE_FIRST, usual + AFTER_FIRST + 1)}
    return sorted(found | {plan.first})


def _pick(key: str) -> None:
    state.later(_edit, int(st.session_state[key]))


def _edit(at: int) -> None:
    st.session_state[state.AT] = at
    st.session_state[state.ROW] = 0


def _duplicate() -> None:
    at = state.selected()
    state.step(f"duplicate {state.selected_plan().name}", state.scenarios().duplicated(at), at=at + 1)


def _delete() -> None:
    at = state.selected()
    state.step(f"delete {state.selected_plan().name}", state.scenarios().removed(at), at=max(at - 1, 0), row=0)


def _rename(at: int, key: str) -> None:
    state.later(_take_name, at, str(st.session_state[key]).strip())


def _take_name(at: int, name: str) -> None:
    try:
        state.step("rename", state.scenarios().changed(at, replace(state.scenarios().plans[at], name=name)))
    except ValueError as error:
        state.refuse(str(error))


def _set_budget(key: str) -> None:
    typed = st.session_state[key]
    state.change(replace(state.scenarios(), budget=None if typed is None else float(typed)))


def _set_first(key: str) -> None:
    chosen = str(st.session_state[key])
    state.change_all(lambda plan: replace(plan, first=chosen))


def _set_months(key: str) -> None:
    chosen = int(st.session_state[key])
    state.change_all(lambda plan: replace(plan, months=max(chosen, MONTHS_A_YEAR)))
