"""How charts and tables reach the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import streamlit as st

from lib.charts.chart import OFFER_NAME
from lib.charts.scale import PICKED_NAME
from lib.ui.words import KIND_WORDS, plain

if TYPE_CHECKING:
    import pandas as pd

    from lib.charts import Chart

CONFIG: Final = {"modeBarButtons": [["toImage"]], "displaylogo": False, "showSendToCloud": False}
INK: Final = {"light": "#1A1A1A", "dark": "#EDEBE8"}


def show_chart(chart: Chart, *, key: str) -> None:
    """Show a chart with its text alternative; its ink follows the theme."""
    ink = INK["dark" if st.context.theme.type == "dark" else "light"]
    figure = chart.figure
    figure.update_layout(font_color=ink, xaxis_tickfont_color=ink, yaxis_tickfont_color=ink)
    for note in figure.layout.annotations:
        note.font.color = ink
    for trace in figure.data:
        if trace.type == "waterfall":
            trace.textfont.color = ink
        elif trace.name in (OFFER_NAME, PICKED_NAME):
            trace.marker.line.color = ink
    st.plotly_chart(figure, config=CONFIG, key=key, alt=chart.alt)


def show_numbers(table: pd.DataFrame, *, alt: str, title: str = "The numbers in a table") -> None:
    """Show the numbers of a chart as an HTML table that opens on demand.

    Args:
        table: Text, ready to read.
        alt: What the table holds.
        title: What one opens.
    """
    with st.expander(title):
        st.table(table.map(plain).rename(columns=plain), hide_index=True, alt=alt)


def show_origin(kind: str, text: str) -> None:
    """Say of the numbers above whether they are published, estimated or typed, and where they come from.

    Args:
        kind: fact, estimate or input.
        text: Source and release.
    """
    st.caption(f"**{KIND_WORDS[kind]}.** {plain(text)}")
