"""Which role an office needs: the answer, what it costs against today, the reasons, and the way into the budget."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from lib.careers.arrangements import arrangement_costs
from lib.careers.handover import client_fees, hiring_sentence, scenario
from lib.careers.misallocation import WORK_KINDS, Today, misallocation
from lib.careers.plausible import doubts
from lib.careers.recommend import recommend
from lib.charts.work_cost_bars import work_cost_bars
from lib.export import to_csv
from lib.hiring.difference import joined
from lib.hiring.position import ARRANGEMENTS, VIRTUAL
from lib.pay.market import place_words, release_words
from lib.pay.words import dollars
from lib.tables import load_roles, load_wages
from lib.ui import budget_state
from lib.ui.show import show_chart, show_numbers, show_origin
from lib.ui.words import KIND_WORDS, listed, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lib.careers.handover import Staff
    from lib.careers.misallocation import Misallocation, WorkCost
    from lib.careers.recommend import Recommendation
    from lib.careers.workload import OfficeWeek
    from lib.hiring.mix_rules import Constraints

MOST_REMEMBERED: Final = 64
NO_WORK: Final = (
    "No hours yet. Choose an office to start from, say what hurts, or type hours by task: the answer follows."
)
EMPLOYED: Final = (
    "Full years of the team with taxes, benefits and turnover, without what hiring costs once, by the defaults of the "
    "staffing budget; pay by BLS, {release}, {place}."
)
HIRED_OUT: Final = (
    "Fees of virtual staff and software, by the defaults of the staffing budget: few and weak sources, see there."
)
HOURS: Final = "Hours a week: our judgement of a typical office and of what hurts"
LAWYERS_TIME: Final = (
    "Lawyers' hours are no cash: they are saved only if they go into work that pays. The team itself is spending."
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
        billed: Whether clients pay for paralegals' legal work.
    """

    week: OfficeWeek
    typed: tuple[str, ...]
    constraints: Constraints
    lawyer_hour: float
    lawyer_hour_origin: tuple[str, str]
    lawyers: int
    staff: Staff
    today: Today
    billed: bool

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
    if answer.mix.choices:
        _show_metrics(office, answer, cost)
        st.markdown(plain(" ".join(_said(office, answer, cost))))
    elif office.week.total:
        st.markdown(plain(" ".join((answer.sentence, *answer.reasons[-1:]))))
    if answer.cheaper:
        st.info(plain(answer.cheaper))
    for warning in (*cost.wrong, *_doubts(office)):
        st.warning(plain(warning))
    if answer.mix.choices:
        show_chart(work_cost_bars(cost), key="work_cost")
        for kind, words in origins(office, answer):
            show_origin(kind, words)
    _show_ways_on(office, answer, cost)


def _said(office: Office, answer: Recommendation, cost: Misallocation) -> Iterator[str]:
    """Yield what is assumed of today, what that costs, whom to hire, and what clients pay."""
    costs = cost.sentence
    yield f"If lawyers do all of this work today, {costs[0].lower()}{costs[1:]}" if office.today == Today() else costs
    if staff := hiring_sentence(answer.mix, office.staff):
        yield staff
    fees = client_fees(answer.mix, office.constraints.firm) if office.billed else 0.0
    if fees:
        yield (
            f"Fees are not counted here: billed to clients in full, the paralegals' legal work would bring in about "
            f"{dollars(fees)} a year, by the defaults of the staffing budget."
        )


def _doubts(office: Office) -> tuple[str, ...]:
    return doubts(office.week.workload, office.today, office.staff, office.lawyers, office.constraints)


def origins(office: Office, answer: Recommendation) -> list[tuple[str, str]]:
    """Return kind and words of where the numbers of the answer come from."""
    found = [("input", f"Hours you typed: {joined([f'“{label}”' for label in office.typed])}.")] if office.typed else []
    if len(office.typed) < len(office.week.tasks):
        found.append(("estimate", f"{HOURS}{', where you typed none' if office.typed else ''}."))
    virtual = [choice.arrangement in VIRTUAL for choice in answer.mix.choices]
    release = release_words(load_wages().releases[0])
    if not all(virtual):
        found.append(("estimate", EMPLOYED.format(release=release, place=office.place)))
    if any(virtual):
        found.append(("estimate", HIRED_OUT))
    kind, words = office.lawyer_hour_origin
    return [*found, (kind, f"{words} {LAWYERS_TIME}")]


def cost_of(office: Office, answer: Recommendation) -> Misallocation:
    """Return what the work costs today and with the recommended team."""
    return misallocation(office.week, answer, office.constraints, office.today, office.lawyer_hour)


