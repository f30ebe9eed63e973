"""Median pay in one place over the releases, one line a role, interrupted where releases do not compare."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import plotly.graph_objects as go

from lib.charts.chart import AXIS_MONEY, Chart, base_layout, role_color, role_symbol
from lib.pay.words import dollars
from lib.tables.files import records

if TYPE_CHECKING:
    import pandas as pd

LABEL_HEIGHT: Final = 0.2  # of a name and its figure, as a share of the distance between the outer medians
MOST_YEARS: Final = 6  # that fit under the chart on a phone
LABEL_SHIFT: Final = 18  # pixels that two labels at the same height are moved apart


def place_history(history: pd.DataFrame) -> Chart:
    """Draw median annual pay by year in one place.

    Args:
        history: Columns year, role, label (the role's name), median (dollars a year) and segment (points of a
            role with the same number are joined). Rows in the order of the years, without gaps in a segment.

    Returns:
        The chart; its description names the first and the last year of each role and the breaks.
    """
    lines = [rows for _, rows in history.groupby("role", sort=False)]
    years = [int(year) for year in sorted(history["year"].unique(), reverse=True)]
    told_years = years if len(years) <= MOST_YEARS else years[::2]
    layout = base_layout(height=300, right=110)
    layout["annotations"] = _names(history, [records(rows)[-1] for rows in lines])
    layout["xaxis"] |= {
        "tickvals": told_years,
        "tickangle": 0,
        "showgrid": False,
        "range": [years[-1] - 0.5, years[0] + 0.5],
    }
    layout["yaxis"] |= {"tickformat": AXIS_MONEY, "nticks": 6}
    return Chart(go.Figure(data=[_line(rows) for rows in lines], layout=layout), _describe(lines))


def _line(rows: pd.DataFrame) -> dict[str, Any]:
    """Return the line of a role with a gap between segments."""
    role, label = rows["role"].iloc[0], rows["label"].iloc[0]
    xs: list[int | None] = []
    ys: list[float | None] = []
    for _, part in rows.groupby("segment", sort=False):
        xs += [*([None] if xs else []), *part["year"].tolist()]
        ys += [*([None] if ys else []), *part["median"].tolist()]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": label,
        "x": xs,
        "y": ys,
        "line": {"color": role_color(role), "width": 3},
        "marker": {"color": role_color(role), "symbol": role_symbol(role), "size": 9},
        "hovertemplate": f"{label}, %{{x}}: %{{y:$,.0f}}<extra></extra>",
    }


def _names(history: pd.DataFrame, ends: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return name and newest median at the end of each line, moved apart if they would meet."""
    ranked = sorted(ends, key=lambda end: float(end["median"]))
    span = history["median"].max() - history["median"].min()
    meet = len(ends) > 1 and ranked[-1]["median"] - ranked[0]["median"] <= LABEL_HEIGHT * span
    return [
        {
            "x": end["year"],
            "y": end["median"],
            "xanchor": "left",
            "xshift": 10,
            "yshift": (LABEL_SHIFT if end is ranked[-1] else -LABEL_SHIFT) if meet else 0,
            "align": "left",
            "text": f"{end['label']}<br>{dollars(end['median'])}",
            "showarrow": False,
        }
        for end in ends
    ]


def _describe(lines: list[pd.DataFrame]) -> str:
    parts = []
    for rows in lines:
        first, last = records(rows)[0], records(rows)[-1]
        part = f"{first['label']} {dollars(first['median'])} in {first['year']}"
        if len(rows) > 1:
            part += f" and {dollars(last['median'])} in {last['year']}"
        if (rows["segment"] != first["segment"]).any():
            part += ", not comparable throughout: the line is interrupted"
        parts.append(part)
    return f"Median annual pay: {'; '.join(parts)}."
