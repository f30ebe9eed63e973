"""One strip a row: a thin line from p10 to p90, a thick bar over the middle half, a dot at the median.

A strip draws the five percentiles and nothing else: the survey publishes no shape between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from lib.charts.chart import (
    AXIS_MONEY,
    PERCENTILE_NAMES,
    ROLE_COLORS,
    ROLE_SYMBOLS,
    Chart,
    finish,
)
from lib.pay.words import dollars

if TYPE_CHECKING:
    import pandas as pd

BANDS = ("p10", "p25", "median", "p75", "p90")
ROW_HEIGHT = 100


def percentile_strip(rows: pd.DataFrame, offer: float | None = None) -> Chart:
    """Draw one strip for each row.

    Args:
        rows: Columns label, role, p10, p25, median, p75, p90 (dollars a year).
        offer: A figure of the user's to mark, in dollars a year.

    Returns:
        The chart; its description names every row's median, middle half and outer percentiles.
    """
    figure = go.Figure()
    for at, row in enumerate(rows.to_dict("records")):
        _add_strip(figure, at, {str(name): cell for name, cell in row.items()})
    if offer is not None:
        _add_offer(figure, offer, len(rows))
    figure.update_xaxes(tickformat=AXIS_MONEY, nticks=6)
    figure.update_yaxes(range=[len(rows) - 0.5, -0.6], showticklabels=False, showgrid=False, zeroline=False)
    height = 60 + ROW_HEIGHT * len(rows) + (24 if offer is not None else 0)
    return Chart(finish(figure, height=height, right=40), _describe(rows, offer))


def _add_strip(figure: go.Figure, at: int, row: dict[str, Any]) -> None:
    color, values, label = ROLE_COLORS[row["role"]], [row[band] for band in BANDS], row["label"]
    for low, high, width in ((0, 4, 4), (1, 3, 16)):
        figure.add_scatter(
            x=[values[low], values[high]],
            y=[at, at],
            mode="lines",
            line={"color": color, "width": width},
            hoverinfo="skip",
        )
    figure.add_scatter(
        x=values,
        y=[at] * len(values),
        mode="markers",
        marker={
            "color": [color, color, "#FFFFFF", color, color],
            "symbol": ROLE_SYMBOLS[row["role"]],
            "size": [8, 6, 13, 6, 8],
            "opacity": 1,
            "line": {"color": color, "width": 2},
        },
        customdata=PERCENTILE_NAMES,
        hovertemplate=f"{label}<br>%{{customdata}}: %{{x:$,.0f}}<extra></extra>",
    )
    for value, shift in ((row["p10"], -20), (row["median"], 20), (row["p90"], -20)):
        figure.add_annotation(x=value, y=at, text=dollars(value), yshift=shift, showarrow=False)
    figure.add_annotation(x=0, xref="paper", xanchor="left", y=at, yshift=44, text=f"<b>{label}</b>", showarrow=False)


def _add_offer(figure: go.Figure, offer: float, rows: int) -> None:
    figure.add_scatter(
        x=[offer] * rows,
        y=list(range(rows)),
        mode="markers",
        marker={"symbol": "line-ns", "size": 26, "line": {"width": 4}},
        name="Your figure",
        hovertemplate="Your figure: %{x:$,.0f}<extra></extra>",
    )
    text = f"Your figure {dollars(offer)}"
    figure.add_annotation(x=offer, y=rows - 1, text=text, yshift=-40, showarrow=False)


def _describe(rows: pd.DataFrame, offer: float | None) -> str:
    parts = [
        f"{row['label']}: median {dollars(row['median'])}, middle half {dollars(row['p25'])} to "
        f"{dollars(row['p75'])}, 10th to 90th percentile {dollars(row['p10'])} to {dollars(row['p90'])}"
        for row in rows.to_dict("records")
    ]
    if offer is not None:
        parts.append(f"your figure {dollars(offer)}")
    return "Annual pay. " + "; ".join(parts) + "."
