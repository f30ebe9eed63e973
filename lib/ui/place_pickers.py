"""Choices of the page that compares places."""

from __future__ import annotations

from functools import cache
from typing import Final

import streamlit as st

from lib.pay.market import release_words
from lib.pay.places import areas_of
from lib.tables import central_roles, load_roles
from lib.ui.pickers import MOST_WARNED, place_labels
from lib.ui.words import plain

BOTH: Final = "both"
ROLES_TO_COMPARE: Final = {BOTH: central_roles()}
KINDS: Final = {"state": "States", "metro": "Metro areas", "nonmetro": "Nonmetropolitan areas"}
AREA_TYPES: Final = {"state": ("state", "territory"), "metro": ("metro",), "nonmetro": ("nonmetro",)}
MOST_PICKED: Final = 8
MOST_JOBS: Final = 1_000_000


@cache
def role_choices() -> dict[str, str]:
    """Return what can be compared: both central roles, then each role."""
    return {BOTH: "Both roles"} | {role.role: role.plural for role in load_roles().values()}


def pick_kind() -> str:
    """Let the visitor choose the kind of places."""
    kind = st.segmented_control(
        "Places", list(KINDS), format_func=KINDS.__getitem__, default="state", required=True,
        key="kind", bind="query-params",
    )  # fmt: skip
    return str(kind)


def pick_places(release: str) -> list[str]:
    """Let the visitor pick places of any kind, at most eight; return their area codes in the order picked."""
    known = {area.area_code for area in areas_of(release)}
    _say_how_many_are_left_out()
    picked = st.multiselect(
        "Pick places to compare (any kind, up to 8)", list(place_labels()), format_func=place_labels().__getitem__,
        max_selections=MOST_PICKED, key="places", bind="query-params", placeholder="Type a state, city or region",
    )  # fmt: skip
    for code in [code for code in picked if code not in known][:MOST_WARNED]:
        st.warning(
            plain(f"Our data has nothing on {place_labels()[code]} in {release_words(release)}. It is left out.")
        )
    return [str(code) for code in picked if code in known]


def _say_how_many_are_left_out() -> None:
    """Say so if the address holds more places than can be shown."""
    asked = [label for label in st.query_params.get_all("places") if label in place_labels().values()]
    if len(asked) > MOST_PICKED:
        st.warning(f"The link asks for {len(asked)} places. The first {MOST_PICKED} are shown.")
