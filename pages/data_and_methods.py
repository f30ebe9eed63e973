"""Data and methods: where every number comes from, how it is made, how good it is, and what is weak."""

import streamlit as st

from lib.ui.frame import close_page, open_page

open_page("Data and methods", "Where every number comes from, how it is made, and how sure it is.")

from lib.charts import step_waterfall
from lib.pay import estimate
from lib.pay.shifts import OVERLAP_KEPT
from lib.pay.words import dollars
from lib.ui.budget_steps import budget_steps
from lib.ui.career_steps import fit_steps, path_steps, team_steps
from lib.ui.methods import (
    EXAMPLE,
    backtest_table,
    case_table,
    cost_table,
    factor_table,
    fallback_table,
    file_bytes,
    releases_table,
    source_table,
    state_words_table,
    strength_table,
    tax_table,
    weaknesses,
)
from lib.ui.pickers import pick_role
from lib.ui.show import show_chart, show_origin
from lib.ui.words import plain

st.markdown(
    "Every number is one of three kinds, and says which: **Published** (a figure of a named source), "
    "**Our estimate** (made by the method below) or **Your figure** (what you typed)."
)

st.header("Releases and places")
st.table(releases_table(), hide_index=True, alt="Releases of the wage survey with the places and jobs they hold")
st.markdown(
    "The survey's mean and median are different figures; this dashboard shows medians and percentiles. "
    "A cell without a number says why:"
)
st.table(state_words_table(), hide_index=True, alt="Why a cell holds no number")
for name in ("bls_wages.csv", "factors.csv"):
    st.download_button(
        f"Download {name}",
        data=lambda name=name: file_bytes(name),
        file_name=name,
        mime="text/csv",
        on_click="ignore",
    )

st.header("How an estimate is made")
st.markdown(
    plain(
        "1. The area's five published percentiles are the pay of everybody in the role there. With nothing "
        "stated, they are the answer.\n"
        "2. Experience puts a person at a place in that distribution; other facts multiply pay relative to the "
        f"average worker, of which {OVERLAP_KEPT:.0%} is kept because facts overlap. How strong each fact is "
        "comes from published evidence and real pay points together.\n"
        "3. All levels of a fact are centred: averaged over the workforce they give the published median back, so "
        "nothing is counted twice.\n"
        "4. The more is stated, the narrower the range, by the share of differences the facts explain.\n"
        "5. Where no figure is published, the other legal and office jobs say how the area pays, and the state says "
        "what is special about the role there; about half of that holds in its areas, so much the published areas say."
    )
)
example = estimate(EXAMPLE)
st.subheader(plain(f"Worked example: from {dollars(example.market.percentiles[2])} to {dollars(example.median)}"))
st.caption(
    "A paralegal in the New York metro area with 4 to 6 years in intellectual property, "
    "in a law firm of 51 to 200 attorneys."
)
show_chart(step_waterfall(example.steps, EXAMPLE.role), key="example")
show_origin(
    "estimate",
    f"Computed now from the newest release. Middle half: {dollars(example.p25)} to {dollars(example.p75)}.",
)

st.header("How near it comes")
st.subheader("Places without a published figure")
st.table(
    fallback_table(),
    hide_index=True,
    alt="Error of the fallback by role, release and kind of place",
)
st.caption(
    "Half of the published places, each left out in turn, are estimated nearer than this. "
    "“As it stands” is the state's or nation's figure unscaled."
)
st.subheader("Against real pay points")
st.table(
    case_table(),
    hide_index=True,
    alt="Error and coverage on real pay points by kind of employer",
)
st.caption(
    "Our estimate / the local distribution for everybody. Each point is judged with strengths estimated without any "
    "point of its place. Off by: mean distance of the median from the middle of the pay point. In range: share of "
    "points inside; a good 50 % range holds about half of them. Most points are middles of posted ranges of public "
    "employers, many in California, which vary less than people's pay."
)
st.subheader("Pay carried forward by the cost index")
st.table(
    backtest_table(), hide_index=True, alt="Error of the release before the newest, carried forward, against the newest"
)
st.caption(
    "The release before the newest one, carried forward by the Employment Cost Index known at the time, against what "
    "was then published: median distance. The index follows groups of jobs in the nation, not one job in one place."
)


@st.fragment  # choosing a role redraws this part only
def show_factors() -> None:
    """Show every level of every factor for a role."""
    st.header("The factors")
    role = pick_role("factors_of")
    st.caption(
        "Percentile: place in the local distribution. Multiplier: pay over the average worker's. Share: of the "
        "workforce, published or derived as the most even shares that give the published median back."
    )
    for factor, table in factor_table(role):
        with st.expander(factor):
            st.table(table, hide_index=True, alt=f"{factor}: levels with value, range, share, confidence and source")
    with st.expander("What the pay points made of the evidence"):
        st.table(strength_table(role), hide_index=True, alt="Levels with the evidence's value and the estimate")
        st.caption(
            "The evidence's range is taken as a 95 % interval; pay points pull a value from its middle and never out "
            "of it. A level without points stays where the evidence put it."
        )


show_factors()

st.header("What an employer adds")
with st.expander("Benefits, space, software, hiring, turnover, virtual staff, fees, tools"):
    st.table(cost_table(), hide_index=True, alt="Defaults of the hiring model with range, quality and source")
with st.expander("Payroll taxes, federal and by state"):
    st.table(tax_table(), hide_index=True, alt="Payroll taxes with rate, wage base, threshold, quality and note")

st.header("How a staffing budget is made")
for step in budget_steps():
    st.markdown(f"- {plain(step)}")

st.header("How the pages that help to choose reach their answers")
for title, steps in (
    ("Which role do we need?", team_steps()),
    ("Which role fits me?", fit_steps()),
    ("Career paths", path_steps()),
):
    st.subheader(title)
    st.markdown("\n".join(f"- {plain(step)}" for step in steps))

st.header("What is weak")
for weakness in weaknesses():
    st.markdown(f"- {plain(weakness)}")

st.header("Sources")
with st.expander("Every source with release, address and licence"):
    st.table(
        source_table(),
        hide_index=True,
        alt="Sources with publisher, title, release, address, licence and note",
    )

st.header("Report an error")
st.markdown(
    "Found a number that is wrong or a source that is newer? Open an issue in the project's repository with the "
    "page's address (it holds everything you chose), the number you see, the number you expected and its source. "
    "A figure is changed in `data/` with its source, and a test then pins it."
)
close_page(["oews-national", "oews-state", "oews-area", "oews-sector"])
