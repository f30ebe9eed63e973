"""What a hiring manager says of the office: its place and size, what hurts, and its work by task. All in the address.

A field left empty takes the grey figure in it: hours of the chosen office and of what hurts, or our default.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

import streamlit as st

from lib.careers.lawyer_hour import usual_lawyer_hour
from lib.careers.split import MOST_LAWYER_HOUR
from lib.careers.workload import MOST_LEVEL, MOST_TASK_HOURS, OfficeWeek, pain_week, pains, preset_week, presets
from lib.hiring import ARRANGEMENTS
from lib.hiring.difference import joined
from lib.hiring.firm import LEGAL_SECRETARY, MOST_HEADCOUNT
from lib.pay.words import dollars
from lib.tables import load_office_tasks
from lib.tables.office_tasks import ADMINISTRATIVE, SHARED, SUBSTANTIVE
from lib.ui.budget_state import PARAMETER
from lib.ui.office_rules import IN_HOUSE, rule_amounts, rule_choices
from lib.ui.pickers import NO_STEPPER, explain_bad_link, pick, pick_place, place_labels
from lib.ui.position_form import NEW, places
from lib.ui.show import show_origin
from lib.ui.words import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lib.careers.lawyer_hour import LawyerHour
    from lib.tables import OfficePreset, OfficeTask

EMPTY: Final = "empty"
EMPTY_LABEL: Final = "Start with no hours"
EMPTY_LAWYERS: Final = 1
MOST_LAWYERS: Final = 60  # more would take a task beyond `MOST_TASK_HOURS`
VIRTUAL_WORDS: Final = {"yes": "Can be done from elsewhere.", "partly": "Can be done from elsewhere in part."}
LAWYER_ONLY: Final = "lawyer_only"
GROUPS: Final = {
    SUBSTANTIVE: "Legal work",
    SHARED: "Work either role may do",
    ADMINISTRATIVE: "Office work",
    LAWYER_ONLY: "Only a lawyer may do it: stays out of the answer",
}
COLUMNS: Final = 2
Item = TypeVar("Item")


@dataclass(frozen=True)
class Size:
    """What stands at the top of the page.

    Attributes:
        preset: Key of the chosen office, or `EMPTY`.
        area: BLS area code whose taxes are known.
        picked: BLS area code that was picked, which may be the nation.
        lawyers: Number of lawyers.
        headcount: People in all.
        lawyer_hour: Dollars typed; None if not.
        usual: What a lawyer's hour is paid here.
    """

    preset: str
    area: str
    picked: str
    lawyers: int
    headcount: int
    lawyer_hour: float | None
    usual: LawyerHour

    @property
    def hour(self) -> float:
        """Dollars a lawyer's hour counts."""
        return self.usual.dollars if self.lawyer_hour is None else self.lawyer_hour

    @property
    def origin(self) -> tuple[str, str]:
        """Kind and words of the lawyer's hour."""
        if self.lawyer_hour is not None:
            return "input", f"A lawyer's hour: {dollars(self.lawyer_hour, cents=True)}."
        words = f"A lawyer's hour, {dollars(self.usual.dollars, cents=True)}, until you type yours: {self.usual.note}"
        return "estimate", words


def office_labels() -> dict[str, str]:
    """Return the offices to start from, by key."""
    return {key: preset.label for key, preset in presets().items()} | {EMPTY: EMPTY_LABEL}


def task_key(task: str) -> str:
    """Return the key and name in the address of a task's hours."""
    return f"h_{task}"


def pain_key(pain: str) -> str:
    """Return the key and name in the address of a complaint."""
    return f"pain_{pain}"


def explain_bad_office_link() -> None:
    """Say which values of the address are not known or out of bounds."""
    if PARAMETER in st.query_params:  # the browser's Back from the budget stops here first
        st.info("Press Back once more: what you said of your office stands one step further back.")
    hours = {task_key(task): (0, MOST_TASK_HOURS) for task in load_office_tasks()}
    levels = {pain_key(pain): (0, MOST_LEVEL) for pain in pains()}
    sizes = {"lawyers": (1, MOST_LAWYERS), "headcount": (1, MOST_HEADCOUNT), "lawyer_hour": (1, MOST_LAWYER_HOUR)}
    explain_bad_link(
        {"office": office_labels(), "place": place_labels(), **rule_choices()},
        amounts={**sizes, **levels, **hours, **rule_amounts()},
        lists={"arrangements": ARRANGEMENTS.values()},
    )


def show_size() -> Size:
    """Ask for the office, its place and size, and what a lawyer's hour costs."""
    first, second, third = st.columns([5, 5, 6])
    with first:
        key = pick("Office to start from", office_labels(), "office")
    with second:
        picked = pick_place()
    area = picked if picked in places() else NEW.area
    if area != picked:
        st.caption("Payroll taxes differ by state. Until you choose a place in one, the figures are those of Texas.")
    preset = presets().get(key)
    usual = usual_lawyer_hour(area)
    with third, st.container(horizontal=True):
        lawyers = _whole("Lawyers", "lawyers", preset.lawyers if preset else EMPTY_LAWYERS, MOST_LAWYERS)
        headcount = _whole("People in all", "headcount", _headcount(preset, lawyers), MOST_HEADCOUNT)
        hour = st.number_input(
            "Lawyer hour, $", min_value=1.0, max_value=MOST_LAWYER_HOUR, value=None, step=5.0, format="%g",
            placeholder=f"{usual.dollars:.2f}", key="lawyer_hour", bind="query-params", width=NO_STEPPER,
        )  # fmt: skip
    if headcount < lawyers:
        st.warning(f"People in all counts the lawyers too: {lawyers:,} are taken until you type more.")
    if lawyers == MOST_LAWYERS:
        st.caption(f"Up to {MOST_LAWYERS} lawyers: of a larger firm take one office or practice group.")
    return Size(key, area, picked, lawyers, max(headcount, lawyers), hour, usual)


