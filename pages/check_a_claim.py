"""Check a claim: which published figure is each amount in a sentence, and is it called by its right name."""

import streamlit as st

from lib.ui.frame import close_page, open_page

open_page(
    "Check a claim",
    "Paste what an article, an ad or a chatbot says about pay: see which published figure each amount is, and "
    "whether it is called by its right name.",
)

from lib.pay.claims import LONGEST, MOST_AMOUNTS
from lib.ui.claim_results import BOX, default_claim, examples_table, pick_example, show_answer, show_maker
from lib.ui.words import plain

text = st.text_area(
    "A sentence or a few about pay",
    default_claim(),
    key=BOX,
    bind="query-params",
    help=f"Up to {LONGEST:,} characters and {MOST_AMOUNTS} amounts, by the year or by the hour.",
)
button, example = st.columns([1, 4], vertical_alignment="bottom")
with button:
    st.button("Check", width="stretch")  # leaving the box checks it too; the button says so
with example:
    pick_example()
show_maker(text)

show_answer(text)

st.header("Published claims, checked")
st.markdown("What other pages say about the pay and outlook of both roles, and the answer computed now.")
with st.expander("Every example with its answer"):
    alt = "Published claims, who made them, and the answer to each"
    st.table(examples_table().map(plain), hide_index=True, alt=alt)
close_page(["oews-national", "oews-state", "oews-area", "ep-2024-34"])
