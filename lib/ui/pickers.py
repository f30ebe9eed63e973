"""Choices that live in the address, so that a link restores them.

The address holds the labels people see (streamlit drops values it does not know); `explain_bad_link`
says in a sentence what was dropped.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import streamlit as st

from lib.pay.market import release_words
from lib.pay.profile import factor_levels
from lib.tables import central_roles, load_roles, load_wages
from lib.tables.wage_schema import NATION
from lib.ui.words import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from lib.tables import Area

NOT_STATED: Final = ""
MOST_WARNED: Final = 3
NO_STEPPER: Final = 96  # pixels: a wider number field has buttons, which count from 0 and not from its grey figure
MOST_ECHOED: Final = 60  # characters of an unknown value
TYPE_ORDER: Final = ("nation", "state", "territory", "metro", "nonmetro")
TYPE_SUFFIX: Final = {"state": " (state)", "territory": " (territory)", "metro": " (metro area)"}


@cache
def role_labels() -> dict[str, str]:
    """Return the plural of each central role by key."""
    return {role: load_roles()[role].plural for role in central_roles()}


@cache
def release_labels() -> dict[str, str]:
    """Return the words of each release by key, newest first."""
    return {release: release_words(release) for release in load_wages().releases}


@cache
def place_labels() -> dict[str, str]:
    """Return a label for every area by code: nation, states, metro areas, nonmetro areas."""
    wages = load_wages()
    newest = wages.releases[0]
    current = {code for release, code, _ in wages.positions if release == newest}

    def order(area: Area) -> tuple[int, str]:
        return TYPE_ORDER.index(area.area_type), area.area_title

    labels: dict[str, str] = {}
    for area in sorted(wages.areas.values(), key=order):
        old = "" if area.area_code in current else f", boundaries before {newest[:4]}"
        labels[area.area_code] = f"{area.area_title}{TYPE_SUFFIX.get(area.area_type, '')}{old}"
    return labels


@cache
def level_labels(role: str, factor: str) -> dict[str, str]:
    """Return the label of each level of a factor by key, "not stated" first."""
    levels = {level.level: level.label for level in factor_levels(role, factor)}
    return {NOT_STATED: "Not stated", **levels}


def pick_role(key: str = "role") -> str:
    """Let the user choose one of the two roles."""
    labels = role_labels()
    role = st.segmented_control(
        "Role", list(labels), format_func=labels.__getitem__, default=next(iter(labels)), required=True,
        key=key, bind="query-params",
    )  # fmt: skip
    return str(role)


def pick(label: str, labels: Mapping[str, str], key: str, *, help_text: str | None = None) -> str:
    """Let the user choose one of several options; the first is the default.

    Args:
        label: What is chosen.
        labels: Label by key.
        key: Name in the address.
        help_text: Explanation behind a question mark.
    """
    options = list(labels)
    chosen = st.selectbox(label, options, format_func=labels.__getitem__, key=key, bind="query-params", help=help_text)
    return str(chosen)


def pick_place(key: str = "place") -> str:
    """Let the user search one list of the nation, states, metropolitan and nonmetropolitan areas."""
    return pick("Place", {NATION: place_labels()[NATION], **place_labels()}, key, help_text="Type to search.")


def explain_bad_link(
    choices: Mapping[str, Mapping[str, str]],
    amounts: Mapping[str, tuple[float, float]] | None = None,
    lists: Mapping[str, Collection[str]] | None = None,
) -> None:
    """Say which values of the address are not known, before the pickers drop them.

    Args:
        choices: For each name in the address, the labels it may hold.
        amounts: For each name that holds a number, its smallest and largest value.
        lists: For each name that may stand several times, the labels it may hold.
    """
    for name, labels in choices.items():
        asked = st.query_params.get(name)
        if asked is not None and asked not in labels.values():
            fallback = next(iter(labels.values()))
            _warn_of(name, asked, f"which is not known here. Showing “{fallback}” instead; choose another one below.")
    for name, (low, high) in (amounts or {}).items():
        asked = st.query_params.get(name)
        if asked is not None and not _lies_between(asked, low, high):
            _warn_of(name, asked, f"which is not a number from {low:,.0f} to {high:,.0f}. Type it below.")

    for name, known in (lists or {}).items():
        for asked in [asked for asked in st.query_params.get_all(name) if asked not in known][:MOST_WARNED]:
            _warn_of(name, asked, "which is not known here. It is left out.")


def _warn_of(name: str, asked: str, why: str) -> None:
    shortened = asked if len(asked) <= MOST_ECHOED else f"{asked[:MOST_ECHOED]}…"
    st.warning(plain(f"The link asks for {name.replace('_', ' ')} “{shortened}”, {why}"))


def _lies_between(text: str, low: float, high: float) -> bool:
    try:
        return low <= float(text) <= high
    except ValueError:
        return False