def _show_metrics(office: Office, answer: Recommendation, cost: Misallocation) -> None:
    work, taken = office.week.workload.total, answer.mix.workload.total
    spare = max(answer.mix.hours_given - taken, 0.0)
    with st.container(horizontal=True):
        st.metric("The team costs a year", dollars(answer.mix.cost), border=True, help="New spending, without hiring.")
        st.metric(
            "Hours a week it takes over", f"{taken:,.1f} of {work:,.1f}", border=True,
            help=f"The team works {answer.mix.hours_given:,.1f} hours a week: {spare:,.1f} are to spare.",
        )  # fmt: skip
        if cost.amount is not None:
            label = "Extra cost today, a year" if cost.amount >= 0 else "Today costs less, a year"
            st.metric(label, dollars(abs(cost.amount)), border=True, help="Work of today against work and team after.")


def _show_ways_on(office: Office, answer: Recommendation, cost: Misallocation) -> None:
    with st.container(horizontal=True):
        plan = scenario(answer, office.constraints, office.staff, office.today, billed=office.billed)
        packed = budget_state.link_with(plan, office.constraints.budget) if answer.mix.choices else None
        st.page_link(
            "pages/staffing_budget.py", label="**Open in the staffing budget**", icon=":material/arrow_forward:",
            query_params={"plan": packed or ""}, disabled=packed is None,
        )  # fmt: skip
        st.download_button(
            "Download the answer (CSV)", data=partial(answer_csv, office, answer, cost),
            file_name="which_role.csv", mime="text/csv", on_click="ignore",
        )  # fmt: skip


def show_why(office: Office) -> None:
    """Show the reasons, the cost line by line, and the same people otherwise arranged."""
    answer = answer_of(office.week, office.constraints, office.lawyer_hour)
    cost = cost_of(office, answer)
    st.markdown(listed(answer.reasons))
    for title, part in (("What the work costs today", cost.today), ("What it costs with the team", cost.after)):
        if part.lines:
            show_numbers(_lines_table(part), alt=title, title=title)
    if answer.mix.choices:
        st.subheader("The same team under other arrangements")
        rows = [
            {"Arrangement of everybody": ARRANGEMENTS[arrangement], "Costs a year": dollars(amount)}
            for arrangement, amount in arrangement_costs(answer.mix, office.constraints).items()
        ]
        st.table(pd.DataFrame(rows).map(plain), hide_index=True, alt="Cost of the team by arrangement")
        show_origin(
            "estimate",
            "Prices of virtual staff rest on few, weak, old sources. Virtual staff pay their own taxes and benefits; "
            "the lawyer answers for their work, and clients may have to consent before their data leave the firm.",
        )


def _lines_table(cost: WorkCost) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Who": line.item,
            "Hours a week": f"{line.hours:,.1f}",
            "$ an hour": "–" if line.rate is None else dollars(line.rate, cents=True),
            "$ a year": dollars(line.amount),
        }
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
         "dollars_a_year": round(line.amount, 2), "kind": KIND_WORDS["estimate"], "how": line.note}
        for part, costs in (("Cost today", cost.today), ("Cost with the team", cost.after))
        for line in costs.lines
    ]  # fmt: skip
    found = origins(office, answer)
    notes = {
        "Answer": answer.sentence,
        "Cost": cost.sentence,
        **{f"Reason {number}": reason for number, reason in enumerate(answer.reasons, start=1)},
        "Cheaper": answer.cheaper or "no",
        "Place": office.place,
        "Employed": ", ".join(f"{load_roles()[role].plural} {count:g}" for role, count in office.staff.by_role.items()),
        "Done today": _today_words(office.today),
        "Arrangements allowed": ", ".join(ARRANGEMENTS[each] for each in office.constraints.arrangements),
        **{f"Origin {number}": f"{KIND_WORDS[kind]}: {words}" for number, (kind, words) in enumerate(found, start=1)},
    }
    return to_csv(pd.DataFrame([*hours, *lines]), notes)


def _today_words(today: Today) -> str:
    """Return who does which share of the work today, in words."""
    parts = []
    for kind, words in WORK_KINDS.items():
        doers = getattr(today, kind)
        shares = {"lawyers": doers.lawyers, "paralegals": doers.paralegal, "legal secretaries": doers.legal_secretary}
        done = [f"{who} {share:.0%}" for who, share in shares.items() if share]
        parts.append(f"{words}: {', '.join(done) or 'nobody'}")
    return "; ".join(parts)