def _headcount(preset: OfficePreset | None, lawyers: int) -> int:
    """Return the people of the office to start from, scaled to the lawyers."""
    if preset is None:
        return lawyers
    if preset.preset == IN_HOUSE:  # the department grows, the company stays
        return max(preset.headcount, lawyers)
    return lawyers + round((preset.headcount - preset.lawyers) * lawyers / preset.lawyers)


# A field of whole numbers would fail on an infinite one in the address.
def _whole(label: str, key: str, usual: int, most: int) -> int:
    typed = st.number_input(
        label, min_value=1.0, max_value=float(most), value=None, step=1.0, format="%.0f",
        placeholder=f"{usual:,}", key=key, bind="query-params", width=NO_STEPPER,
    )  # fmt: skip
    return usual if typed is None else round(typed)


def show_pains() -> dict[str, int]:
    """Ask how much each complaint is felt; return the levels."""
    st.markdown(f"How much does it hurt? 0 is not at all, {MOST_LEVEL} is every day. Each step adds hours to tasks.")
    levels = {}
    for line in _lines(list(pains().values()), 2):
        for column, pain in zip(st.columns(2), line, strict=False):
            with column:
                levels[pain.pain] = st.slider(
                    pain.label, 0, MOST_LEVEL, 0, key=pain_key(pain.pain), bind="query-params", help=plain(pain.why)
                )
    st.markdown(plain(_added_words(levels)))
    show_origin("estimate", "Hours for each step are our judgement, to start from. Change them under “Hours by task”.")
    return levels


def _added_words(levels: dict[str, int]) -> str:
    """Say which hours the complaints add to which tasks."""
    added = pain_week(levels)
    if not added.tasks:
        return "Nothing hurts yet, so no hours are added."
    tasks = joined([f"“{task.label}” {added.of(task.task):g}" for task in added.tasks])
    return f"Added, in hours a week: {tasks}; {added.total:g} in all."


def show_hours(size: Size, levels: dict[str, int]) -> tuple[OfficeWeek, tuple[str, ...]]:
    """Ask for hours by task; return the week and the labels of the tasks that were typed."""
    preset = size.preset
    start = pain_week(levels, preset_week(preset, size.lawyers) if preset in presets() else None)
    st.markdown(
        "Hours a week of the whole office: what is done now and what should be. Grey hours come from the office you "
        "start from, scaled to your lawyers, and from what hurts; type over them."
    )
    hours: dict[str, float] = {}
    typed: list[str] = []
    for group, title in GROUPS.items():
        with st.expander(title, expanded=group == SUBSTANTIVE, key=f"hours_{group}"):
            for task, amount in _task_fields(group, start):
                hours[task.task] = start.of(task.task) if amount is None else amount
                typed += [task.label] if amount is not None else []
    if typed:
        st.button("Clear what I typed", on_click=_clear_hours, key="hours_clear")
    why = presets()[preset].why if preset in presets() else "Grey hours come from what hurts."
    show_origin("estimate", f"Grey hours are our judgement. {why} Who may do a task stands behind each mark.")
    return OfficeWeek(tuple((task, amount) for task, amount in hours.items() if amount)), tuple(typed)


def _task_fields(group: str, start: OfficeWeek) -> Iterator[tuple[OfficeTask, float | None]]:
    tasks = [task for task in load_office_tasks().values() if (LAWYER_ONLY if task.lawyer_only else task.kind) == group]
    for line in _lines(tasks, COLUMNS):
        for column, task in zip(st.columns(COLUMNS), line, strict=False):
            with column, st.container(horizontal=True, wrap=False, vertical_alignment="center"):
                yield task, _hours_field(task, start.of(task.task))
                st.markdown(plain(task.label), help=plain(task_help(task)))


def _hours_field(task: OfficeTask, usual: float) -> float | None:
    return st.number_input(
        f"{task.label}, hours a week", min_value=0.0, max_value=MOST_TASK_HOURS, value=None, step=0.5, format="%g",
        placeholder=f"{usual:g}", key=task_key(task.task), bind="query-params", label_visibility="collapsed",
        width=NO_STEPPER,
    )  # fmt: skip


def task_help(task: OfficeTask) -> str:
    """Say who may do a task, why, and whether it can be done from elsewhere."""
    if task.lawyer_only:
        who = "Only a lawyer."
    elif LEGAL_SECRETARY in task.must_not:
        who = "A paralegal, not a legal secretary."
    else:
        who = "Either role." if task.kind == SHARED else "A legal secretary; a paralegal's time is dearer."
    virtual = VIRTUAL_WORDS.get(task.virtual, "Needs somebody on the spot.")
    judged = "" if task.basis == "fact" else "Our judgement from the sources."
    return " ".join(filter(None, (who, task.why, task.note, virtual, judged)))


def _clear_hours() -> None:
    for task in load_office_tasks():
        st.session_state[task_key(task)] = None


def _lines(items: Sequence[Item], width: int) -> Iterator[Sequence[Item]]:
    return (items[at : at + width] for at in range(0, len(items), width))
