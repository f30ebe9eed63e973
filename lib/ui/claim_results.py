"""The answer to a pasted claim: a verdict for each amount, the published figures beside it, worked examples."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import pandas as pd
import streamlit as st

from lib.charts import percentile_strip
from lib.pay.claim_amounts import HOUR
from lib.pay.claims import check_claim, claim_notice
from lib.pay.claims_beside import beside_strips, beside_table, newest_words
from lib.pay.claims_headings import (
    amount_words,
    average_words,
    claim_heading,
    mark,
    outlook_words,
    searched_words,
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

BOX: Final = "claim"  # name in the address
EXAMPLE: Final = "claim_example"
DEFAULT: Final = "clio-paralegal-median"
MOST_OPEN: Final = 3  # amounts whose figures are drawn at once; those of later ones open on demand
SHORT: Final = 90  # characters of an example in the list


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
        format_func=lambda key: _listed(claims[key]),
        key=EXAMPLE,
        on_change=_fill_box,
        placeholder="Choose one to check it",
    )


def _listed(claim: Claim) -> str:
    sentence = claim.sentence if len(claim.sentence) <= SHORT else f"{claim.sentence[:SHORT].rsplit(maxsplit=1)[0]} …"
    return f"{sentence} ({claim.made_by})"


def _fill_box() -> None:
    chosen = st.session_state[EXAMPLE]
    if chosen is not None:
        st.session_state[BOX] = load_claims()[chosen].sentence
        st.session_state[EXAMPLE] = None  # so that the same one can be chosen again


def show_maker(text: str) -> None:
    """Say who made a claim, if it is one of the examples."""
    maker = next((claim.made_by for claim in load_claims().values() if claim.sentence == text.strip()), None)
    if maker:
        st.caption(plain(f"An example: the figures of {maker}, in a sentence of ours."))


def show_answer(text: str) -> None:
    """Show what became of every amount in a text."""
    part, too_long = within_limit(text)
    checked, notice = check_claim(part), claim_notice(part)
    for words in (too_long, notice if checked else ""):
        if words:
            st.warning(plain(words))
    for at, amount in enumerate(checked):
        _show_amount(amount, at)
    if not checked:
        _show_nothing(part, notice)
    show_origin("fact", f"Searched: {searched_words()}.")


def _show_nothing(text: str, notice: str) -> None:
    if not text.strip():
        st.info("The box is empty: paste a sentence, or choose a published claim.")
        return
    st.header("No amount of pay to check")
    st.markdown(plain(notice))
    outlook = outlook_words(text)
    if outlook:
        show_origin("fact", f"{outlook} Compare it with the text yourself; source below.")


def _show_amount(checked: CheckedAmount, at: int) -> None:
    st.header(plain(f"{mark(checked)} {claim_heading(checked)}"))
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
    left, right = st.columns([3, 2]) if len(strips) else (st.container(), st.container())
    if len(strips):
        with left:
            show_chart(percentile_strip(strips, offer=checked.amount), key=f"claim_strip_{at}")
            st.caption(
                "Thick bar: the middle half of earners. Thin line: 10th to 90th percentile. White mark: the median. "
                "“Your figure” is the amount in the text."
            )
    with right:
        unit = "hour" if checked.per == HOUR else "year"
        table = beside_table(checked).map(plain).rename(columns=plain)
        st.table(table, hide_index=True, alt=f"Published figures an {unit}" if unit == "hour" else "Published figures")
        places = "; ".join(each.words for each in checked.beside)
        show_origin("fact", f"Dollars {'an hour' if unit == 'hour' else 'a year'}. BLS OEWS: {places}, all industries.")
    _link_to_range(checked, at)


def _link_to_range(checked: CheckedAmount, at: int) -> None:
    first = checked.beside[0]
    if first.role not in central_roles():
        return
    st.page_link(
        "pages/explore_pay.py",
        label=plain(f"Explore the pay of {first.words}"),
        query_params={
            "role": role_labels()[first.role],
            "place": place_labels()[first.area_code],
            "release": release_words(first.release),
        },
        key=f"claim_range_{at}",
    )


@cache
def examples_table() -> pd.DataFrame:
    """Return every example with who made it and the answer, computed from the data."""
    rows = [
        {"Claim": claim.sentence, "Made by": claim.made_by, "Answer": _answer(claim.sentence)}
        for claim in load_claims().values()
    ]
    return pd.DataFrame(rows)


def _answer(text: str) -> str:
    checked = check_claim(text)
    if not checked:
        return f"{claim_notice(text)} {outlook_words(text)}".strip()
    return " ".join(f"{mark(each)} {each.sentence}" for each in checked)
