"""Who does an office's work today, and the rules its team must keep. All in the address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from lib.careers.handover import LABELS, Staff
from lib.careers.misallocation import LAWYERS, WORK_KINDS, Doers, Today
from lib.careers.workload import undone_hours
from lib.hiring import ARRANGEMENTS, Firm
from lib.hiring.firm import LEGAL_SECRETARY, PARALEGAL
from lib.hiring.mix_rules import HALF, MARKET_BASES, MOST_LEAST, Constraints
from lib.hiring.planned import PAY_BASES
from lib.hiring.scenarios import MOST_BUDGET
from lib.tables import load_roles
from lib.ui.pickers import pick
from lib.ui.words import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from streamlit.delta_generator import DeltaGenerator

    from lib.careers.workload import OfficeWeek
    from lib.ui.office_form import Size

IN_HOUSE: Final = "corporate"
MOST_ASKED: Final = 20.0  # positions a minimum may ask for
PAID: Final = {key: PAY_BASES[key] for key in MARKET_BASES}

PILES_UP: Final = "piles_up"
NOBODY: Final = "nobody"
SHARED_OUT: Final = "shared"
WHO: Final = {
    PILES_UP: "Lawyers; what hurts is left undone",
    LAWYERS: "Lawyers, all of it",
    PARALEGAL: "Paralegals",
    LEGAL_SECRETARY: "Legal secretaries",
    NOBODY: "Nobody: it is left undone",
    SHARED_OUT: "Several: state the shares",
}


def show_today(levels: Mapping[str, int], week: OfficeWeek) -> tuple[Staff, Today]:
    """Ask who is employed and who does the work today.

    Args:
        levels: What hurts: most of it stands for work that is left undone.
        week: Hours by task.
    """
    first, second, _ = st.columns(3)
    with first:
        paralegals = _employed(PARALEGAL)
    with second:
        secretaries = _employed(LEGAL_SECRETARY)
    undone, work = undone_hours(levels, week), week.workload
    doers = {}
    for column, (kind, words) in zip(st.columns(3), WORK_KINDS.items(), strict=True):
        with column:
            hours = getattr(work, kind)
            doers[kind] = _doers(kind, words, getattr(undone, kind) / hours if hours else 0.0)
    st.caption(
        "As long as you say nothing, lawyers do all of it but what hurts: of that, only “Lawyers draft routine "
        "documents” counts as done."
    )
    return Staff(paralegals, secretaries), Today(**doers)


def _employed(role: str) -> float:
    count = st.number_input(
        LABELS[role], min_value=0.0, max_value=MOST_LEAST, value=0.0, step=0.5, format="%g", key=f"have_{role}",
        bind="query-params", help="Half positions count as 0.5.",
    )  # fmt: skip
    try:
        return Staff(**{role: count}).by_role[role]
    except ValueError as error:
        st.warning(plain(f"{error} Until then none are counted."))
        return 0.0


def _doers(kind: str, words: str, undone: float) -> Doers:
    """Ask who does one kind of work.

    Args:
        kind: The kind.
        words: The kind in words.
        undone: Share of it that nobody does, by what hurts.
    """
    who = pick(f"Who does the {words} today?", WHO, f"today_{kind}")
    if who == PILES_UP:
        return Doers(1.0 - undone)
    if who != SHARED_OUT:
        return Doers(**{LAWYERS: 0.0, **({who: 1.0} if who != NOBODY else {})})
    shares = {}
    for each in (LAWYERS, PARALEGAL, LEGAL_SECRETARY):
        label = f"{WHO[each].partition(',')[0]}, % of the {words}"
        shares[each] = st.number_input(
            label, min_value=0.0, max_value=100.0, value=100.0 if each == LAWYERS else 0.0, step=10.0, format="%g",
            key=f"today_{kind}_{each}", bind="query-params",
        )  # fmt: skip
    try:
        return Doers(**{each: share / 100 for each, share in shares.items()})
    except ValueError as error:
        st.warning(plain(f"{error} Until then all of it counts as lawyers' work."))
        return Doers()


def show_rules(size: Size) -> Constraints:
    """Ask for the rules a team must keep."""
    arrangements = st.pills(
        "Arrangements allowed", list(ARRANGEMENTS), selection_mode="multi", default=["in_office"],
        format_func=ARRANGEMENTS.__getitem__, key="arrangements", bind="query-params",
    )  # fmt: skip
    paralegals, secretaries, pay, most = st.columns(4)
    with pay:
        basis = pick("What new people are paid", PAID, "pay_basis")
    with most:
        budget = st.number_input(
            "At most, $ a year", min_value=1.0, max_value=MOST_BUDGET, value=None, step=5_000.0, format="%g",
            placeholder="No limit", key="most_cost", bind="query-params",
            help="For full years of the team, without what hiring costs once.",
        )  # fmt: skip
    least = ((PARALEGAL, _least(paralegals, PARALEGAL)), (LEGAL_SECRETARY, _least(secretaries, LEGAL_SECRETARY)))
    with st.container(horizontal=True):
        halves = st.toggle("Half positions allowed", value=True, key="halves", bind="query-params")
        office = st.toggle("Paralegals may do office work", value=True, key="paralegals_office", bind="query-params")
    return Constraints(
        size.area, Firm(headcount=size.headcount), budget, tuple(arrangements), least,
        halves=halves, administrative_to_paralegals=office, pay_basis=basis,
    )  # fmt: skip


def _least(column: DeltaGenerator, role: str) -> float:
    with column:
        count = st.number_input(
            f"{load_roles()[role].plural}, at least", min_value=0.0, max_value=MOST_ASKED, value=0.0, step=0.5,
            format="%g", key=f"least_{role}", bind="query-params",
        )  # fmt: skip
        if count % HALF:
            st.warning("Type whole or half positions, such as 1.5. Until then it is rounded down.")
    return count // HALF * HALF


def show_billing(size: Size) -> bool:
    """Ask whether clients pay for paralegals' legal work; a company's own department bills nobody."""
    in_house = size.preset == IN_HOUSE
    return st.toggle(
        "Clients pay for paralegals' legal work", value=not in_house, bind="query-params",
        key="bills_in_house" if in_house else "bills",
    )  # fmt: skip


def rule_choices() -> Mapping[str, Mapping[str, str]]:
    """Return the labels that the address may hold for each choice, for `explain_bad_link`."""
    return {"pay_basis": PAID} | {f"today_{kind}": WHO for kind in WORK_KINDS}


def rule_amounts() -> dict[str, tuple[float, float]]:
    """Return least and most of each number in the address, for `explain_bad_link`."""
    shares = {f"today_{kind}_{who}": (0.0, 100.0) for kind in WORK_KINDS for who in (LAWYERS, *LABELS)}
    counts = {f"have_{role}": (0.0, MOST_LEAST) for role in LABELS}
    least = {f"least_{role}": (0.0, MOST_ASKED) for role in LABELS}
    return {"most_cost": (1.0, MOST_BUDGET), **counts, **least, **shares}
