"""Lawyers for each paralegal and each legal secretary over the releases, with a firm's own ratio beside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import plotly.graph_objects as go

from lib.charts.chart import Chart, base_layout, role_color, role_symbol
from lib.charts.scale import PICKED_NAME

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from lib.careers.staff_ratio import StaffRatio

TOP_ROOM: Final = 1.15  # of the highest value
NEAR: Final = 0.35  # lawyers between two ratios whose words would cover each other
MOST_SHOWN: Final = 15.0  # lawyers: a firm's ratio above it is told in words only


def ratio_history_chart(history: pd.DataFrame, own: StaffRatio | None = None) -> Chart:
    """Draw one line a role.

    Args:
        history: Columns year, role, label and ratio (lawyers for each), in the order of the years.
        own: The firm's own ratio, drawn after the last year in the marks of the roles.

    Returns:
        The chart; its description names the first and last value of each line.
    """
    last_year = int(history["year"].max())
    drawn = {role: ratio for role, ratio in (own.by_role if own else {}).items() if ratio <= MOST_SHOWN}
    traces, notes = [], []
    for role, rows in history.groupby("role", sort=False):
        traces.append(_line(str(role), rows))
        notes.append(_words(rows, right=not drawn))
    for role, ratio in drawn.items():
        traces.append(_own(role, last_year + 1.5, ratio))
    notes += _own_words(drawn, last_year + 1.5)
    end = last_year + (2.0 if drawn else 0.5)
    layout = base_layout(height=320, right=110 if not drawn else 64)
    layout["annotations"] = notes
    layout["yaxis"] |= {"range": [0, TOP_ROOM * max([history["ratio"].max(), *drawn.values()])], "nticks": 6}
    layout["xaxis"] |= {
        "range": [int(history["year"].min()) - 0.5, end],
        "tickvals": list(range(last_year, int(history["year"].min()) - 1, -2)),
        "tickangle": 0,
        "showgrid": False,
    }
    return Chart(go.Figure(data=traces, layout=layout), _describe(history, own))


_BESIDE: Final = {"xanchor": "left", "xshift": 10, "align": "left", "showarrow": False}


def _line(role: str, rows: pd.DataFrame) -> dict[str, Any]:
    label, color = rows["label"].iloc[0].lower(), role_color(role)
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": label,
        "x": rows["year"].tolist(),
        "y": rows["ratio"].tolist(),
        "line": {"color": color, "width": 3},
        "marker": {"color": color, "symbol": role_symbol(role), "size": 9},
        "hovertemplate": f"%{{x}}: %{{y:.1f}} lawyers to {label}<extra></extra>",
    }


def _words(rows: pd.DataFrame, *, right: bool) -> dict[str, Any]:
    """Return the name and value of a line, at its end or, if the firm's own mark stands there, above it."""
    last = rows.iloc[-1]
    place = _BESIDE if right else {"xanchor": "right", "yanchor": "bottom", "yshift": 8, "showarrow": False}
    return {"x": last["year"], "y": last["ratio"], "text": f"To {last['label'].lower()}: {last['ratio']:.1f}", **place}


def _own_words(drawn: Mapping[str, float], x: float) -> list[dict[str, Any]]:
    """Return the words beside the firm's marks; ratios that nearly meet share theirs."""
    values = list(drawn.values())
    if len(values) > 1 and abs(values[0] - values[1]) < NEAR:
        text = " and ".join(dict.fromkeys(f"{value:.1f}" for value in sorted(values, reverse=True)))
        return [{"x": x, "y": sum(values) / len(values), "text": f"You: {text}", **_BESIDE}]
    return [{"x": x, "y": value, "text": f"You: {value:.1f}", **_BESIDE} for value in values]


def _own(role: str, x: float, ratio: float) -> dict[str, Any]:
    marker = {"color": role_color(role), "symbol": role_symbol(role), "size": 13, "line": {"width": 2}}
    return {
        "type": "scatter",
        "mode": "markers",
        "name": PICKED_NAME,
        "x": [x],
        "y": [ratio],
        "marker": marker,
        "hovertemplate": f"You: {ratio:.1f}<extra></extra>",
    }


def _describe(history: pd.DataFrame, own: StaffRatio | None) -> str:
    parts = []
    for _, rows in history.groupby("role", sort=False):
        first, last = rows.iloc[0], rows.iloc[-1]
        parts.append(
            f"to {last['label'].lower()} {first['ratio']:.1f} in {first['year']} and {last['ratio']:.1f} in "
            f"{last['year']}"
        )
    yours = f" This office has {own.words}." if own and own.by_role else ""
    return f"Lawyers to each member of staff in the country: {'; '.join(parts)}.{yours}"
