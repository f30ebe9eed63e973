"""The ladders of both roles on the screen: pay, time, training and outlook of each step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from lib.careers.ladder import climb, cut_sentences, ladder_finding, ladder_table, time_kind, years_words
from lib.charts.ladder_chart import LADDER_CHART_NOTE, ladder_chart
from lib.export.csv import to_csv
from lib.pay.market import PUBLISHED, place_words, release_words
from lib.pay.role_words import outlook_sentence
from lib.pay.words import dollars
from lib.tables import load_sources, load_wages
from lib.tables.ladder_steps import LADDERS, load_ladder_steps
from lib.tables.outlook import END_YEAR
from lib.tables.training_paths import JUDGEMENT, NOT_FOUND, load_training_paths
from lib.ui.show import show_chart, show_origin
from lib.ui.words import KIND_WORDS, plain

if TYPE_CHECKING:
    from lib.careers.ladder import Rung
    from lib.tables import LadderStep

NOT_ON_LADDER: Final = {
    "paralegal": (
        "Not on this ladder: legal operations. BLS counts no occupation of that name, so its pay is not published."
    )
}
WAGES: Final = ("oews-national", "oews-state", "oews-area")
MODEL: Final = ("nala-surveys", "robert-half", "dol-wage-levels", "pay-cases")  # behind seniors' pay and the error
FOLLOWED: Final = "ladder_of_role"  # in the session: the ladder of the role at the last drawing
QUALITY_WORDS: Final = {"A": "official or first-hand", "B": "a good second-hand source", "C": "one weak source"}


def show_ladder(area: str, role: str) -> str:
    """Show one ladder at a time with pay in a place; return which.

    Args:
        area: BLS area code.
        role: The role now: its ladder is shown until another is chosen, the first if it has none.
    """
    heading = st.container()
    own = _own_ladder(role)
    ladder = str(
        st.pills(
            "Ladder", list(LADDERS), format_func=LADDERS.__getitem__, default=own, required=True,
            key="ladder", bind="query-params",
        )
    )  # fmt: skip
    rungs, place = climb(ladder, area), place_words(load_wages().areas[area])
    heading.header(plain(ladder_finding(rungs, place)))
    show_chart(ladder_chart(rungs), key="ladder_chart")
    st.caption(LADDER_CHART_NOTE)
    for sentence in cut_sentences(rungs):
        st.markdown(plain(sentence))
    show_origin("fact", f"BLS OEWS, {release_words(load_wages().releases[0])}: medians of everybody in the role.")
    if any(rung.pay.basis != PUBLISHED for rung in rungs):
        show_origin("estimate", "Senior steps and medians that BLS does not publish; why stands with each step.")
    for column, rung in zip(st.columns(len(rungs)), rungs, strict=True):
        with column:
            _show_step(rung)
    if ladder in NOT_ON_LADDER:
        st.caption(NOT_ON_LADDER[ladder])
    st.download_button(
        "Download this ladder (CSV)",
        data=lambda: ladder_csv(rungs, place),
        file_name=f"ladder_{ladder}_{area}.csv",
        mime="text/csv",
        on_click="ignore",
    )
    _show_outlook(rungs)
    return ladder


def _own_ladder(role: str) -> str:
    """Return the ladder of a role; where it was shown because of the role before, it changes with the role."""
    own = role if role in LADDERS else next(iter(LADDERS))
    before = st.session_state.get(FOLLOWED)
    if before not in (None, own) and st.session_state.get("ladder") == before:
        st.session_state["ladder"] = own
    st.session_state[FOLLOWED] = own
    return own


def _show_step(rung: Rung) -> None:
    """Show what a step pays and takes, and on demand where that comes from."""
    step = rung.step
    with st.container(border=True):
        st.subheader(f"{step.order}. {step.label}")
        lines = {
            f"{dollars(rung.pay.annual)} a year": f"({pay_kind(rung)})",
            "Time:": f"{years_words(step)}{_time_kind(step)}.",
            "Training:": step.training,
        }
        if step.path:
            lines["What helps:"] = load_training_paths()[step.path].label
        st.markdown("\n\n".join(f"**{plain(name)}** {plain(text)}" for name, text in lines.items()))
        with st.expander("Why, and where from", key=f"step_{step.ladder}_{step.order}"):
            st.caption(plain(f"Pay: {rung.pay.note}"))
            st.caption(plain(f"Time: {step.note} Evidence: {QUALITY_WORDS.get(step.quality, NOT_FOUND)}."))
            st.caption(plain(f"From: {source_words(step.source)}."))


def pay_kind(rung: Rung) -> str:
    """Return whose figure the pay of a step is."""
    return KIND_WORDS["fact" if rung.pay.basis == PUBLISHED else "estimate"].lower()


def _time_kind(step: LadderStep) -> str:
    kind = time_kind(step)
    return f" ({KIND_WORDS[kind].lower()})" if kind in KIND_WORDS else ""


def source_words(cell: str) -> str:
    """Return publisher and title of each source in a cell of a data file, our judgement by its name.

    Args:
        cell: Keys of data/sources.csv.
    """
    known = load_sources()
    named = [f"{known[key].publisher}, {known[key].title}" for key in cell.split() if key != JUDGEMENT]
    return "; ".join([*named, *(["our judgement"] if JUDGEMENT in cell.split() else [])])


def path_sources() -> list[str]:
    """Return the keys of all sources behind ladders and paths, our judgement left out."""
    cells = [path.source for path in load_training_paths().values()]
    cells += [step.source for steps in load_ladder_steps().values() for step in steps]
    keys = " ".join(cells).split()
    return [key for key in dict.fromkeys([*WAGES, *MODEL, *keys]) if key != JUDGEMENT]


def ladder_csv(rungs: tuple[Rung, ...], place: str) -> bytes:
    """Return a ladder as a csv file with place, release and sources."""
    keys = dict.fromkeys(key for rung in rungs for key in rung.step.source.split())
    notes = {
        "Ladder": LADDERS[rungs[0].step.ladder],
        "Place": place,
        "Release": release_words(load_wages().releases[0]),
        "Pay": "published = BLS OEWS median of everybody in the role; our estimate = pay model",
        "Sources of the time": source_words(" ".join(keys)),
    }
    return to_csv(ladder_table(rungs), notes)


def _show_outlook(rungs: tuple[Rung, ...]) -> None:
    """Show how many jobs BLS expects in each role on the ladder."""
    st.subheader(f"Jobs on this ladder to {END_YEAR}")
    roles = dict.fromkeys(rung.step.role for rung in rungs)
    st.markdown("\n".join(f"- {plain(outlook_sentence(role))}" for role in roles))
    show_origin("fact", "BLS Employment Projections, the whole country: a forecast, no promise.")
