"""Median pay over the releases, one line a role."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from lib.charts.chart import AXIS_MONEY, NEUTRAL, Chart, base_layout, role_color, role_symbol
from lib.pay.words import dollars

if TYPE_CHECKING:
    import pandas as pd


def pay_history(history: pd.DataFrame, *, with_prices: bool = False) -> Chart:
    """Draw median annual pay by year.

    Args:
        history: Columns year, role, label, median and with_prices: the first year's median raised by
            consumer prices (dollars a year). Rows in the order of the years.
        with_prices: Also draw the first year's median raised by consumer prices, dotted.

    Returns:
        The chart; its description names first and last year of each line.
    """
    traces, notes = [], []
    for role, rows in history.groupby("role", sort=False):
        traces += _lines(str(role), rows, with_prices=with_prices)
        last = rows.iloc[-1]
        text = f"{last['label']}<br>{dollars(last['median'])}"
        place = {"x": last["year"], "y": last["median"], "xanchor": "left", "xshift": 10, "align": "left"}
        notes.append({**place, "text": text, "showarrow": False})
    years = [history["year"].min() - 0.5, history["year"].max() + 0.5]
    layout = base_layout(height=340, right=110)
    layout["annotations"] = notes
    layout["yaxis"] |= {"tickformat": AXIS_MONEY, "nticks": 6}
    layout["xaxis"] |= {"dtick": 2, "tick0": years[1] - 0.5, "tickangle": 0, "showgrid": False, "range": years}
    return Chart(go.Figure(data=traces, layout=layout), _describe(history, with_prices=with_prices))


def _lines(role: str, rows: pd.DataFrame, *, with_prices: bool) -> list[dict[str, Any]]:
    """Return the line of a role, on top of the one raised by prices if wanted."""
    label, color = rows["label"].iloc[0], role_color(role)
    marker = {"color": color, "symbol": role_symbol(role), "size": 9}
    style = {"mode": "lines+markers", "line": {"color": color, "width": 3, "dash": "solid"}, "marker": marker}
    lines = [_line(rows, "median", label, style)]
    if with_prices:
        dotted = {"mode": "lines", "line": {"color": NEUTRAL, "width": 2, "dash": "dot"}}
        lines.insert(0, _line(rows, "with_prices", f"{label}, first year raised by prices", dotted))
    return lines


def _line(rows: pd.DataFrame, column: str, name: str, style: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "x": rows["year"].tolist(),
        "y": rows[column].tolist(),
        "name": name,
        "hovertemplate": f"{name}, %{{x}}: %{{y:$,.0f}}<extra></extra>",
        **style,
    }


def _describe(history: pd.DataFrame, *, with_prices: bool) -> str:
    parts = []
    for _, rows in history.groupby("role", sort=False):
        first, last = rows.iloc[0], rows.iloc[-1]
        start, end = dollars(first["median"]), dollars(last["median"])
        part = f"{last['label']} from {start} in {first['year']} to {end} in {last['year']}"
        if with_prices:
            part += f", where prices alone would have made it {dollars(last['with_prices'])}"
        parts.append(part)
    return "Median annual pay: " + "; ".join(parts) + "."
