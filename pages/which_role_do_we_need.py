"""Which role do we need? The work of an office by task leads to a team, its cost and the reasons."""

import streamlit as st

from lib.ui.frame import close_page, open_page

open_page(
    "Which role do we need?",
    "Say what work there is: see whether a paralegal, a legal secretary or both should do it, and what it costs "
    "that others do it today.",
)

from lib.ui.office_answer import Office, answer_of, show_answer, show_why
from lib.ui.office_form import explain_bad_office_link, show_hours, show_pains, show_size
from lib.ui.office_market import show_market
from lib.ui.office_rules import show_billing, show_rules, show_today
from lib.ui.words import plain

TABS = ("What hurts", "Hours by task", "Who does it today", "Rules", "Why", "The market", "Job posting")
SOURCES = (
    "oews-national", "oews-state", "oews-area", "oews-legal-services", "ep-2024-34", "bls-ecec", "onet-2024",
    "virtual-guide", "clio-guide", "aba-guidelines", "ca-paralegal-law",
)  # fmt: skip


def load_posting(office: Office, area: str) -> None:
    """Load the laws and the writing of files only when a posting is looked at."""
    from lib.ui.posting_views import show_posting

    rules = office.constraints
    choices = answer_of(office.week, rules, office.lawyer_hour).mix.choices
    allowed = next(iter(rules.arrangements), "in_office")
    role, arrangement = (choices[0].role, choices[0].arrangement) if choices else ("paralegal", allowed)
    share = min(choices[0].positions, 1.0) if choices else 1.0
    place = office.place if area == rules.area else ""
    show_posting(role, area, rules.firm.headcount, office.week, arrangement, share=share, place=place)


explain_bad_office_link()
size = show_size()
answer_place = st.container()
tabs = dict(zip(TABS, st.tabs(list(TABS), key="need", bind="query-params"), strict=True))
try:
    with tabs["What hurts"]:
        levels = show_pains()
    with tabs["Hours by task"]:
        week, typed = show_hours(size, levels)
    with tabs["Who does it today"]:
        staff, today = show_today(levels, week)
    with tabs["Rules"]:
        constraints = show_rules(size)
        billed = show_billing(size)
    office = Office(week, typed, constraints, size.hour, size.origin, size.lawyers, staff, today, billed)
    with answer_place:
        show_answer(office)
    if tabs["Why"].open:
        with tabs["Why"]:
            show_why(office)
    if tabs["Job posting"].open:
        with tabs["Job posting"]:
            load_posting(office, size.picked)
    if tabs["The market"].open:
        with tabs["The market"]:
            show_market(office, answer_of(week, constraints, size.hour).mix)
except ValueError as error:
    with answer_place:
        st.warning(plain(str(error)))
close_page(SOURCES)
