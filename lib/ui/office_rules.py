"""Who does an office's work today, and the rules its team must keep. All in the address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from lib.careers.handover import LABELS, Staff
from lib.careers.misallocation import KIND_WORDS, LAWYERS, Doers, Today
from lib.hiring import ARRANGEMENTS, Firm
from lib.hiring.firm import LEGAL_SECRETARY, PARALEGAL
from lib.hiring.mix_rules import MARKET_BASES, MOST_LEAST, Constraints
from lib.hiring.planned import PAY_BASES
from lib.hiring.scenarios import MOST_BUDGET
from lib.tables import load_roles
from lib.ui.pickers import pick

if TYPE_CHECKING:
    from lib.ui.office_form import Size

NOBODY: Final = "nobody"
SHARED_OUT: Final = "shared"
WHO: Final = {
    LAWYERS: "Lawyers",
    PARALEGAL: "Paralegals",
    LEGAL_SECRETARY: "Legal secretaries",
    NOBODY: "Nobody: it is left undone",
    SHARED_OUT: "Several: state the shares",
}


def show_today() -> tuple[Staff, Today]:
    """Ask who is employed and who does the work today."""
    first, second, _ = st.columns(3)
    staff = {}
    for column, role in zip((first, second), (PARALEGAL, LEGAL_SECRETARY), strict=True):
        with column:
            staff[role] = st.number_input(
                LABELS[role], min_value=0.0, max_value=MOST_LEAST, value=0.0, step=0.5, format="%g",
                key=f"have_{role}", bind="query-params", help="Half positions count as 0.5.",
            )  # fmt: skip
    doers = {}
    for column, (kind, words) in zip(st.columns(3), KIND_WORDS.items(), strict=True):
        with column:
            doers[kind] = _doers(kind, words)
    st.caption(
        "Nothing is known of your office until you say it: as it stands, lawyers do all of this work. Legal work that "
        "a legal secretary does counts at that cost, and is named as work the role must not do."
    )
    return Staff(**staff), Today(**doers)


def _doers(kind: str, words: str) -> Doers:
    who = pick(f"Who does the {words} today?", WHO, f"today_{kind}")
    if who != SHARED_OUT:
        return Doers(**{LAWYERS: 0.0, **({who: 1.0} if who != NOBODY else {})})
    shares = {}
    for each in (LAWYERS, PARALEGAL, LEGAL_SECRETARY):
        label = f"{WHO[each]}, % of the {words}"
        shares[each] = st.number_input(
            label, min_value=0.0, max_value=100.0, value=0.0, step=10.0, format="%g",
            key=f"today_{kind}_{each}", bind="query-params",
        )  # fmt: skip
    return Doers(**{each: share / 100 for each, share in shares.items()})


def show_rules(size: Size) -> Constraints:
    """Ask for the rules a team must keep."""
    first, second, third = st.columns(3)
    with first:
        arrangements = st.multiselect(
            "Arrangements allowed", list(ARRANGEMENTS), default=["in_office"], format_func=ARRANGEMENTS.__getitem__,
            key="arrangements", bind="query-params",
        )  # fmt: skip
    with second:
        basis = pick("What new people are paid", {key: PAY_BASES[key] for key in MARKET_BASES}, "pay_basis")
    with third:
        budget = st.number_input(
            "At most, $ a year", min_value=1.0, max_value=MOST_BUDGET, value=None, step=5_000.0, format="%g",
            placeholder="No limit", key="most_cost", bind="query-params",
        )  # fmt: skip
    least = {}
    columns = st.columns(3)
    for column, role in zip(columns, (PARALEGAL, LEGAL_SECRETARY), strict=False):
        with column:
            least[role] = st.number_input(
                f"{load_roles()[role].plural}, at least", min_value=0.0, max_value=20.0, value=0.0, step=0.5,
                format="%g", key=f"least_{role}", bind="query-params",
            )  # fmt: skip
    with columns[2]:
        halves = st.toggle("Half positions allowed", value=True, key="halves", bind="query-params")
        office = st.toggle("Paralegals may do office work", value=True, key="paralegals_office", bind="query-params")
    return Constraints(
        size.area, Firm(headcount=size.headcount), budget, tuple(arrangements), tuple(least.items()),
        halves=halves, administrative_to_paralegals=office, pay_basis=basis,
    )  # fmt: skip
