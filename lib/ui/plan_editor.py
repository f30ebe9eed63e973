"""The editable list of positions: shown with words, kept as codes, alive across reloads and page changes.

The table itself cannot live in the address, so its rows are packed into one parameter. The frame given to
the editor stays the same while one edits; what comes back is checked row by row, and a row that cannot be
counted stays as typed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import pandas as pd
import streamlit as st

from lib.export import LinkError, pack_plan, unpack_plan
from lib.hiring import ARRANGEMENTS
from lib.hiring.plan import MOST_POSITIONS, PAY_BASES, PlannedPosition
from lib.hiring.position import states
from lib.tables import load_roles, load_wages
from lib.ui.pickers import NOT_STATED, level_labels, place_labels, role_labels
from lib.ui.words import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PARAMETER: Final = "plan"
SAVED: Final = "plan_saved"
WRITTEN: Final = "plan_written"
SEEN: Final = "plan_inputs_seen"
GENERATION: Final = "plan_generation"
COLUMNS: Final = ("People", "Role", "Place", "Experience", "Pay", "Amount", "Arrangement")
WIDTHS: Final = {  # pixels; together they fit a laptop's window
    "Role": 112,
    "Place": 175,
    "Experience": 110,
    "Pay": 140,
    "Arrangement": 125,
    "Amount": 95,
    "People": 80,
}
DEFAULT: Final = {
    "A": [PlannedPosition("paralegal", "48"), PlannedPosition("legal_secretary", "48")],
    "B": [PlannedPosition("paralegal", "48"), PlannedPosition("legal_secretary", "48", arrangement="remote")],
}


@dataclass(frozen=True)
class Edited:
    """What the editor holds.

    Attributes:
        rows: Every row that can be read, also those that cannot be counted yet.
        problems: A sentence for each row that is not counted.
        hints: A sentence for each row of which a part does not count.
    """

    rows: tuple[PlannedPosition, ...]
    problems: tuple[str, ...]
    hints: tuple[str, ...]

    @property
    def counted(self) -> tuple[PlannedPosition, ...]:
        """The rows that are counted."""
        return tuple(row for row in self.rows if not row.problem)


@cache
def choices() -> dict[str, dict[str, str]]:
    """Return the label of each option by key, for every column one chooses in."""
    areas = load_wages().areas
    places = {
        code: label
        for code, label in place_labels().items()
        if areas[code].state in states() and "boundaries before" not in label
    }
    return {
        "Role": {role: load_roles()[role].label for role in role_labels()},
        "Place": places,
        "Experience": level_labels("paralegal", "experience"),
        "Pay": PAY_BASES,
        "Arrangement": ARRANGEMENTS,
    }


def saved_plan() -> dict[str, list[PlannedPosition]]:
    """Return the plan of this session: as last edited, else from the link, else the default."""
    if SAVED not in st.session_state:
        st.session_state[SAVED] = _from_link() or dict(DEFAULT)
    plan: dict[str, list[PlannedPosition]] = st.session_state[SAVED]
    return plan


def _from_link() -> dict[str, list[PlannedPosition]] | None:
    text = st.query_params.get(PARAMETER)
    if not text:
        return None
    try:
        return {**DEFAULT, **unpack_plan(text)}
    except LinkError as error:
        st.warning(plain(f"{error} Showing an example plan instead."))
        return None


def edit_positions(name: str) -> Edited:
    """Show the editor of one scenario and return what it holds.

    Args:
        name: Scenario name.
    """
    base, latest, editor = f"plan_base_{name}", f"plan_latest_{name}", _editor_key(name)
    if editor not in st.session_state or base not in st.session_state:  # first visit, or back from another page
        positions = saved_plan().get(name, [])
        st.session_state[base] = st.session_state[latest] if latest in st.session_state else _to_frame(positions)
        st.session_state[WRITTEN] = st.query_params.get(PARAMETER, "")
    edited = st.data_editor(
        st.session_state[base],
        key=editor,
        num_rows="dynamic",
        hide_index=True,
        column_config=_column_config(st.session_state[base]),
        alt=f"Positions of scenario {name}, one row a job",
    )
    st.session_state[latest] = edited
    return _read(edited)


def follow_address() -> None:
    """Show the plan of the address when the browser's Back or Forward changed it.

    A rerun that an edit started may still carry the address of before; then the edit wins.
    """
    address, keys = st.query_params.get(PARAMETER, ""), [_editor_key(name) for name in DEFAULT]
    if not all(key in st.session_state for key in keys):
        return
    inputs = {str(key): repr(value) for key, value in st.session_state.items() if _is_input(str(key))}
    if address != st.session_state[WRITTEN] and inputs == st.session_state.get(SEEN):
        for name in DEFAULT:
            st.session_state.pop(f"plan_base_{name}", None)
            st.session_state.pop(f"plan_latest_{name}", None)
        st.session_state[GENERATION] = st.session_state.get(GENERATION, 0) + 1
        st.session_state.pop(SAVED, None)
    st.session_state[SEEN] = inputs


def _editor_key(name: str) -> str:
    generation = st.session_state.get(GENERATION, 0)
    return f"plan_editor_{name}" if not generation else f"plan_editor_{name}_{generation}"


def _is_input(key: str) -> bool:
    return key.startswith(("plan_editor_", "firm_")) or key == "headcount"


def remember(plan: Mapping[str, Sequence[PlannedPosition]]) -> None:
    """Keep the plan for page changes, and put it into the address so that a link and a reload restore it."""
    rows = {name: list(positions) for name, positions in plan.items()}
    st.session_state[SAVED] = rows
    text = "" if rows == DEFAULT else pack_plan(rows)
    if text != st.session_state[WRITTEN]:  # only then: each writing is a step of the browser's Back button
        st.session_state[WRITTEN] = text
        if text:
            st.query_params[PARAMETER] = text
        else:
            st.query_params.pop(PARAMETER, None)


def _to_frame(positions: Sequence[PlannedPosition]) -> pd.DataFrame:
    words = choices()
    rows = [
        (
            row.count,
            words["Role"][row.role],
            words["Place"].get(row.area),
            words["Experience"][row.experience or NOT_STATED],
            words["Pay"][row.pay_basis],
            row.amount,
            words["Arrangement"][row.arrangement],
        )
        for row in positions
    ]
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    return frame.astype({"Amount": "float64", "People": "Int64"})


def _column_config(base: pd.DataFrame) -> dict[str, Any]:
    words, config = choices(), st.column_config
    first = {name: next(iter(labels.values())) for name, labels in words.items()}
    if len(base):
        first["Place"] = base["Place"].iloc[0]  # a new row most often belongs to the same office
    selects = {
        name: config.SelectboxColumn(
            name,
            options=list(labels.values()),
            required=True,
            default=first[name],
            width=WIDTHS[name],
        )
        for name, labels in words.items()
    }
    amount = config.NumberColumn(
        "Amount",
        min_value=0,
        max_value=1_000_000,
        format="dollar",
        width=WIDTHS["Amount"],
        help="Dollars a year; counts when Pay is “Amount I type”.",
    )
    people = config.NumberColumn(
        "People", min_value=1, max_value=1_000, step=1, default=1, required=True, width=WIDTHS["People"]
    )
    return {**selects, "Amount": amount, "People": people}


def _read(edited: pd.DataFrame) -> Edited:
    """Turn the rows into positions; a row that cannot be counted becomes a sentence."""
    rows, problems, hints = [], [], []
    for number, (_, row) in enumerate(edited.head(MOST_POSITIONS).iterrows(), start=1):
        try:
            position = _position(row)
        except ValueError as error:
            problems.append(f"Row {number} is not counted: {error}")
            continue
        rows.append(position)
        if position.problem:
            problems.append(f"Row {number} is not counted: {position.problem}")
        if position.hint:
            hints.append(f"Row {number}: {position.hint}")
    if len(edited) > MOST_POSITIONS:
        problems.append(f"A plan holds up to {MOST_POSITIONS} rows; the rows after them are not counted.")
    return Edited(tuple(rows), tuple(problems), tuple(hints))


def _position(row: pd.Series) -> PlannedPosition:
    keys = {name: _key_of(name, row[name]) for name in choices()}
    return PlannedPosition(
        role=keys["Role"],
        area=keys["Place"],
        experience=keys["Experience"] or None,
        pay_basis=keys["Pay"],
        amount=None if pd.isna(row["Amount"]) else float(row["Amount"]),
        arrangement=keys["Arrangement"],
        count=1 if pd.isna(row["People"]) else int(row["People"]),
    )


def _key_of(column: str, label: object) -> str:
    for key, known in choices()[column].items():
        if known == label:
            return key
    raise ValueError(f"choose a value for {column}.")
