"""The answer to a pasted claim: a verdict for each amount, the published figures beside it, worked examples."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, Literal

import pandas as pd
import streamlit as st

from lib.charts import percentile_strip
from lib.pay.claim_amounts import HOUR
from lib.pay.claims import check_claim, claim_notice
from lib.pay.claims_beside import beside_strips, beside_table, newest_words
from lib.pay.claims_headings import (
    UNCHECKED,
    UNNAMED,
    amount_words,
    average_words,
    claim_heading,
    outlook_words,
    searched_words,
    verdict_label,
    within_limit,
)
from lib.pay.market import release_words
from lib.tables import central_roles
from lib.tables.claims import load_claims
from lib.ui.pickers import place_labels, role_labels
from lib.ui.show import show_chart, show_origin
from lib.ui.words import plain

if TYPE_CHECKING:
    from lib.pay.claims import CheckedAmount
    from lib.tables.claims import Claim

Color = Literal["green", "gray", "red"]
BOX: Final = "claim"  # name in the address
EXAMPLE: Final = "claim_example"
DEFAULT: Final = "clio-paralegal-median"
MOST_OPEN: Final = 3  # amounts whose figures are drawn at once; those of later ones open on demand
BADGES: Final[dict[str, tuple[str, Color]]] = {  # icon and colour; the words say the same
    "Right": (":material/check:", "green"),
    UNNAMED: (":material/check:", "gray"),
    "Near": (":material/arrow_range:", "gray"),
    "Not found": (":material/search_off:", "gray"),
    UNCHECKED: (":material/block:", "gray"),
}
OTHERWISE: Final[tuple[str, Color]] = (":material/close:", "red")


def default_claim() -> str:
    """Return the sentence the page opens with."""
    return load_claims()[DEFAULT].sentence


def pick_example() -> None:
    """Offer the examples; choosing one puts its sentence into the box."""
    claims = load_claims()
    st.selectbox(
        "Try a published claim",
        list(claims),
        index=None,
        format_func=lambda key: _credited(claims[key]),
        key=EXAMPLE,
        on_change=_fill_box,
        placeholder="Choose one to check it",
    )


def _fill_box() -> None:
    chosen = st.session_state[EXAMPLE]
    if chosen is not None:
        st.session_state[BOX] = load_claims()[chosen].sentence
        st.session_state[EXAMPLE] = None  # so that the same one can be chosen again


def show_maker(text: str) -> None:
    """Say who made a claim, if it is one of the examples."""
    maker = next((claim.made_by for claim in load_claims().values() if claim.sentence == text.strip()), None)
    if maker:
        st.caption(plain(f"An example in our words. The figures are from: {maker}."))


def show_answer(text: str) -> None:
    """Show what became of every amount in a text."""
    if not text.strip():
        st.info("The box is empty: paste a sentence, or choose a published claim.")
        return
    part, too_long = within_limit(text)
    checked, notice = check_claim(part), claim_notice(part)
    for words in (too_long, notice if checked else ""):
        if words:
            st.warning(plain(words))
    for at, amount in enumerate(checked):
        _show_amount(amount, at)
    if not checked:
        _show_nothing(part, notice)
    st.caption(plain(f"Searched: {searched_words()}."))


def _show_nothing(text: str, notice: str) -> None:
    st.header("No amount of pay to check")
    st.markdown(plain(notice))
    outlook = outlook_words(text)
    if outlook:
        show_origin("fact", f"{outlook} The text is not checked against it.")


def _show_amount(checked: CheckedAmount, at: int) -> None:
    st.header(plain(claim_heading(checked)))
    label = verdict_label(checked)
    icon, color = BADGES.get(label, OTHERWISE)
    st.badge(label, icon=icon, color=color)
    st.markdown(plain(" ".join(filter(None, (checked.sentence, newest_words(checked))))))
    for words in (average_words(checked), checked.note):
        if words:
            st.caption(plain(words))
    if not checked.beside:
        return
    if at < MOST_OPEN:
        _show_figures(checked, at)
        return
    more = st.expander(
        plain(f"The published figures beside {amount_words(checked)}"), key=f"claim_figures_{at}", on_change="rerun"
    )
    if more.open:
        with more:
            _show_figures(checked, at)


def _show_figures(checked: CheckedAmount, at: int) -> None:
    strips = beside_strips(checked)
    left, right = st.columns(2) if len(strips) else (st.container(), st.container())
    if len(strips):
        with left:
            show_chart(percentile_strip(strips, offer=checked.amount), key=f"claim_strip_{at}")
            st.caption(
                "Thick bar: the middle half of earners. Thin line: 10th to 90th percentile. White mark: the median. "
                "“Your figure” is the amount in the text."
            )
    with right:
        unit = "Dollars an hour" if checked.per == HOUR else "Dollars a year"
        places = "; ".join(each.words for each in checked.beside)
        table = beside_table(checked).map(plain).rename(columns=plain)
        st.table(table, hide_index=True, alt=f"Published figures. {unit}: {places}")
        show_origin("fact", f"{unit}. BLS OEWS: {places}, all industries.")
    _link_to_range(checked)


def _link_to_range(checked: CheckedAmount) -> None:
    first = checked.beside[0]
    if first.role not in central_roles():
        return
    st.page_link(
        "pages/explore_pay.py",
        label=plain(f"Explore this pay: {first.words}"),
        query_params={
            "role": role_labels()[first.role],
            "place": place_labels()[first.area_code],
            "release": release_words(first.release),
        },
    )


@cache
def examples_table() -> pd.DataFrame:
    """Return every example with who made it and the answer, computed from the data."""
    rows = [{"Claim": _credited(claim), "Answer": _answer(claim.sentence)} for claim in load_claims().values()]
    return pd.DataFrame(rows)


def _answer(text: str) -> str:
    checked = check_claim(text)
    if not checked:
        return f"{UNCHECKED}: it holds no amount of pay."
    return " ".join(f"{verdict_label(each)}: {claim_heading(each)}." for each in checked)


def _credited(claim: Claim) -> str:
    return f"{claim.sentence} ({claim.made_by})"
