"""Overview: what the two roles earn now, how that moved, how much they overlap, and two doors."""

import streamlit as st

from lib.ui.frame import close_page, open_page, page_label

open_page(
    "What legal support staff earn",
    "Paralegals and legal secretaries in the United States: pay from the federal wage survey, "
    "and what hiring them really costs.",
)

from lib.charts import pay_history, percentile_strip
from lib.pay.compare import percentile_table
from lib.pay.overview import change_since, history, history_sentence, history_table, overlap_sentence, strips
from lib.pay.words import dollars
from lib.tables import load_wages
from lib.ui.pickers import release_labels, role_labels
from lib.ui.show import show_chart, show_numbers, show_origin
from lib.ui.words import plain

DOORS = (
    (
        "I explore pay",
        "The range for my role, place and experience; is this offer fair; which role, and is training worth it?",
        ("pages/explore_pay.py", "pages/which_role_fits_me.py", "pages/career_paths.py"),
    ),
    (
        "I plan a hire",
        "Which role the work asks for, and what the position really costs, with taxes and benefits, in my state.",
        ("pages/staffing_budget.py", "pages/which_role_do_we_need.py"),
    ),
)

newest, before = load_wages().releases[:2]
now = strips(newest)
with st.container(horizontal=True):
    for role, label in role_labels().items():
        change = change_since(role, newest, before)
        row = now.set_index("role").loc[role]
        st.metric(
            f"{label}, median a year",
            round(change.now),
            delta=f"{change.share:+.1%} since {release_labels()[before]}",
            delta_color="off",
            delta_arrow="off",
            format="$%,d",
            delta_description=f"Middle half: {dollars(row['p25'])} to {dollars(row['p75'])}",
            border=True,
        )
for column, (label, promise, (first, *others)) in zip(st.columns(2), DOORS, strict=True):
    with column, st.container(border=True):
        st.page_link(first, label=f"**{label}**", icon=":material/arrow_forward:", icon_position="right")
        st.caption(promise)
        with st.container(horizontal=True):
            for page in others:
                st.page_link(page, label=page_label(page))

top, second = now.to_dict("records")
gap = top["median"] - second["median"]
st.header(plain(f"{top['label']} earn {dollars(gap)} more in the middle, but the ranges overlap"))
st.markdown(plain(overlap_sentence(newest)))
show_chart(percentile_strip(now), key="strip")
st.caption("Thick bar: the middle half of earners. Thin line: 10th to 90th percentile. Dot: the median.")
show_origin("fact", f"BLS OEWS, {release_labels()[newest]}, United States, all industries.")
show_numbers(percentile_table(now), alt="Annual pay percentiles of both roles")


@st.fragment  # the toggle redraws this part only
def show_history() -> None:
    """Show pay over the releases, on demand beside prices."""
    past = history()
    first = past["year"].min()
    st.header(plain(history_sentence(past)))
    with_prices = st.toggle(f"Compare with prices: what {first}'s pay would be now", key="prices", bind="query-params")
    show_chart(pay_history(past, with_prices=with_prices), key="history")
    show_origin(
        "fact",
        "BLS OEWS, May of each year, in dollars of that year. BLS advises caution when comparing years: each "
        "figure pools three years of survey panels, and occupations were redefined in 2019.",
    )
    if with_prices:
        show_origin(
            "estimate",
            f"Dotted line: the median of {first} raised by the consumer price index (CPI-U, yearly average).",
        )
    show_numbers(history_table(past, with_prices=with_prices), alt="Median annual pay by year and role")


show_history()
close_page(["oews-national", "bls-cpi"])
