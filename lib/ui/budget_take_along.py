"""What one takes along from the staffing budget, and what one brings: link, memo, workbook, tables, files, roster."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final
from zlib import crc32

import pandas as pd
import streamlit as st

from lib.export.plan_file import read_plan_file, write_plan_file
from lib.export.plan_json import PlanError
from lib.export.plan_tables import tables_csv
from lib.export.roster import RosterError, guess_columns, read_roster_table, read_rows, unused_columns
from lib.export.roster_columns import FIELDS
from lib.hiring.plan import MOST_POSITIONS
from lib.hiring.position import arrangement_words
from lib.hiring.scenarios import LONGEST_QUESTION
from lib.pay.ageing import month_words
from lib.pay.words import dollars
from lib.ui import budget_state as state
from lib.ui.budget_results import risk_of
from lib.ui.position_form import NEW, places
from lib.ui.words import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lib.export.memo import Memo
    from lib.export.roster import Roster, RosterTable, RowNote
    from lib.hiring import PlannedPosition, Scenarios

DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SKIP: Final = "Not in the file"


def show_take_along() -> None:
    """Offer the link, the memo, the workbook, the tables and the plan file."""
    st.subheader("For the partners' meeting")
    st.text_input(
        "The question to decide", value=state.scenarios().question, max_chars=LONGEST_QUESTION,
        key=state.shared_key("question"), on_change=_set_question, args=(state.shared_key("question"),),
        placeholder="Should we add a paralegal or a legal secretary next year?",
    )  # fmt: skip
    scenarios, link = state.scenarios(), state.link()
    with st.container(horizontal=True):
        _download("Decision memo (Word)", "memo.docx", DOCX, partial(_memo_docx, scenarios, link or ""))
        _download("Decision memo (to print)", "memo.html", "text/html", partial(_memo_html, scenarios, link or ""))
        _download("Workbook with formulas (Excel)", "budget.xlsx", XLSX, partial(_workbook, scenarios, link or ""))
    st.subheader("A link that restores everything")
    if link:
        st.code(link, language=None, wrap_lines=True)
    else:
        st.warning(plain(state.too_long() or ""))
    with st.container(horizontal=True):
        _download("Plan file", "staffing_plan.json", "application/json", partial(write_plan_file, scenarios))
        for name in ("lines", "months", "positions", "comparison", "assumptions"):
            _download(f"{name.capitalize()} (csv)", f"{name}.csv", "text/csv", partial(_table, name, scenarios))


def show_bring() -> None:
    """Take a plan file or a roster of existing staff."""
    st.subheader("Bring your own")
    file, roster = st.columns(2)
    with file:
        st.file_uploader(
            "A plan file saved here", type=["json"], key=_upload_key("file"), on_change=_open_file,
            args=(_upload_key("file"),), help="Replaces all scenarios; Undo brings them back.",
        )  # fmt: skip
        if state.refused():
            st.warning(plain(state.refused() or ""))
    with roster:
        uploaded = st.file_uploader("Your staff as csv or xlsx", type=["csv", "xlsx"], key=_upload_key("roster"))
    if uploaded is not None:
        _show_roster(uploaded.name, uploaded.getvalue())


def _show_roster(name: str, data: bytes) -> None:
    try:
        roster = _map_columns(read_roster_table(name, data))
    except RosterError as error:
        st.warning(plain(str(error)))
        return
    if roster is None:
        return
    if roster.problems:
        st.warning("\n".join(f"- Line {problem.line}: {plain(problem.sentence)}" for problem in roster.problems))
    if roster.notes:
        st.info("\n".join(f"- {plain(words)}" for words in _grouped(roster.notes)))
    room = MOST_POSITIONS - len(state.selected_plan().positions)
    readable = roster.positions[:room]
    if not readable:
        st.info("No row can be added as it stands.")
        return
    shown = [
        {
            "Position": f"{row.count} × {row.label}, {arrangement_words(row.arrangement)}",
            "Full-time pay": dollars(row.amount or 0.0),
            "From": month_words(row.start) if row.start else "employed already",
        }
        for row in readable
    ]
    st.table(pd.DataFrame(shown).map(plain), hide_index=True, alt="The rows of the file as they would be added")
    left_out = f", and leave out {len(roster.problems)}" if roster.problems else ""
    words = f"Add {len(readable)} row{'s' if len(readable) > 1 else ''} to {state.selected_plan().name}{left_out}"
    state.button(words, "add_roster", _add_roster, readable)


def _grouped(notes: Sequence[RowNote]) -> list[str]:
    """Return each sentence once, with the lines it holds for."""
    lines: dict[str, list[str]] = {}
    for note in notes:
        lines.setdefault(note.sentence, []).append(str(note.line))
    return [f"Line{'s' if len(found) > 1 else ''} {', '.join(found)}: {words}" for words, found in lines.items()]


def _map_columns(table: RosterTable) -> Roster | None:
    """Ask which column holds what, and read the rows."""
    guessed = guess_columns(table)
    mapping: dict[str, str | None] = {}
    with st.expander("Which column is what", expanded=guessed.get("role") is None or guessed.get("pay") is None):
        for line in range(0, len(FIELDS), 3):
            fields = list(FIELDS.items())[line : line + 3]
            for column, (field, label) in zip(st.columns(3), fields, strict=False):
                with column:
                    options = [SKIP, *table.columns]
                    found = guessed.get(field)
                    chosen = st.selectbox(
                        label,
                        options,
                        index=options.index(found) if found in options else 0,
                        key=f"roster_{field}_{crc32(repr(table.columns).encode())}",
                    )
                    mapping[field] = None if chosen == SKIP else chosen
    if mapping["role"] is None or mapping["pay"] is None:
        st.info("Say which columns hold the role and the pay.")
        return None
    plan = state.selected_plan()
    area = plan.positions[0].area if plan.positions else NEW.area
    unused = unused_columns(table, mapping)
    left = f" Not used: {', '.join(unused)}." if unused else ""
    st.caption(plain(f"Rows without a place are put into {places().get(area, area)}.{left}"))
    return read_rows(table, mapping, default_area=area, first=plan.first, last=plan.last)


def _add_roster(rows: tuple[PlannedPosition, ...]) -> None:
    plan = state.selected_plan()
    changed = replace(plan, positions=(*plan.positions, *rows))
    state.step("add a roster", state.scenarios().changed(state.selected(), changed), row=len(plan.positions))


def _upload_key(name: str) -> str:
    """Return a key that changes with each step, so that a file that was taken over is not offered again."""
    return state.shared_key(f"upload_{name}")


def _open_file(key: str) -> None:
    uploaded = st.session_state[key]
    if uploaded is None:
        return
    try:
        found = read_plan_file(uploaded.getvalue())
    except PlanError as error:
        state.refuse(str(error))
        return
    state.later(partial(state.step, at=0, row=0), "open a plan file", found)


def _set_question(key: str) -> None:
    state.change(replace(state.scenarios(), question=str(st.session_state[key])))


def _download(label: str, name: str, mime: str, build: Callable[[], bytes]) -> None:
    """Offer a file that is made when it is asked for: then without a session, so that it must know everything."""
    st.download_button(label, data=build, file_name=name, mime=mime, on_click="ignore", key=f"download_{name}")


def _memo(scenarios: Scenarios, link: str) -> Memo:
    from lib.export.memo import build_memo

    risks = [risk_of(plan, scenarios.budget) for plan in scenarios.plans]
    return build_memo(scenarios, risks, link, date.today())


def _memo_docx(scenarios: Scenarios, link: str) -> bytes:
    from lib.export.memo_docx import write_docx

    return write_docx(_memo(scenarios, link))


def _memo_html(scenarios: Scenarios, link: str) -> bytes:
    from lib.export.memo_html import write_html

    return write_html(_memo(scenarios, link))


def _workbook(scenarios: Scenarios, link: str) -> bytes:
    from lib.export.workbook import write_workbook

    return write_workbook(scenarios, link)


def _table(name: str, scenarios: Scenarios) -> bytes:
    return tables_csv(scenarios)[name]
