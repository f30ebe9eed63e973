"""Facts beside the score of Which role fits me?: what bears on one's answers, the way into each role, jobs to come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from lib.careers.fit import BOTH, MOST_POINTS
from lib.hiring.firm import PARALEGAL
from lib.pay.role_words import outlook_sentence, outlook_table
from lib.pay.words import MONTHS_A_YEAR
from lib.tables import central_roles, load_roles, load_sources, load_training_paths
from lib.tables.outlook import ENTRY_EDUCATION, PERIOD, load_outlook
from lib.ui.show import show_origin
from lib.ui.words import listed, plain

if TYPE_CHECKING:
    from lib.careers.fit import Answers, Fit

# Statements that facts beside the score bear on.
SCHOOLING: Final = "schooling"
LAW_CAREER: Final = "law_career"
LAW_SCHOOL: Final = "law_school"  # a training path
WAY_IN: Final = (
    "Your answers fit paralegal work, but not years of study first. Legal secretaries usually start without a degree "
    "and are trained on the job; from there, paralegal is the closest move in the federal data. Some employers also "
    "take paralegals with a high school diploma and experience."
)
NEAREST_SOURCE: Final = "onet-2018"
LAW_SCHOOL_SOURCE: Final = "law-school-length"
TECHNOLOGY: Final = "What technology changes"  # a tab of Career paths


def show_advice(found: Fit) -> None:
    """Show the facts that bear on somebody's answers, if any, with their sources."""
    if advice := _advice(found.verdict, found.answers):
        st.subheader("What else bears on it")
        st.markdown(listed(list(advice)))
        show_origin("fact", f"{'; '.join(advice.values())}.")


def _advice(verdict: str, answers: Answers) -> dict[str, str]:
    """Return the facts that bear on these answers, each with its sources in words."""
    found, agrees, sources = {}, MOST_POINTS // 2, load_sources()
    if verdict in (PARALEGAL, BOTH) and answers.get(SCHOOLING, agrees) < agrees:
        found[WAY_IN] = (
            f"BLS Employment Projections, {PERIOD} (usual entry); Occupational Outlook Handbook (some employers); "
            f"O*NET, {sources[NEAREST_SOURCE].release} (closest move)"
        )
    if answers.get(LAW_CAREER, agrees) > agrees:
        years = (load_training_paths()[LAW_SCHOOL].months or 0) / MONTHS_A_YEAR
        source = sources[LAW_SCHOOL_SOURCE]
        said = f"Law school comes after a bachelor's degree and takes {years:g} years full time"
        found[f"{said}; either role can come before it."] = (
            f"{source.publisher}, {source.release} (length of law school)"
        )
    return found


def show_facts() -> None:
    """Show what stands beside the score: the usual way into each role, and the jobs to come."""
    st.header(_schooling_heading())
    table = outlook_table()[["Role", "Usual entry education", "Training on the job"]]
    named = [load_roles()[role].plural for role in (*central_roles(), "lawyer")]
    st.table(table[table["Role"].isin(named)].map(plain), hide_index=True, alt="Usual way into each role")
    st.markdown(listed([outlook_sentence(role) for role in central_roles()]))
    show_origin("fact", f"BLS Employment Projections, {PERIOD}: a forecast and no promise.")
    st.page_link(
        "pages/career_paths.py", label="What technology changes for both roles", query_params={"more": TECHNOLOGY}
    )
    st.page_link("pages/career_paths.py", label="Career paths: what training costs")


def _schooling_heading() -> str:
    """Say which role BLS expects to take more schooling."""
    less, more = sorted(central_roles(), key=lambda role: ENTRY_EDUCATION.index(load_outlook()[role].entry_education))
    if load_outlook()[less].entry_education == load_outlook()[more].entry_education:
        return "Beside the score: both roles usually take the same schooling to enter"
    return f"Beside the score: {load_roles()[more].plural.lower()} usually need more schooling to enter"
