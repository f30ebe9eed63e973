"""Compare roles: is the gap between the two roles real here, and which role is what?"""

from dataclasses import replace
from datetime import date

import streamlit as st

from lib.ui.frame import close_page, open_page

open_page(
    "Compare roles",
    "Is the pay gap between paralegals and legal secretaries real in your place, and what does each role do?",
)

from lib.pay import Profile, estimate
from lib.pay.ageing import this_month
from lib.pay.compare import both_roles
from lib.pay.overlap import gap_sentences
from lib.pay.trust import record_sentence
from lib.tables import central_roles
from lib.ui.pickers import explain_bad_link, pick, pick_place, place_labels, release_labels
from lib.ui.profile_form import fact_choices, facts_words, pick_facts
from lib.ui.role_content import (
    SOURCES,
    TOPIC_LABELS,
    comparison_csv,
    show_ageing,
    show_comparison,
    show_flips,
    show_missing,
    show_outlook,
    show_questions,
    show_sectors,
    show_topics,
    shown_place,
)
from lib.ui.words import plain

explain_bad_link(
    {"place": place_labels(), "release": release_labels(), "topic": TOPIC_LABELS} | dict(fact_choices()),
)

where, when = st.columns([3, 1])
with where:
    area = pick_place()
with when:
    release = pick("Figures of", release_labels(), "release")
role = central_roles()[0]  # the levels of the facts are the same for both
stated = pick_facts(role, expanded=False)

profile = Profile(role=role, area=area, release=release, **stated)
comparison = both_roles(profile)
found = [estimate(replace(profile, role=each)) for each in central_roles()]
place, people = shown_place(found), facts_words(role, profile.stated)

show_missing(found)
show_comparison(comparison, gap_sentences(*found), place=place, people=people)
if profile.stated:
    st.caption(plain(record_sentence(profile.employer)))
show_ageing(comparison, release, this_month(date.today()))
st.download_button(
    "Download the comparison (CSV)",
    data=lambda: comparison_csv(comparison, place, release, people),
    file_name=f"both_roles_{area}_{release}.csv",
    mime="text/csv",
    on_click="ignore",
)
show_flips(release, area)
show_topics()
show_questions()
show_outlook()
show_sectors()
close_page(SOURCES)
