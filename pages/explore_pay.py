"""Explore pay: a role, a place and stated facts lead to a range, its steps and a check of an offer."""

import streamlit as st

from lib.ui.frame import close_page, open_page

open_page("Explore pay", "What a role pays in a place, for everybody or for someone with the facts you state.")

from lib.charts import percentile_strip, step_waterfall
from lib.pay import Profile, estimate
from lib.pay.compare import both_roles, pay_table, profile_rows, steps_table
from lib.pay.market import PUBLISHED, place_words
from lib.pay.offer import annual_amount, judge_offer
from lib.pay.prices import price_adjusted
from lib.pay.sensitivity import effect_sentence, effect_table
from lib.pay.trust import range_sentence, record_sentence
from lib.pay.words import dollars
from lib.tables.wage_schema import NATION
from lib.ui.ageing import show_in_todays_pay
from lib.ui.pickers import (
    explain_bad_link,
    pick,
    pick_place,
    pick_role,
    place_labels,
    release_labels,
    role_labels,
)
from lib.ui.profile_form import fact_choices, pick_facts
from lib.ui.show import show_chart, show_numbers, show_origin
from lib.ui.words import plain

PROFILE_ORIGIN = "This profile: the distribution for everybody, moved and narrowed by the stated facts."
MOST_OFFER = 1_000_000.0
UNITS = {"year": "a year", "hour": "an hour"}

explain_bad_link(
    {"role": role_labels(), "place": place_labels(), "release": release_labels(), "offer_per": UNITS}
    | dict(fact_choices()),
    amounts={"offer": (0, MOST_OFFER)},
)

role = pick_role()
where, when = st.columns([3, 1])
with where:
    area = pick_place()
with when:
    release = pick("Figures of", release_labels(), "release")
stated = pick_facts(role, expanded=True)

profile = Profile(role=role, area=area, release=release, **stated)
found = estimate(profile)
place = found.market.place
who = role_labels()[role]
people = f"{who} like this" if stated else who
source = f"BLS OEWS, {release_labels()[release]}, {place}, all industries"

if found.market.borrowed:
    missing = place_words(found.market.area)
    st.info(plain(f"No figure for {missing} in {release_labels()[release]}: what follows is the pay in {place}."))
st.header(
    plain(
        f"{people} in {place} earn {dollars(found.p25)} to {dollars(found.p75)} in the middle half, "
        f"half of them more than {dollars(found.median)}"
    )
)
show_chart(percentile_strip(profile_rows(found)), key="range")
st.caption("Thick bar: the middle half of earners. Thin line: 10th to 90th percentile. White mark: the median.")
if found.basis == PUBLISHED:
    show_origin("fact", f"{who}: everybody here. {source}.")
else:
    show_origin("estimate", f"{who}: everybody here. {found.basis_note}")
if stated:
    show_origin("estimate", PROFILE_ORIGIN)
    st.markdown(plain(f"{range_sentence(found)}. {record_sentence(stated.get('employer'))}"))
show_numbers(
    pay_table(found),
    alt=f"Pay of {people} in {place} a year, a month and an hour",
    title="Pay a year, a month and an hour",
)

if stated:
    st.header(plain(f"How {dollars(found.market.percentiles[2])} became {dollars(found.median)}"))
    show_chart(step_waterfall(found.steps, role), key="steps")
    show_origin(
        "estimate",
        "First bar: the area's median. Each step: what the stated fact adds or takes away, after overlap.",
    )
    show_numbers(steps_table(found), alt="Steps from the area's median to the estimate")
    st.markdown(plain(f"{effect_sentence(found)}."))
    show_numbers(
        effect_table(found),
        alt="What each stated fact does to the median, with the range of its strength",
        title="How sure each step is",
    )

show_in_todays_pay(role, release, found.median)


@st.fragment  # an amount redraws this part only
def check_offer() -> None:
    """Ask for an amount and say where it stands."""
    st.header("Check an offer")
    amount_column, unit_column = st.columns([2, 1], vertical_alignment="bottom")
    with amount_column:
        typed = st.number_input(
            "Amount offered, in dollars", min_value=0.0, max_value=MOST_OFFER, value=None, step=500.0,
            key="offer", bind="query-params", placeholder="Type an amount",
        )  # fmt: skip
    with unit_column:
        per = st.segmented_control(
            "Per", list(UNITS), format_func=UNITS.__getitem__, default="year", required=True,
            key="offer_per", bind="query-params",
        )  # fmt: skip
    if typed:
        annual = annual_amount(typed, str(per))
        verdict = judge_offer(found, annual, str(per))
        st.subheader(plain(verdict.finding))
        for sentence in verdict.sentences:
            st.markdown(plain(sentence))
        if verdict.doubt:
            st.warning(plain(verdict.doubt))
        if verdict.drawable:
            show_chart(percentile_strip(profile_rows(found), offer=annual), key="offer_strip")
        as_typed = f"{dollars(typed, cents=per == 'hour')} {UNITS[str(per)]}"
        show_origin("input", f"{as_typed}, 2,080 hours a year. The ranges are as above.")
    else:
        st.caption("Type an amount to see where it stands among people like this and among everybody in the role here.")


check_offer()

comparison = both_roles(profile)
st.header(plain(comparison.finding))
show_chart(percentile_strip(comparison.rows), key="both_roles")
for kind, words in comparison.origins:
    show_origin(kind, words)
show_origin("estimate", "The share of people is read between the percentiles.")

if area != NATION:
    adjusted = price_adjusted(found.median, area)
    st.header(plain(adjusted.finding))
    show_origin("estimate", adjusted.origin)
close_page(["oews-national", "oews-state", "oews-area", "bea-rpp", "bls-eci"])
