"""The positions of a scenario: a list with what each costs, and a form for the one that is edited."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

import streamlit as st

from lib.hiring import ARRANGEMENTS, PlannedPosition
from lib.hiring.difference import existing_staff_differs
from lib.hiring.plan import MOST_POSITIONS
from lib.hiring.planned import FACTS, MOST_COUNT, MOST_RAISE, PAY_BASES, SEARCHES
from lib.hiring.position import MOST_PAY, VIRTUAL, arrangement_words, states
from lib.pay.ageing import month_words
from lib.pay.months import month_number, month_text
from lib.tables import load_roles, load_wages
from lib.ui import budget_state as state
from lib.ui.pickers import NOT_STATED, level_labels, place_labels, role_labels
from lib.ui.words import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from lib.hiring import Plan

FACT_LABELS: Final = {"experience": "Experience", "specialization": "Practice area", "credential": "Credential"}
COLUMNS: Final = 4
NEW: Final = PlannedPosition("paralegal", "48")


def show_position_form() -> None:
    """Show the form of the position that is edited, with the buttons to add, copy and delete one."""
    plan = state.selected_plan()
    rows = plan.positions
    at = min(int(st.session_state.get(state.ROW, 0)), max(len(rows) - 1, 0))
    st.session_state[state.ROW] = at
    if len(rows) > 1:
        labels = [f"{number}. {_row_words(row)}" for number, row in enumerate(rows, start=1)]
        st.selectbox(
            "Position to edit", range(len(rows)), index=at, format_func=labels.__getitem__,
            key=_picker_key(labels), on_change=_pick_row, args=(_picker_key(labels),),
        )  # fmt: skip
    if rows:
        with st.container(border=True):
            _Form(at, rows[at]).show()
    with st.container(horizontal=True):
        state.button("Add a position", "add", _add, disabled=len(rows) >= MOST_POSITIONS)
        state.button("Duplicate position", "copy", _copy, disabled=not rows or len(rows) >= MOST_POSITIONS)
        state.button("Delete position", "remove", _remove, disabled=not rows)
        if existing_staff_differs(state.scenarios().plans) and any(row.employed for row in rows):
            state.button("Put this existing staff into all scenarios", "staff", _share_staff)


def _row_words(position: PlannedPosition) -> str:
    people = f"{position.count} × " if position.count > 1 else ""
    employed = ", employed already" if position.employed else ""
    return f"{people}{position.label}, {arrangement_words(position.arrangement)}{employed}"


def places() -> dict[str, str]:
    """Return the label of every place a position can be in, by area code."""
    areas = load_wages().areas
    return {
        code: label
        for code, label in place_labels().items()
        if areas[code].state in states() and "boundaries before" not in label
    }


class _Form:
    """The widgets of one position; each writes its field when changed."""

    def __init__(self, row: int, position: PlannedPosition) -> None:
        self.row, self.position = row, position

    def show(self) -> None:
        """Show the fields that matter for the position, four to a line."""
        fields = list(self._fields())
        for line in range(0, len(fields), COLUMNS):
            for column, field in zip(st.columns(COLUMNS), fields[line : line + COLUMNS], strict=False):
                with column:
                    field()
        if self.position.problem:
            st.warning(plain(f"Not counted yet: {self.position.problem}"))
        elif self.position.hint:
            st.info(plain(self.position.hint))
        first = state.selected_plan().first
        if self.position.start and self.position.start < first and not self.position.employed:
            words = f"It starts before the plan does, and counts as hired in {month_words(first)}"
            st.info(f"{words}: switch on “Employed already” if the person is there by then.")

    def _fields(self) -> Iterator[Callable[[], None]]:
        position = self.position
        virtual = position.arrangement in VIRTUAL
        yield lambda: self._choose("role", "Role", {role: load_roles()[role].label for role in role_labels()})
        yield lambda: self._choose("area", "Place", places())
        yield lambda: self._choose("arrangement", "Arrangement", ARRANGEMENTS)
        yield self._count
        if not virtual:
            yield lambda: self._choose("pay_basis", "Pay", PAY_BASES)
            if position.pay_basis == "typed":
                yield lambda: self._number("amount", "Full-time pay, $ a year", 0, MOST_PAY, 500)
            if position.pay_basis == "estimate":
                for name, label in FACT_LABELS.items():
                    yield partial(self._choose, name, label, level_labels(position.role, name))
            yield self._raise
        yield self._share
        months = {month: month_words(month) for month in _months(position)}
        yield lambda: self._choose("start", "From", {NOT_STATED: "The plan's first month", **months})
        ends = {month: words for month, words in months.items() if month >= (position.start or "")}
        yield lambda: self._choose("end", "To", {NOT_STATED: "The plan's last month", **ends})
        if position.arrangement == "remote":
            labels = {NOT_STATED: "Same state as the place", **{code: code for code in states()}}
            yield lambda: self._choose("works_in", "Works in (its taxes)", labels)
        if not virtual:
            if not position.employed:
                yield lambda: self._choose("search", "How the first one is found", SEARCHES)
            yield lambda: self._toggle("employed", "Employed already")

    def _share(self) -> None:
        st.number_input(
            "Hours, % of full time", min_value=5.0, max_value=100.0, step=10.0, format="%g",
            value=round(100 * self.position.share, 6), key=self._key("share"),
            on_change=_apply, args=self._where("share", partial(_typed, divisor=100)),
        )  # fmt: skip

    def _raise(self) -> None:
        usual = state.selected_plan().firm.of("wage_growth", self.position.role)
        self._number(
            "raise_a_year", "Raise, % a year", -100 * MOST_RAISE, 100 * MOST_RAISE, 0.5, divisor=100,
            placeholder=f"{100 * usual:.1f}",
        )  # fmt: skip

    def _where(self, field: str, read: Callable[[Any], Any]) -> tuple[int, int, str, str, Callable[[Any], Any]]:
        """Return what the callback of a field must know: later, another scenario or row may be edited."""
        return state.selected(), self.row, field, self._key(field), read

    def _key(self, field: str) -> str:
        return state.key(f"{self.row}_{field}")

    def _choose(self, field: str, label: str, labels: Mapping[str, str]) -> None:
        options = list(labels)
        now = getattr(self.position, field) or NOT_STATED
        if now not in labels:  # a value of a link that is not offered any more
            options = [now, *options]
        st.selectbox(
            label, options, index=options.index(now), format_func=lambda option: labels.get(option, option),
            key=self._key(field), on_change=_apply, args=self._where(field, _chosen),
        )  # fmt: skip

    def _count(self) -> None:
        st.number_input(
            "People", min_value=1, max_value=MOST_COUNT, step=1, value=self.position.count,
            key=self._key("count"), on_change=_apply, args=self._where("count", int),
        )  # fmt: skip

    def _number(
        self, field: str, label: str, least: float, most: float, step: float, *,
        divisor: int = 1, placeholder: str | None = None,
    ) -> None:  # fmt: skip
        now: float | None = getattr(self.position, field)
        st.number_input(
            label, min_value=float(least), max_value=float(most), step=float(step), format="%g",
            value=None, placeholder=placeholder,
            key=state.prefilled(self._key(field), None if now is None else round(now * divisor, 6)),
            on_change=_apply, args=self._where(field, partial(_typed, divisor=divisor)),
        )  # fmt: skip

    def _toggle(self, field: str, label: str) -> None:
        st.toggle(
            label, value=getattr(self.position, field), key=self._key(field),
            on_change=_apply, args=self._where(field, bool),
        )  # fmt: skip


def _chosen(option: str) -> str | None:
    return option or None


def _typed(value: float | None, *, divisor: int) -> float | None:
    return value if value is None or divisor == 1 else value / divisor


def _months(position: PlannedPosition) -> list[str]:
    """Return the months a position may start or end in: the plan's, and its own."""
    begin = month_number(state.selected_plan().first)
    found = {month_text(begin + month) for month in range(state.selected_plan().months)}
    return sorted(found | {month for month in (position.start, position.end) if month})


