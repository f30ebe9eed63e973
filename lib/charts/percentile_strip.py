"""One strip a row: a thin line from p10 to p90, a thick bar over the middle half, a dot at the median.

A strip draws the five percentiles and nothing else: the survey publishes no shape between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from lib.charts.chart import (
    AXIS_MONEY,
    OFFER_NAME,
    PERCENTILE_NAMES,
    Chart,
    base_layout,
    role_color,
    role_symbol,
)
from lib.pay.words import dollars
from lib.tables.files import records

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
    traces, notes = [], []
    for at, row in enumerate(records(rows)):
        traces += _strip(at, row)
        notes += _labels(at, row)
    if offer is not None:
        traces.append(_offer_marks(offer, len(rows)))
        text = f"{OFFER_NAME} {dollars(offer)}"
        notes.append({"x": offer, "y": len(rows) - 1, "text": text, "yshift": -40, "showarrow": False})
    height = 60 + ROW_HEIGHT * len(rows) + (24 if offer is not None else 0)
    layout = base_layout(height=height, right=40)
    layout["annotations"] = notes
    layout["xaxis"] |= {"tickformat": AXIS_MONEY, "nticks": 6}
    layout["yaxis"] |= {
        "range": [len(rows) - 0.5, -0.6],
        "showticklabels": False,
        "showgrid": False,
        "zeroline": False,
    }
    return Chart(go.Figure(data=traces, layout=layout), _describe(rows, offer))


def _strip(at: int, row: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the traces of one row: thin line, thick bar, marks."""
    color, values = role_color(row["role"]), [row[band] for band in BANDS]
    lines = [
        {
            "type": "scatter",
            "x": [values[low], values[high]],
            "y": [at, at],
            "mode": "lines",
            "line": {"color": color, "width": width},
            "hoverinfo": "skip",
        }
        for low, high, width in ((0, 4, 4), (1, 3, 16))
    ]
    marks = {
        "type": "scatter",
        "x": values,
        "y": [at] * len(values),
        "mode": "markers",
        "marker": {
            "color": [color, color, "#FFFFFF", color, color],
            "symbol": role_symbol(row["role"]),
            "size": [8, 6, 13, 6, 8],
            "opacity": 1,
            "line": {"color": color, "width": 2},
        },
        "customdata": PERCENTILE_NAMES,
        "hovertemplate": f"{row['label']}<br>%{{customdata}}: %{{x:$,.0f}}<extra></extra>",
    }
    return [*lines, marks]


def _labels(at: int, row: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the annotations of one row: its name, p10, median and p90."""
    name = {"x": 0, "xref": "paper", "xanchor": "left", "y": at, "yshift": 44, "text": f"<b>{row['label']}</b>"}
    amounts = [
        {"x": row[band], "y": at, "text": dollars(row[band]), "yshift": shift}
        for band, shift in (("p10", -20), ("median", 20), ("p90", -20))
    ]
    return [{**note, "showarrow": False} for note in (name, *amounts)]


def _offer_marks(offer: float, rows: int) -> dict[str, Any]:
    return {
        "type": "scatter",
        "x": [offer] * rows,
        "y": list(range(rows)),
        "mode": "markers",
        "marker": {"symbol": "line-ns", "size": 26, "line": {"width": 4}},
        "name": OFFER_NAME,
        "hovertemplate": f"{OFFER_NAME}: %{{x:$,.0f}}<extra></extra>",
    }


def _describe(rows: pd.DataFrame, offer: float | None) -> str:
    parts = [
        f"{row['label']}: median {dollars(row['median'])}, middle half {dollars(row['p25'])} to "
        f"{dollars(row['p75'])}, 10th to 90th percentile {dollars(row['p10'])} to {dollars(row['p90'])}"
        for row in records(rows)
    ]
    if offer is not None:
        parts.append(f"your figure {dollars(offer)}")
    return "Annual pay. " + "; ".join(parts) + "."
