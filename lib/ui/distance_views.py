"""How near the two roles are, and what to learn for each step of a ladder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from lib.careers.nearness import (
    distance_table,
    gap_table,
    largest_gaps,
    nearness_heading,
    nearness_sentences,
    rated_words,
    task_table,
)
from lib.careers.skills_to_add import (
    gain_lines,
    known_tasks_sentence,
    limits,
    new_task_table,
    skill_sentence,
    skills_for,
    skills_heading,
)
from lib.charts.role_gaps import CLEAR_NOTE, SCALE_NOTE, role_gaps
from lib.hiring.firm import LEGAL_SECRETARY, PARALEGAL
from lib.tables import load_roles, load_sources
from lib.tables.office_tasks import JUDGEMENT
from lib.ui.show import show_chart, show_numbers, show_origin
from lib.ui.words import listed, plain

if TYPE_CHECKING:
    from lib.careers.skills_to_add import StepSkills

SOURCES: Final = ("onet-2024", "onet-2018", "onet-skills", "onet-next-steps", "ep-2024-34")
CREDIT: Final = "O*NET, U.S. Department of Labor/ETA, CC BY 4.0, our words"
TASKS_NOTE: Final = "Which tasks are legal work is our judgement."
MOST_IN_LIST: Final = 2  # of what counts for more; beyond it a chart
MOST_DRAWN: Final = 6


def show_nearness() -> None:
    """Show how near the two roles are: the finding, the largest gaps, the numbers."""
    st.header(plain(nearness_heading()))
    st.markdown(listed(nearness_sentences()))
    st.markdown(f"**The largest gaps each way.** {plain(SCALE_NOTE)} {plain(CLEAR_NOTE)}")
    found = largest_gaps(PARALEGAL, LEGAL_SECRETARY)
    show_chart(role_gaps(PARALEGAL, LEGAL_SECRETARY, found), key="nearness")
    show_origin("fact", f"{CREDIT}. Ratings: {rated_words(PARALEGAL, LEGAL_SECRETARY)}; links of tasks: August 2018.")
    show_origin("estimate", f"Computed by us: correlations, gaps and which are clear. {TASKS_NOTE}")
    alt = "Importance of the largest gaps in both roles, each gap with twice its standard error"
    show_numbers(
        gap_table(PARALEGAL, LEGAL_SECRETARY, found), alt=alt, title="These gaps, ± twice the standard error of the gap"
    )
    show_numbers(
        distance_table(), alt="Correlation of each role with the two roles", title="How near the other roles are"
    )
    for role in (PARALEGAL, LEGAL_SECRETARY):
        plural = load_roles()[role].plural
        show_numbers(task_table(role), alt=f"Tasks of {plural.lower()}", title=f"The rated tasks of {plural.lower()}")


def show_skills(ladder: str) -> None:
    """Show what to learn for each step of a ladder.

    Args:
        ladder: Key of `lib.tables.ladder_steps.LADDERS`.
    """
    st.header(plain(skills_heading(ladder)))
    steps = skills_for(ladder)
    for step in steps:
        if len(steps) > 1:
            st.subheader(plain(step.name))
        way = f"The way there: {step.step.training[0].lower()}{step.step.training[1:]}"
        drawn = len(step.gains) > MOST_IN_LIST
        st.markdown(listed([*(() if drawn else gain_lines(step)), limits(step), way]))
        if drawn:
            _show_gains(step)
        if step.tasks:
            _show_tasks(step)
        _show_step_origin(step)


def _show_gains(step: StepSkills) -> None:
    old, new, shown = step.before.role, step.step.role, step.gains[:MOST_DRAWN]
    st.markdown(f"**The {len(shown)} most important of them.** {plain(SCALE_NOTE)}")
    show_chart(role_gaps(old, new, shown), key=f"gains_{old}_{new}")


def _show_tasks(step: StepSkills) -> None:
    st.markdown(f"**The {len(step.tasks)} tasks of legal work on the list of paralegals**")
    alt = "Tasks of legal work that the step adds, with how many do them and how often"
    st.table(new_task_table(step).map(plain), hide_index=True, alt=alt)
    st.markdown(listed([known_tasks_sentence(), skill_sentence()]))


def _show_step_origin(step: StepSkills) -> None:
    sources = step.step.source.split()
    named = [load_sources()[source].publisher for source in sources if source != JUDGEMENT]
    judged = ["our judgement"] if JUDGEMENT in sources else []
    show_origin("estimate" if judged else "fact", f"The way there: {', '.join([*named, *judged])}, {step.step.period}.")
    if not step.compared:
        return
    old, new = step.before.role, step.step.role
    show_origin("fact", f"{CREDIT}. Ratings: {rated_words(old, new)}, in all industries.")
    show_origin(
        "estimate", f"Computed by us: which ratings are clearly higher.{f' {TASKS_NOTE}' if step.tasks else ''}"
    )
    alt = f"Importance of what counts for more, {step.name}"
    show_numbers(gap_table(old, new, step.gains), alt=alt, title="The ratings, ± twice the standard error of the gap")
