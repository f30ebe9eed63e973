"""The scenarios of this session: one truth that widgets change through callbacks, kept in the address.

Widgets of the form take their first value from the scenarios and write into them when changed. Their keys hold a
generation; when the scenarios change by anything else (undo, a link, a file), the generation rises and all
widgets start anew from the scenarios.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit, urlunsplit

import streamlit as st

from lib.export.plan_link import LinkError, LinkTooLong, pack_plan, unpack_plan
from lib.hiring.scenarios import Scenarios, example
from lib.ui.words import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from lib.hiring import Plan

PARAMETER: Final = "plan"
NOW, AT, ROW, GENERATION = "budget_now", "budget_at", "budget_row", "budget_generation"
WRITTEN, SEEN, BEFORE, QUEUE = "budget_written", "budget_seen", "budget_before", "budget_queue"
TOO_LONG, NOTE, EDITED = "budget_too_long", "budget_note", "budget_edited"
OWN: Final = (NOW, AT, ROW, GENERATION, WRITTEN, SEEN, BEFORE, QUEUE, TOO_LONG, NOTE, EDITED)
IN_FRAGMENTS: Final = ("mix_", "roster_")  # keys of widgets that change without a run of the page
MARKER: Final = "months"  # a widget that is always drawn: its state is gone after a visit to another page
MOST_UNDONE: Final = 50


def open_scenarios() -> Scenarios:
    """Return the scenarios as last edited, else from the link, else the example; follow the Back button."""
    address = st.query_params.get(PARAMETER, "")
    inputs = {str(key): repr(value) for key, value in st.session_state.items() if _is_input(str(key))}
    if NOW not in st.session_state:
        _start(_from_link(address) or example(), address)
    else:
        back_from_another_page = shared_key(MARKER) not in st.session_state
        _run_queue()
        edited = st.session_state.pop(EDITED, False)
        if address != st.session_state[WRITTEN] and not edited:
            _follow(address, inputs, back_from_another_page=back_from_another_page)
    st.session_state[SEEN] = inputs
    _write_address()
    return scenarios()


def _follow(address: str, inputs: dict[str, str], *, back_from_another_page: bool) -> None:
    """Take the scenarios of an address that is not the one written last.

    A run that a widget started may still carry the address of before: only if no widget changed, it was the
    browser's Back or Forward button. Another page's address holds no plan: then the scenarios stay.
    """
    seen = st.session_state[SEEN]
    unchanged = all(inputs[name] == value for name, value in seen.items() if name in inputs)
    if address and back_from_another_page:
        _start(_from_link(address) or example(), address)
        st.session_state[AT] = 0  # where a scenario that another page sends stands
    elif unchanged and not back_from_another_page:
        _start(_from_link(address) or example(), address)
    elif back_from_another_page:
        st.session_state[WRITTEN] = address


def _is_input(key: str) -> bool:
    return key not in OWN and not key.startswith(IN_FRAGMENTS)


def link_with(plan: Plan, budget: float | None) -> str | None:
    """Return the address value that opens the budget with a scenario from another page beside those there are.

    It stands first, in place of the example, or of an equal one that was sent before.

    Args:
        plan: The scenario.
        budget: Dollars that may be spent, if the budget holds the example only.

    Returns:
        None if there is no room for it, or the scenarios do not fit into an address.
    """
    now: Scenarios = st.session_state.get(NOW) or example()
    try:
        return pack_plan(Scenarios((plan,), budget) if now == example() else _added(now, plan))
    except (LinkTooLong, ValueError):
        return None


def _added(now: Scenarios, plan: Plan) -> Scenarios:
    like = now.plans[0]
    alike = replace(plan, first=like.first, months=like.months)
    equal = next((old for old in now.plans if replace(old, name=plan.name) == alike), None)
    if equal:
        return replace(now, plans=(equal, *(old for old in now.plans if old != equal)))
    return replace(now, plans=(replace(alike, name=now.free_name(plan.name)), *now.plans))


def later(callback: Callable[..., Any], *args: Any) -> None:
    """Do something once every field has written what was typed: for the callbacks of buttons and pickers.

    Typing into a field and clicking elsewhere sends both at once, in no particular order.
    """
    st.session_state[QUEUE] = [*st.session_state.get(QUEUE, []), (callback, args)]


def _run_queue() -> None:
    for callback, args in st.session_state.pop(QUEUE, []):
        callback(*args)


def scenarios() -> Scenarios:
    """Return the scenarios as they stand."""
    now: Scenarios = st.session_state[NOW]
    return now


def selected() -> int:
    """Return the number of the scenario that is edited."""
    return min(int(st.session_state.get(AT, 0)), len(scenarios().plans) - 1)


def selected_plan() -> Plan:
    """Return the scenario that is edited."""
    return scenarios().plans[selected()]


def key(name: str) -> str:
    """Return the key of a widget of the scenario that is edited."""
    return f"budget_{st.session_state[GENERATION]}_{selected()}_{name}"


def shared_key(name: str) -> str:
    """Return the key of a widget that belongs to all scenarios."""
    return f"budget_{st.session_state[GENERATION]}_{name}"


def prefilled(full_key: str, value: float | None) -> str:
    """Return the key of a number input that can be emptied, filled with a value when it is first drawn.

    A number input given a value of its own would fall back to it whenever it is emptied.
    """
    if full_key not in st.session_state:
        st.session_state[full_key] = value
    return full_key


def change(new: Scenarios) -> None:
    """Take over what a widget changed. Only for callbacks: the widget shows the new value already."""
    if new != scenarios():
        _remember("last change")
    _take(new)


def _take(new: Scenarios) -> None:
    st.session_state[NOW] = new
    st.session_state[EDITED] = True
    st.session_state.pop(NOTE, None)


def change_plan(at: int, changed: Callable[[Plan], Plan]) -> None:
    """Change one scenario; one that is gone by now stays gone. A value that cannot stand becomes a sentence."""
    try:
        if at < len(scenarios().plans):
            change(scenarios().changed(at, changed(scenarios().plans[at])))
    except ValueError as error:
        refuse(str(error))


def change_all(changed: Callable[[Plan], Plan]) -> None:
    """Change every scenario alike. A value that cannot stand becomes a sentence."""
    try:
        change(replace(scenarios(), plans=tuple(changed(plan) for plan in scenarios().plans)))
    except ValueError as error:
        refuse(str(error))


def step(what: str, new: Scenarios, *, at: int | None = None, row: int | None = None) -> None:
    """Take over a change that can be undone, and start all widgets anew.

    Args:
        what: What was done, as the end of "Undo: ".
        new: The scenarios after it.
        at: The scenario to edit next; None for the same.
        row: The position to edit next; None for the same.
    """
    _remember(what)
    at = selected() if at is None else at
    _take(new)
    st.session_state[AT] = at
    st.session_state[ROW] = st.session_state.get(ROW, 0) if row is None else row
    _start_widgets_anew()


def undo_words() -> str | None:
    """Return what the next undo takes back; None if nothing."""
    before = st.session_state.get(BEFORE)
    return str(before[-1][0]) if before else None


def undo() -> None:
    """Take the last step back."""
    _, then, at, row = st.session_state[BEFORE].pop()
    _take(then)
    st.session_state[AT], st.session_state[ROW] = at, row
    _start_widgets_anew()


def refuse(problem: str) -> None:
    """Keep a sentence on why the last input does not count; it shows above the form until the next change."""
    st.session_state[NOTE] = problem
    st.session_state[EDITED] = True


def refused() -> str | None:
    """Return why the last input does not count; None if it does."""
    note: str | None = st.session_state.get(NOTE)
    return note


def too_long() -> str | None:
    """Return why the address does not hold the scenarios; None if it does."""
    words: str | None = st.session_state.get(TOO_LONG)
    return words


def link() -> str | None:
    """Return the address that restores the scenarios; None if they do not fit into one."""
    if too_long():
        return None
    parts = urlsplit(str(st.context.url or ""))
    packed = st.session_state[WRITTEN] or pack_plan(scenarios())
    return urlunsplit((parts.scheme, parts.netloc, parts.path, f"{PARAMETER}={packed}", ""))


def _remember(what: str) -> None:
    before = (what, scenarios(), selected(), st.session_state.get(ROW, 0))
    st.session_state[BEFORE] = [*st.session_state.get(BEFORE, []), before][-MOST_UNDONE:]


def _start_widgets_anew() -> None:
    st.session_state[GENERATION] += 1


def _start(found: Scenarios, address: str) -> None:
    st.session_state[NOW] = found
    st.session_state[WRITTEN] = address
    st.session_state[GENERATION] = st.session_state.get(GENERATION, 0) + 1
    for name in (BEFORE, NOTE):
        st.session_state.pop(name, None)


def _from_link(text: str) -> Scenarios | None:
    if not text:
        return None
    try:
        return unpack_plan(text, {name: st.query_params[name] for name in st.query_params})
    except LinkError as error:
        st.warning(plain(f"{error} Showing an example plan instead."))
        return None


def _write_address() -> None:
    """Put the scenarios into the address; each writing is a step of the browser's Back button."""
    st.session_state.pop(TOO_LONG, None)
    try:
        text = "" if scenarios() == example() else pack_plan(scenarios())
    except LinkTooLong as error:
        st.session_state[TOO_LONG] = str(error)
        text = ""
    if text != st.session_state[WRITTEN]:
        st.session_state[WRITTEN] = text
        if text:
            st.query_params[PARAMETER] = text
        else:
            st.query_params.pop(PARAMETER, None)


def button(label: str, name: str, callback: Callable[..., Any], *args: Any, disabled: bool = False) -> None:
    """Show a button that changes the scenarios once every field has written what was typed."""
    st.button(plain(label), key=key(name), on_click=later, args=(callback, *args), disabled=disabled)
