"""A horizontal waterfall: amounts that add up, from top to bottom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from lib.charts.chart import AXIS_MONEY, NEUTRAL, base_layout
from lib.pay.words import dollars

if TYPE_CHECKING:
    from collections.abc import Sequence

BAR_HEIGHT = 36
LEAST_ROOM = 0.05


def waterfall(
    labels: Sequence[str],
    amounts: Sequence[float],
    totals: Sequence[bool],
    *,
    color: str,
    color_down: str,
    signed: bool,
    from_zero: bool,
    reach: float = 0.0,
) -> go.Figure:
    """Draw a waterfall.

    Args:
        labels: One for each bar; repeated labels stay separate bars.
        amounts: What each bar adds, or where a total stands, in dollars.
        totals: Whether each bar is a total.
        color: Of additions.
        color_down: Of subtractions.
        signed: Whether additions are labelled with a plus sign.
        from_zero: Whether the axis starts at 0; else it starts a little below the lowest level.
        reach: Dollars the axis must reach at least.
    """
    texts = [
        dollars(amount) if total or not signed or amount < 0 else f"+{dollars(amount)}"
        for amount, total in zip(amounts, totals, strict=True)
    ]
    positions = list(range(len(labels)))
    levels = _levels(amounts, totals)
    top = max(*levels, reach)
    span = top - (0 if from_zero else min(levels))
    room = max(0.25 * span, LEAST_ROOM * top)  # a small change must look small
    start = 0 if from_zero else max(min(levels) - room, 0)
    layout = base_layout(height=60 + BAR_HEIGHT * len(labels), right=16)
    layout["xaxis"] |= {"tickformat": AXIS_MONEY, "nticks": 5, "range": [start, top + room]}
    layout["yaxis"] |= {"autorange": "reversed", "tickvals": positions, "ticktext": list(labels), "showgrid": False}
    bars = _bars(labels, amounts, totals, texts) | {
        "increasing": {"marker": {"color": color}},
        "decreasing": {"marker": {"color": color_down}},
    }
    return go.Figure(data=[bars], layout=layout)


def _bars(
    labels: Sequence[str], amounts: Sequence[float], totals: Sequence[bool], texts: Sequence[str]
) -> dict[str, Any]:
    return {
        "type": "waterfall",
        "orientation": "h",
        "y": list(range(len(labels))),
        "x": list(amounts),
        "measure": ["absolute" if total else "relative" for total in totals],
        "text": texts,
        "textposition": "outside",
        "cliponaxis": False,
        "connector": {"line": {"color": NEUTRAL, "width": 1}},
        "totals": {"marker": {"color": NEUTRAL}},
        "customdata": list(zip(labels, texts, strict=True)),
        "hovertemplate": "%{customdata[0]}: %{customdata[1]}<extra></extra>",
    }


def _levels(amounts: Sequence[float], totals: Sequence[bool]) -> list[float]:
    """Return the running level after each bar."""
    levels: list[float] = []
    for amount, total in zip(amounts, totals, strict=True):
        levels.append(amount if total or not levels else levels[-1] + amount)
    return levels
