"""Which role an office needs: the answer, what it costs against today, the reasons, and the way into the budget."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from lib.careers.arrangements import arrangement_costs
from lib.careers.handover import hiring_sentence, scenario
from lib.careers.misallocation import Today, misallocation
from lib.careers.recommend import recommend
from lib.charts.work_cost_bars import work_cost_bars
from lib.export import to_csv
from lib.hiring.position import ARRANGEMENTS
from lib.pay.market import place_words, release_words
from lib.pay.words import dollars
from lib.tables import load_wages
from lib.ui import budget_state
from lib.ui.show import show_chart, show_numbers, show_origin
from lib.ui.words import KIND_WORDS, plain

if TYPE_CHECKING:
    from lib.careers.handover import Staff
    from lib.careers.misallocation import Misallocation, WorkCost
    from lib.careers.recommend import Recommendation
    from lib.careers.workload import OfficeWeek
    from lib.hiring.mix_rules import Constraints

MOST_REMEMBERED: Final = 64
NO_WORK: Final = (
    "No hours yet. Choose an office to start from, say what hurts, or type hours by task: the answer follows."
)
ORIGIN: Final = (
    "Cost of full years with taxes, benefits and turnover, by the defaults of the staffing budget; pay as published "
    "by BLS, {release}, {place}. Lawyers' hours count at what an hour costs: that is saved only if they use the hours "
    "for work that pays."
)


@dataclass(frozen=True)
class Office:
    """Everything the answer rests on.

    Attributes:
        week: Hours a week by task.
        typed: Labels of the tasks whose hours were typed.
        constraints: Place, firm and rules.
        lawyer_hour: Dollars a lawyer's hour costs.
        lawyer_hour_origin: Kind and words on where that comes from.
        lawyers: Number of lawyers.
        staff: Who is employed already.
        today: Who does the work today.
    """

    week: OfficeWeek
    typed: tuple[str, ...]
    constraints: Constraints
    lawyer_hour: float
    lawyer_hour_origin: tuple[str, str]
    lawyers: int
    staff: Staff
    today: Today

    @property
    def place(self) -> str:
        """The place in words."""
        return place_words(load_wages().areas[self.constraints.area])


@lru_cache(maxsize=MOST_REMEMBERED)
def answer_of(week: OfficeWeek, constraints: Constraints, lawyer_hour: float) -> Recommendation:
    """Return what is recommended; remembered, because the solver takes longer than everything else on the page."""
    return recommend(week, constraints, lawyer_hour)


def show_answer(office: Office) -> None:
    """Show what the office needs, what that costs against today, and the way into the staffing budget."""
    answer = answer_of(office.week, office.constraints, office.lawyer_hour)
    cost = cost_of(office, answer)
    if not office.week.total:
        st.info(NO_WORK)
    st.header(plain(f"{answer.heading}, {office.place}" if answer.mix.choices else answer.heading))
    _show_metrics(office, answer, cost)
    said = (_today_words(office), cost.sentence, hiring_sentence(answer.mix, office.staff))
    st.markdown(plain(" ".join(filter(None, said))))
    for wrong in cost.wrong:
        st.warning(plain(wrong))
    if cost.today.lines or cost.after.lines:
        show_chart(work_cost_bars(cost), key="work_cost")
    release = release_words(load_wages().releases[0])
    show_origin("estimate", ORIGIN.format(release=release, place=office.place))
    show_origin(*office.lawyer_hour_origin)
    _show_ways_on(office, answer, cost)


def _today_words(office: Office) -> str:
    """Say what is assumed of today as long as nothing is said."""
    if office.today != Today() or not office.week.workload.total:
        return ""
    if office.staff.total:
        return "What your staff does already is not said yet (under “Who does it today”): all counts as lawyers' work."
    return "Taken that lawyers do all of this work today (change it under “Who does it today”):"


def cost_of(office: Office, answer: Recommendation) -> Misallocation:
    """Return what the work costs today and with the recommended team."""
    return misallocation(office.week, answer, office.constraints, office.today, office.lawyer_hour)


def _show_metrics(office: Office, answer: Recommendation, cost: Misallocation) -> None:
    work, taken = office.week.workload.total, answer.mix.workload.total
    with st.container(horizontal=True):
        st.metric("The team costs a year", dollars(answer.mix.cost), border=True, help="A full year, without hiring.")
        st.metric("Hours a week it takes over", f"{taken:,.1f} of {work:,.1f}", border=True)
        if cost.amount is not None:
            label = "Today costs extra, a year" if cost.amount >= 0 else "Today costs less, a year"
            st.metric(label, dollars(abs(cost.amount)), border=True, help="Work of today against work and team after.")


def _show_ways_on(office: Office, answer: Recommendation, cost: Misallocation) -> None:
    with st.container(horizontal=True):
        room = budget_state.can_receive()
        if st.button(
            "Send to the staffing budget", type="primary", disabled=not (answer.mix.choices and room), key="send_mix",
            help=None if room else "The staffing budget holds four scenarios: delete one there first.",
        ):  # fmt: skip
            plan = scenario(answer, office.constraints, office.staff, office.today)
            budget_state.hand_over(plan, office.constraints.budget)
            st.switch_page("pages/staffing_budget.py", query_params={})  # none at all fails with bound widgets
        st.download_button(
            "Download the answer (CSV)", data=partial(answer_csv, office, answer, cost),
            file_name="which_role.csv", mime="text/csv", on_click="ignore",
        )  # fmt: skip


def show_why(office: Office) -> None:
    """Show the reasons, the cost line by line, and the same people otherwise arranged."""
    answer = answer_of(office.week, office.constraints, office.lawyer_hour)
    cost = cost_of(office, answer)
    st.markdown("\n".join(f"- {plain(reason)}" for reason in answer.reasons))
    for title, part in (("What the work costs today", cost.today), ("What it costs with the team", cost.after)):
        if part.lines:
            show_numbers(_lines_table(part), alt=title, title=title)
    if answer.mix.choices:
        st.subheader("The same people, otherwise arranged")
        rows = [
            {"Arrangement of everybody": ARRANGEMENTS[arrangement], "Costs a year": dollars(amount)}
            for arrangement, amount in arrangement_costs(answer.mix, office.constraints).items()
        ]
        st.table(pd.DataFrame(rows).map(plain), hide_index=True, alt="Cost of the team by arrangement")
        show_origin(
            "estimate",
            "Prices of virtual staff rest on few sources. Virtual staff pay their own taxes and benefits; the lawyer "
            "answers for their work, and clients may have to consent before their data leave the firm.",
        )


def _lines_table(cost: WorkCost) -> pd.DataFrame:
    return pd.DataFrame(
        {"Who": line.item, "Hours a week": f"{line.hours:,.1f}", "$ a year": dollars(line.amount)}
        for line in cost.lines
    )


def answer_csv(office: Office, answer: Recommendation, cost: Misallocation) -> bytes:
    """Return the hours by task and the cost before and after as a csv file that says what it rests on."""
    hours = [
        {"part": "Hours a week", "item": task.label, "hours_a_week": office.week.of(task.task), "dollars_a_year": None,
         "kind": KIND_WORDS["input" if task.label in office.typed else "estimate"]}
        for task in office.week.tasks
    ]  # fmt: skip
    lines = [
        {"part": part, "item": line.item, "hours_a_week": round(line.hours, 2),
         "dollars_a_year": round(line.amount, 2), "kind": KIND_WORDS["estimate"]}
        for part, costs in (("Cost today", cost.today), ("Cost with the team", cost.after))
        for line in costs.lines
    ]  # fmt: skip
    notes = {
        "Answer": answer.sentence,
        "Cost": cost.sentence,
        **{f"Reason {number}": reason for number, reason in enumerate(answer.reasons, start=1)},
        "Place": office.place,
        "Lawyer's hour": office.lawyer_hour_origin[1],
        "Hours": "Hours that were not typed are our judgement of a typical office.",
    }
    return to_csv(pd.DataFrame([*hours, *lines]), notes)
