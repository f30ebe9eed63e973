"""The form on which a visitor states facts about a person, the same on every page that compares pay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from lib.tables.factors import PROFILE_FACTORS
from lib.ui.pickers import level_labels, pick

if TYPE_CHECKING:
    from collections.abc import Mapping

FACTOR_NAMES: Final = {
    "experience": "Experience",
    "employer": "Employer",
    "firm_size": "Firm size (attorneys)",
    "specialization": "Practice area",
    "education": "Highest degree",
    "credential": "Paralegal credential",
}
ROWS: Final = (("experience", "employer", "firm_size"), ("specialization", "education", "credential"))
LAW_FIRM: Final = "law_firm"


def pick_facts(role: str, *, expanded: bool) -> dict[str, str]:
    """Let the visitor state facts about a person; return those that are stated, by factor.

    Args:
        role: Role key; the levels are the same for both roles.
        expanded: Whether the form is open at first.
    """
    stated: dict[str, str] = {}
    with st.expander("About the person (each is optional)", expanded=expanded):
        for row in ROWS:
            for column, factor in zip(st.columns(3), row, strict=True):
                if factor == "firm_size" and stated.get("employer", LAW_FIRM) != LAW_FIRM:
                    continue
                with column:
                    chosen = pick(FACTOR_NAMES[factor], level_labels(role, factor), factor)
                if chosen:
                    stated[factor] = chosen
    return stated


def fact_choices() -> Mapping[str, Mapping[str, str]]:
    """Return the labels that the address may hold for each fact, for `explain_bad_link`."""
    return {factor: level_labels("paralegal", factor) for factor in PROFILE_FACTORS}


def facts_words(role: str, stated: Mapping[str, str]) -> str:
    """Return the stated facts in words, such as "4 to 6 years, law firm"; empty if nothing is stated."""
    words = [level_labels(role, factor)[stated[factor]] for row in ROWS for factor in row if factor in stated]
    return ", ".join(word if at == 0 else f"{word[0].lower()}{word[1:]}" for at, word in enumerate(words))
