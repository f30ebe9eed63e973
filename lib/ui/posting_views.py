"""The job posting: what it says, what the laws ask of it, where its pay stands, and the text to take along."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from lib.careers.posting import (
    MOST_IN_BENEFITS,
    MOST_IN_LINE,
    WHERE,
    Posting,
    allowed_duties,
    duties_for,
    posting_text,
    range_check,
    usual_range,
)
from lib.careers.posting_law import ITEMS, KINDS, posting_duties
from lib.hiring.difference import joined
from lib.hiring.position import ARRANGEMENTS, MOST_PAY
from lib.pay.words import dollars
from lib.tables import central_roles, load_office_tasks, load_roles, load_sources, load_wages
from lib.tables.wage_schema import NATION
from lib.ui.pickers import NO_STEPPER, explain_bad_link, place_labels
from lib.ui.show import show_origin
from lib.ui.words import listed, plain

if TYPE_CHECKING:
    from lib.careers.posting import UsualRange
    from lib.careers.posting_law import ContentCheck, PostingDuties
    from lib.careers.workload import OfficeWeek

DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
AMOUNTS: Final = {"posting_low": (0, MOST_PAY), "posting_high": (0, MOST_PAY)}
EMPLOYEES_ONLY: Final = (
    "Virtual help is a contract: it has a fee in place of pay a year and no benefits, and these laws speak of "
    "employees. What follows is a posting for an employee."
)
LEAST_HOURS, MOST_HOURS = 5.0, 100.0  # percent of full time
NO_STATE: Final = ""


@st.fragment  # a field redraws this part only
def show_posting(
    role_default: str,
    area: str,
    employees: int,
    week: OfficeWeek,
    arrangement: str = "in_office",
    *,
    share: float = 1.0,
    place: str = "",
) -> None:
    """Ask what the job is, check the posting against laws and market, and offer its text.

    Args:
        role_default: The role of the answer, paralegal or legal_secretary; holds until the visitor picks another.
        area: BLS code of the area the job is in.
        employees: Everybody whom the firm employs.
        week: The work of the office; its longest tasks are suggested as duties.
        arrangement: How the answer fills the job, one of `lib.hiring.ARRANGEMENTS`; virtual help has no posting.
        share: Share of full time of the answer; more than one job counts as one. Holds until the visitor types another.
        place: The area in words, for the posting while no place is typed; may be empty.
    """
    explain_bad_link({}, AMOUNTS)
    if arrangement not in WHERE:
        st.info(f"{ARRANGEMENTS[arrangement]}: {EMPLOYEES_ONLY}")
    form = _Form(role_default, area, week, arrangement if arrangement in WHERE else "remote", share, place)
    try:
        posting, usual = form.show()
        found = posting_duties(form.law_area(), employees, date.today(), remote=posting.arrangement == "remote")
    except ValueError as error:
        st.warning(plain(str(error)))
        return
    _show_laws(posting, found)
    _show_range(posting, area, usual)
    _show_text(posting)


@dataclass(frozen=True)
class _Form:
    """The fields of a posting."""

    role_default: str
    area: str
    week: OfficeWeek
    arrangement: str
    share: float
    place: str

    def show(self) -> tuple[Posting, UsualRange]:
        """Show the fields; return the posting and the usual range of its role."""
        role, arrangement = self._role_and_arrangement()
        title, firm, place = self._names(role)
        duties = self._duties(role)
        usual = usual_range(role, self.area)
        pay = self._pay(usual)
        share, deadline = self._time()
        benefits = st.text_area(
            "Benefits, one a line", max_chars=MOST_IN_BENEFITS, key="posting_benefits", persist_state="session",
            placeholder="Health insurance\nRetirement plan\nPaid leave", height=110,
        )  # fmt: skip
        return Posting(role, title, place, arrangement, duties, *pay, share, benefits, deadline, firm), usual

    def law_area(self) -> str:
        """Return the area whose laws hold: the place of the pay, or the state that is asked for if it is the nation."""
        if self.area != NATION:
            return self.area
        areas = load_wages().areas
        states = {code: label for code, label in place_labels().items() if areas[code].area_type == "state"}
        labels = {NO_STATE: "Not chosen", **states}
        chosen = st.selectbox(
            "State of the job", list(labels), format_func=labels.__getitem__, key="posting_state",
            persist_state="session", help="For the laws on postings. Type to search.",
        )  # fmt: skip
        return str(chosen) or NATION

    def _role_and_arrangement(self) -> tuple[str, str]:
        first, second = st.columns(2)
        with first:
            role = st.segmented_control(
                "Role", central_roles(), format_func=lambda role: load_roles()[role].label, required=True,
                key=_follow("posting_role", self.role_default), persist_state="session",
            )  # fmt: skip
        with second:
            arrangement = st.segmented_control(
                "Arrangement", list(WHERE), format_func=ARRANGEMENTS.__getitem__, required=True,
                key=_follow("posting_arrangement", self.arrangement), persist_state="session",
            )  # fmt: skip
        return str(role), str(arrangement)

    def _names(self, role: str) -> tuple[str, str, str]:
        label = load_roles()[role].label
        fields = {
            f"posting_title_{role}": ("Title", label),
            "posting_firm": ("Firm", "May stay empty"),
            f"posting_place_{self.area}": ("Place", self.place or "Town and state"),
        }
        typed = [
            column.text_input(
                name, max_chars=MOST_IN_LINE, placeholder=placeholder, key=key, persist_state="session"
            ).strip()
            for column, (key, (name, placeholder)) in zip(st.columns(3), fields.items(), strict=True)
        ]
        return typed[0] or label, typed[1], typed[2] or self.place

    def _duties(self, role: str) -> tuple[str, ...]:
        tasks = load_office_tasks()
        chosen = st.pills(
            "What the person will do", allowed_duties(role), selection_mode="multi",
            format_func=lambda key: tasks[key].label,
            key=_follow(f"posting_duties_{role}", list(duties_for(role, self.week))), persist_state="session",
            help="Suggested: the tasks with the most hours in your week. Tasks the role must not do are not offered.",
        )  # fmt: skip
        return tuple(chosen)

    def _pay(self, usual: UsualRange) -> tuple[float | None, float | None]:
        first, second, third = st.columns([1, 1, 6], vertical_alignment="bottom")
        ends = []
        for column, name, word, default in ((first, "low", "from", usual.low), (second, "high", "to", usual.high)):
            typed = column.number_input(
                f"Pay {word}, $", min_value=0.0, max_value=float(MOST_PAY), value=None, width=NO_STEPPER,
                step=500.0, format="%.0f", placeholder=f"{default:,.0f}", key=f"posting_{name}", bind="query-params",
            )  # fmt: skip
            ends.append(default if typed is None else typed)
        shown = third.toggle(
            "Show pay (a year, full time)", value=True, key="posting_shows_pay", persist_state="session"
        )
        return (ends[0], ends[1]) if shown else (None, None)

    def _time(self) -> tuple[float, date | None]:
        first, second = st.columns(2)
        answer = min(max(round(100 * self.share, 1), LEAST_HOURS), MOST_HOURS)
        percent = first.number_input(
            "Hours, % of full time", min_value=LEAST_HOURS, max_value=MOST_HOURS, step=10.0, format="%g",
            key=_follow("posting_share", answer), persist_state="session",
        )  # fmt: skip
        deadline = second.date_input(
            "Last day to apply", value=None, key="posting_deadline", persist_state="session",
            help="May stay empty where no law asks for it.",
        )  # fmt: skip
        return percent / 100, deadline


def _follow(key: str, default: Any) -> str:
    """Return the key of a field, filled with a default that it follows until the visitor changes the field.

    A field given a default of its own would start anew, or go on showing the old one, when the default changes.
    """
    before = f"{key}_default"
    if key not in st.session_state or st.session_state[key] == st.session_state.get(before):
        st.session_state[key] = default
    st.session_state[before] = default
    return key


def _show_text(posting: Posting) -> None:
    st.subheader("The posting, ready to copy")
    text = posting_text(posting)
    st.code(text, language=None, wrap_lines=True)
    st.caption("Fill in what stands in square brackets. The wording is ours: change it as you like.")
    st.caption(
        "The address of this page keeps the pay you type, no more. Title, firm, place, benefits, deadline and the rest "
        "are not in it: download the posting before you close the page."
    )
    with st.container(horizontal=True):
        for label, name, mime, build in (
            ("Posting (Word)", "job_posting.docx", DOCX, _docx),
            ("Posting (text)", "job_posting.txt", "text/plain", _text),
        ):
            st.download_button(
                label,
                data=partial(build, posting),
                file_name=name,
                mime=mime,
                on_click="ignore",
                key=f"download_{name}",
            )


def _docx(posting: Posting) -> bytes:
    from lib.export.posting_file import posting_docx

    return posting_docx(posting)


def _text(posting: Posting) -> bytes:
    from lib.export.posting_file import posting_bytes

    return posting_bytes(posting)


def _show_range(posting: Posting, area: str, usual: UsualRange) -> None:
    if posting.low is None or posting.high is None:
        return
    st.subheader(plain(f"Where {dollars(posting.low)} to {dollars(posting.high)} stands"))
    ends = (("low end", posting.low, usual.low), ("high end", posting.high, usual.high))
    if not_typed := [f"the {name}" for name, mine, theirs in ends if mine == theirs]:
        st.info(
            f"The usual pay stands for {joined(not_typed)}: type what you expect to pay. Some laws ask for just that."
        )
    st.markdown(listed(range_check(posting.role, area, posting.low, posting.high)))
    show_origin(usual.kind, f"Usual range {dollars(usual.low)} to {dollars(usual.high)}: {usual.origin}")


def _show_laws(posting: Posting, found: PostingDuties) -> None:
    checks = found.checks(posting.given)
    st.subheader(f"The law. {_law_finding(checks)}")
    missing = [f"- **Missing.** {plain(check.sentence)}" for check in checks if not check.present]
    if missing:
        st.warning("\n".join(missing))
    if posting.deadline and posting.deadline < date.today():
        st.warning("The last day to apply has passed.")
    there = [f"- **There.** {plain(check.sentence)}" for check in checks if check.present]
    ordered = sorted(found.duties, key=lambda duty: list(KINDS).index(duty.kind))
    laws = [f"- **{KINDS[duty.kind]}.** {plain(duty.sentence)}" for duty in ordered]
    st.markdown("\n".join([*there, *laws, *(f"- {plain(note)}" for note in found.notes)]))
    if found.sources:
        with st.expander("Sources of the law check"):
            st.markdown("\n".join(f"- {_source_words(key)}" for key in found.sources))


def _law_finding(checks: tuple[ContentCheck, ...]) -> str:
    missing = [ITEMS[check.item] for check in checks if not check.present]
    if missing:
        return f"Not filled in: {joined(missing)}"
    asked = [ITEMS[check.item] for check in checks]
    return (
        f"Filled in: {joined(asked)}" if asked else "We found none in force that asks your firm for pay in the posting"
    )


def _source_words(key: str) -> str:
    source = load_sources()[key]
    title = f"[{plain(source.title)}]({source.address})" if source.address else plain(source.title)
    return f"{plain(source.publisher)}: {title}, {plain(source.release)}. {plain(source.note)}"