def _apply(at: int, row: int, field: str, key: str, read: Callable[[Any], Any]) -> None:
    """Write a changed field into the position it was typed for; a value that cannot stand becomes a sentence."""

    def changed(plan: Plan) -> Plan:
        if row >= len(plan.positions):  # deleted by now
            return plan
        position = _with(plan.positions[row], field, read(st.session_state[key]))
        return replace(plan, positions=(*plan.positions[:row], position, *plan.positions[row + 1 :]))

    state.change_plan(at, changed)


def _with(position: PlannedPosition, field: str, value: Any) -> PlannedPosition:
    if field != "role":
        return replace(position, **{field: value})
    facts = {name: getattr(position, name) for name in FACTS}
    kept: dict[str, Any] = {name: fact if fact in level_labels(value, name) else None for name, fact in facts.items()}
    return replace(position, role=value, **kept)


def _picker_key(labels: list[str]) -> str:
    """Return a key that changes with the labels: the browser sends a label, which must be one of those shown."""
    return state.key(f"row_{crc32(repr(labels).encode())}")


def _pick_row(key: str) -> None:
    state.later(_edit_row, int(st.session_state[key]))


def _edit_row(row: int) -> None:
    st.session_state[state.ROW] = row


def _add() -> None:
    rows = state.selected_plan().positions
    new = replace(NEW, area=rows[-1].area) if rows else NEW
    _step("add a position", (*rows, new), len(rows))


def _copy() -> None:
    rows, at = state.selected_plan().positions, st.session_state[state.ROW]
    _step("duplicate a position", (*rows[: at + 1], rows[at], *rows[at + 1 :]), at + 1)


def _remove() -> None:
    rows, at = state.selected_plan().positions, st.session_state[state.ROW]
    _step("delete a position", (*rows[:at], *rows[at + 1 :]), max(at - 1, 0))


def _share_staff() -> None:
    state.step("existing staff", state.scenarios().with_staff_of(state.selected()), row=0)


def _step(what: str, rows: tuple[PlannedPosition, ...], row: int) -> None:
    plan = replace(state.selected_plan(), positions=rows)
    state.step(what, state.scenarios().changed(state.selected(), plan), row=row)
