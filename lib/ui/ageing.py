"""Pay carried to today by the cost index, beside the published figure, on demand."""

from __future__ import annotations

from datetime import date

import streamlit as st

from lib.pay.ageing import ageing, month_words, this_month
from lib.pay.market import release_words
from lib.ui.show import show_origin
from lib.ui.words import plain

KEY = "aged"


def pick_ageing() -> bool:
    """Let the visitor ask for today's pay beside the release's."""
    month = month_words(this_month(date.today()))
    return st.toggle(f"Add pay of {month} (cost index)", key=KEY, bind="query-params")


@st.fragment  # the switch redraws this part only
def show_in_todays_pay(role: str, release: str, pay: float) -> None:
    """Offer to carry an amount of a release to today.

    Args:
        role: Role key.
        release: Reference month of the amount.
        pay: Dollars a year.
    """
    if not pick_ageing():
        return
    aged = ageing(role, release, this_month(date.today()))
    if aged is None:
        st.info(plain(f"No cost index in our data reaches back to {release_words(release)}: choose a newer release."))
        return
    st.subheader(plain(aged.sentence(pay)))
    show_origin("estimate", aged.origin())
