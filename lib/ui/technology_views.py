"""What technology changes in both roles: exposure, use, hours and what BLS expects, sources side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from lib.careers.technology import (
    ROLES,
    exposure_rows,
    exposure_sentences,
    exposure_table,
    hours_lines,
    outlook_lines,
    rated_studies,
    technology_heading,
    untouched_sentence,
    use_heading,
    use_sentence,
    use_table,
)
from lib.charts.exposure_dots import EXPOSURE_NOTE, exposure_dots
from lib.tables.outlook import PERIOD
from lib.ui.show import show_chart, show_numbers, show_origin
from lib.ui.words import listed, plain

if TYPE_CHECKING:
    pass

SOURCES: Final = (
    "clio-trends-2024", "aba-ai-2024", "gpts-2023", "ilo-2025", "goldman-2023", "thomson-reuters-2024",
    "thomson-reuters-2025", "thomson-reuters-firms", "ep-2024-34", "ooh-text",
)  # fmt: skip


def show_technology() -> None:
    """Show who uses AI tools, what they could touch, what is expected, and where the sources disagree."""
    st.header(plain(technology_heading()))
    st.markdown(listed([*exposure_sentences(), untouched_sentence()]))
    show_chart(exposure_dots(exposure_rows(), ROLES), key="exposure")
    st.caption(EXPOSURE_NOTE)
    show_origin(
        "fact",
        f"Estimates as their authors publish them: {rated_studies()}. Clio was read in press reports, the ILO "
        "second-hand. Eloundou and others asked people and a language model, with added software at no, half or full "
        "weight.",
    )
    show_numbers(exposure_table(), alt="Part of the work open to AI tools by rating and role")
    st.subheader(plain(use_heading()))
    st.markdown(plain(use_sentence()))
    st.table(use_table().map(plain), hide_index=True, alt="Who uses AI tools, by survey and year")
    show_origin(
        "fact", "Surveys: Clio (read in press reports; it sells software to law firms), American Bar Association."
    )
    st.subheader("Hours: expected, not measured")
    st.markdown(listed(hours_lines()))
    show_origin("fact", "What professionals told Thomson Reuters they expect. Nothing here is a measured saving.")
    st.subheader("What BLS expects")
    st.markdown(listed(outlook_lines()))
    show_origin(
        "fact", f"BLS Employment Projections, {PERIOD}, and Occupational Outlook Handbook: a forecast and no promise."
    )
