"""Career paths: the ladders of both roles with pay, and what a training costs and brings in."""

import streamlit as st

from lib.ui.frame import close_page, open_page

open_page("Career paths", "Where each role leads, what the steps pay in your place, and whether a training pays off.")

from lib.tables.ladder_steps import LADDERS
from lib.ui.distance_views import SOURCES as DISTANCE_SOURCES
from lib.ui.distance_views import show_nearness, show_skills
from lib.ui.ladder_views import path_sources, show_ladder
from lib.ui.pickers import explain_bad_link, place_labels
from lib.ui.technology_views import SOURCES as TECHNOLOGY_SOURCES
from lib.ui.technology_views import show_technology
from lib.ui.training_form import form_amounts, form_choices, pick_start
from lib.ui.training_views import ANCHOR, CURVES, QUESTION, show_training

explain_bad_link(
    {"place": place_labels(), "ladder": LADDERS, "curves": CURVES} | form_choices(), amounts=form_amounts()
)

start = pick_start()
st.markdown(f"Straight to: [{QUESTION}](#{ANCHOR})")
ladder = show_ladder(start.area, start.role)
show_training(start)
views = {
    "What to learn for each step": lambda: show_skills(ladder),
    "How near the roles are": show_nearness,
    "What technology changes": show_technology,
}
tabs = st.tabs(list(views), key="more", bind="query-params")
for tab, show in zip(tabs, views.values(), strict=True):
    if tab.open:
        with tab:
            show()
close_page(dict.fromkeys([*path_sources(), *DISTANCE_SOURCES, *TECHNOLOGY_SOURCES]))
