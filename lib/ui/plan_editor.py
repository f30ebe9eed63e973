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
from lib.hiring.plan import PAY_BASES, PlannedPosition
from lib.hiring.position import states
from lib.tables import load_roles, load_wages
from lib.ui.pickers import NOT_STATED, level_labels, place_labels, role_labels
from lib.ui.words import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PARAMETER: Final = "plan"
SAVED: Final = "plan_saved"
WRITTEN: Final = "plan_written"
COLUMNS: Final = ("People", "Role", "Place", "Experience", "Pay", "Amount", "Arrangement")
WIDTHS: Final = {  # pixels; together they fit a laptop's window
    "Role": 120,
    "Place": 190,
    "Experience": 115,
    "Pay": 150,
    "Arrangement": 125,
    "Amount": 95,
    "People": 85,
}
DEFAULT: Final = {
    "A": [PlannedPosition("paralegal", "48"), PlannedPosition("legal_secretary", "48")],
    "B": [PlannedPosition("paralegal", "48"), PlannedPosition("legal_secretary", "48", arrangement="remote")],
}


@dataclass(frozen=True)
class Edited:
    """What the editor holds: the rows that count, and a sentence for each that does not."""

    positions: tuple[PlannedPosition, ...]
    problems: tuple[str, ...]


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
    base, editor, latest = (f"plan_{part}_{name}" for part in ("base", "editor", "latest"))
    if editor not in st.session_state or base not in st.session_state:  # first visit, or back from another page
        positions = saved_plan().get(name, [])
        st.session_state[base] = st.session_state[latest] if latest in st.session_state else _to_frame(positions)
        st.session_state[WRITTEN] = st.query_params.get(PARAMETER, "")
    edited = st.data_editor(
        st.session_state[base],
        key=editor,
        num_rows="dynamic",
        hide_index=True,
        column_config=_column_config(),
        alt=f"Positions of scenario {name}, one row a job",
    )
    st.session_state[latest] = edited
    return _read(edited)


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


def _column_config() -> dict[str, Any]:
    words, config = choices(), st.column_config
    selects = {
        name: config.SelectboxColumn(
            name,
            options=list(labels.values()),
            required=True,
            default=_default_label(name),
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


def _default_label(column: str) -> str:
    words = choices()[column]
    return words["48"] if column == "Place" else next(iter(words.values()))


def _read(edited: pd.DataFrame) -> Edited:
    """Turn the rows into positions; a row that cannot be counted becomes a sentence."""
    positions, problems = [], []
    for number, (_, row) in enumerate(edited.iterrows(), start=1):
        try:
            positions.append(_position(row))
        except (ValueError, KeyError) as error:
            problems.append(f"Row {number} is not counted: {error.args[0]}")
    return Edited(tuple(positions), tuple(problems))


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
