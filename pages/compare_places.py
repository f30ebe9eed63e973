"""Compare places: a role's pay over the map, in order, side by side and in a table."""

from datetime import date

import streamlit as st

from lib.ui.frame import close_page, open_page

open_page(
    "Compare places",
    "What a role pays across the states, metro areas and nonmetropolitan areas, and what that pay buys there.",
)

from lib.pay.ageing import ageing, this_month
from lib.pay.fallback import state_codes
from lib.pay.places import DOLLARS, MEASURES, PERCENTILE_COLUMNS, place_rows, without_nation
from lib.pay.trust import record_sentence
from lib.tables import central_roles
from lib.tables.prices import PARITY_PERIOD
from lib.ui.ageing import pick_ageing
from lib.ui.pickers import explain_bad_link, pick, place_labels, release_labels
from lib.ui.place_pickers import AREA_TYPES, KINDS, MOST_JOBS, ROLES_TO_COMPARE, pick_kind, pick_places, role_choices
from lib.ui.place_views import heading, show_dots, show_history, show_map, show_picked, show_ranks, show_table
from lib.ui.profile_form import fact_choices, facts_words, pick_facts
from lib.ui.words import plain

measures = {measure.key: measure.label for measure in MEASURES.values()}
explain_bad_link(
    {"compare": role_choices(), "release": release_labels(), "kind": KINDS, "measure": measures} | dict(fact_choices()),
    amounts={"least_jobs": (0, MOST_JOBS), "most_jobs": (0, MOST_JOBS)},
    lists={"places": set(place_labels().values()), "in_states": state_codes()},
)

first, second = st.columns([3, 2])
with first:
    kind = pick_kind()
with second:
    chosen = pick("Role", role_choices(), "compare")
roles = ROLES_TO_COMPARE.get(chosen, (chosen,))
third, fourth = st.columns([3, 2])
with third:
    measure = pick("Measure", measures, "measure")
with fourth:
    release = pick("Figures of", release_labels(), "release")
central = set(roles) <= set(central_roles())
facts = tuple(pick_facts(roles[0], expanded=False).items()) if central else ()
stated = bool(facts) and measure in PERCENTILE_COLUMNS
money = MEASURES[measure].unit == DOLLARS
with st.container(horizontal=True):
    adjusted = st.toggle(
        f"At average US prices (BEA, {PARITY_PERIOD})", key="adjusted", bind="query-params", disabled=not money
    )
    carried = pick_ageing()
today = this_month(date.today())
adjusted = adjusted and money
aged = {role: ageing(role, release, today) for role in roles} if carried else {}
picked = pick_places(release)

by_role = {role: without_nation(place_rows(role, release, facts), *AREA_TYPES[kind]) for role in roles}
if by_role[roles[0]].empty:
    st.info(plain(f"Our data has no {KINDS[kind].lower()} in {release_labels()[release]}. Choose a newer release."))
else:
    st.header(plain(heading(by_role, kind, release, measure, adjusted=adjusted, facts=facts)))
    if stated:
        st.caption(plain(f"For people with these facts: {facts_words(roles[0], dict(facts))}. {record_sentence()}"))
    show_map(by_role, kind, release, measure, adjusted=adjusted, stated=stated, picked=picked)
    if adjusted:
        for role in roles:
            show_ranks(by_role[role], role, measure, picked)

st.header("Places side by side")
show_dots(by_role, picked, release, measure, facts=facts, adjusted=adjusted, stated=stated)
if picked:
    show_picked(picked, roles, release, facts, aged)
show_history(picked, roles)
if not by_role[roles[0]].empty:
    show_table(by_role, kind, release, stated=bool(facts), aged=aged)
close_page(["oews-national", "oews-state", "oews-area", "bea-rpp", "bls-eci"])
