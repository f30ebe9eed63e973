"""The firm's own figures, each empty until typed: then our default holds, with its range and source one click away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import streamlit as st

from lib.hiring.billing import BILLING_ROLE, FIELDS
from lib.hiring.figures import BY_STATE, FIGURES, Figure, figure_default
from lib.hiring.figures_used import BENEFIT_FIGURES
from lib.hiring.firm import BENEFITS, LEGAL_SECRETARY, MOST_HEADCOUNT, PARALEGAL
from lib.hiring.lines import figure_words
from lib.ui import budget_state as state
from lib.ui.words import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from lib.hiring import Firm, Plan

COLUMNS: Final = 3
FOR_ALL: Final = "budget_for_all"
ONLY_IN: Final = {name: way for way, names in BENEFIT_FIGURES.items() for name in names}


def show_assumption_form() -> None:
    """Let the user change every figure of the firm, for all scenarios or for the one that is edited."""
    plan = state.selected_plan()
    if len(state.scenarios().plans) > 1:
        st.toggle(
            "Changes hold for all scenarios", value=True, key=FOR_ALL, persist_state="session",
            help=plain(f"Switched off, they hold for {plan.name} only."),
        )  # fmt: skip
    first, second, third = st.columns(COLUMNS)
    with first:
        st.number_input(
            "Employees of the whole firm", min_value=1, max_value=MOST_HEADCOUNT, value=plan.firm.headcount, step=1,
            key=state.key("headcount"), on_change=_set, args=_where("headcount"),
            help="Decides the benefits class (1-49, 50-99, 100-499, 500+) and state leave programmes.",
        )  # fmt: skip
    with second:
        st.selectbox(
            "Benefits", list(BENEFITS), index=list(BENEFITS).index(plan.firm.benefits),
            format_func=BENEFITS.__getitem__, key=state.key("benefits"), on_change=_set, args=_where("benefits"),
        )  # fmt: skip
    with third:
        st.toggle(
            "Carry market pay to the start month", value=plan.carried,
            key=state.key("carried"), on_change=_carry, args=_where("carried")[:2],
            help="By the Employment Cost Index, from the month of the wage survey. Pay you type stays as it is.",
        )  # fmt: skip
    st.caption("An empty box means our default, shown in grey. The question mark tells its range and source.")
    groups = dict.fromkeys(figure.group for figure in FIGURES.values())
    for group in groups:
        _show_group(group, plan.firm)


def _show_group(group: str, firm: Firm) -> None:
    figures = [figure for figure in FIGURES.values() if figure.group == group and _counts(figure, firm)]
    own = sum(firm.states(figure.name) for figure in figures)
    if not figures:
        return
    words = f"{group} ({own} typed)" if own else group
    with st.expander(words, key=state.key(f"group_{group}")):
        if group == "Benefits" and firm.benefits == "dollars" and not firm.states("family_share"):
            st.caption("Everybody counts as one person insured until the share with a family is typed.")
        for line in range(0, len(figures), COLUMNS):
            for column, figure in zip(st.columns(COLUMNS), figures[line : line + COLUMNS], strict=False):
                with column:
                    _show_figure(figure, firm)


def _counts(figure: Figure, firm: Firm) -> bool:
    return ONLY_IN.get(figure.name, firm.benefits) == firm.benefits


def _show_figure(figure: Figure, firm: Firm) -> None:
    own: float | None = getattr(firm, figure.name)
    st.number_input(
        f"{figure.label}, {figure.unit.replace('$', 'dollars')}", min_value=0.0, max_value=figure.most * figure.divisor,
        value=None, step=figure.step, format="%g",
        key=state.prefilled(state.key(figure.name), None if own is None else round(own * figure.divisor, 6)),
        on_change=_set, args=_where(figure.name),
        placeholder=_default_words(figure, firm), help=plain(_origin(figure, firm)),
    )  # fmt: skip


def _default_words(figure: Figure, firm: Firm) -> str:
    if figure.name == BY_STATE:
        return "New-employer rate of the state"
    values = [figure_default(figure.name, role, firm.headcount).value for role in _roles(figure)]
    words = list(dict.fromkeys(figure.words(value) for value in values))
    return words[0] if len(words) == 1 else f"{words[0]}, legal secretaries {words[1]}"


def _origin(figure: Figure, firm: Firm) -> str:
    if figure.name == BY_STATE:
        return "The firm's experience-rated rate replaces the state's rate for new employers."
    words = list(dict.fromkeys(figure_words(figure.name, role, firm.headcount) for role in _roles(figure)))
    return words[0] if len(words) == 1 else f"Paralegals: {words[0]} Legal secretaries: {words[1]}"


def _roles(figure: Figure) -> tuple[str, ...]:
    """Return the roles a figure holds for: how hours are billed, for paralegals only."""
    return (BILLING_ROLE,) if figure.name in FIELDS.values() else (PARALEGAL, LEGAL_SECRETARY)


def _where(name: str) -> tuple[int, str, str]:
    """Return the scenario a widget belongs to, its key and its field: what its callback must know."""
    return state.selected(), state.key(name), name


def _set(at: int, key: str, name: str) -> None:
    """Write a figure into the firm of all scenarios, or of the one it was typed for."""
    value = st.session_state[key]
    if name in FIGURES and value is not None:
        value = float(value) / FIGURES[name].divisor
    _change(at, lambda plan: _with(plan, name, value))


def _carry(at: int, key: str) -> None:
    chosen = bool(st.session_state[key])
    _change(at, lambda plan: replace(plan, carried=chosen))


def _change(at: int, changed: Callable[[Plan], Plan]) -> None:
    if st.session_state.get(FOR_ALL, True):
        state.change_all(changed)
    else:
        state.change_plan(at, changed)


def _with(plan: Plan, name: str, value: object) -> Plan:
    return replace(plan, firm=replace(plan.firm, **{name: value}))  # type: ignore[arg-type]
