"""Places in order, one row each: a dot for each role on a common axis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import plotly.graph_objects as go

from lib.charts.chart import AXIS_MONEY, NEUTRAL, Chart, base_layout, role_color, role_symbol
from lib.charts.place_names import short_place
from lib.charts.scale import DOLLARS, ESTIMATED, SHARE, Rows, Unit
from lib.tables import load_roles
from lib.tables.files import records

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

MOST_ROWS: Final = 25
ROW_HEIGHT: Final = 46
NAME_RISE: Final = 0.38  # of a name over its row, as a share of the row
LONGEST_NAME: Final = 44  # characters that fit over a row on a phone
SIDE: Final = 0.32  # room for the figures beside the outer dots, as a share of their distance
AXIS_FORMATS: Final = {DOLLARS: AXIS_MONEY, SHARE: "+.0%"}
GLYPHS: Final = {"circle": "●", "diamond": "◆", "square": "■"}
PLACE_DOTS_NOTE: Final = "Hollow marks are our estimates."


def place_dots(
    places: pd.DataFrame,
    roles: Sequence[str],
    *,
    measure: str = "Median pay",
    unit: Unit = DOLLARS,
    picked: Sequence[str] = (),
) -> Chart:
    """Draw one row for each place, in the order given; of more than 25 places the first 25.

    Args:
        places: Columns label and, for each role, the role's key (its value, NaN where there is
            none) and the key with _basis ("published" or "estimated").
        roles: Keys of one role, or of two that a line connects.
        measure: What the values are, for the description.
        unit: How they are written.
        picked: Labels of places to highlight.

    Returns:
        The chart; its description names the first and the last place with their values.
    """
    rows = records(places.head(MOST_ROWS))
    ends = _range(rows, roles)
    middle = sum(ends) / 2
    traces = [
        _line(rows, roles),
        *(_dots(rows, role, roles, middle, unit) for role in roles),
        _names(rows, ends[0], picked),
    ]
    layout = base_layout(height=70 + ROW_HEIGHT * len(rows), right=8)
    layout["annotations"] = [
        _key(roles),
        *(note for at, row in enumerate(rows) for note in _missing(at, row, roles, middle)),
    ]
    layout["shapes"] = [_band(at) for at, row in enumerate(rows) if row["label"] in picked]
    layout["xaxis"] |= {
        "tickformat": AXIS_FORMATS.get(unit, ""),
        "nticks": 6,
        "range": ends,
        "showgrid": True,
        "zeroline": False,
    }
    layout["yaxis"] |= {"range": [len(rows) - 0.4, -1.3], "visible": False}
    return Chart(go.Figure(data=traces, layout=layout), _describe(measure, rows, roles, unit, of=len(places)))


def _known(row: dict[str, Any], roles: Sequence[str]) -> list[float]:
    """Return the values a place has."""
    return [row[role] for role in roles if row[role] == row[role]]


def _line(rows: Rows, roles: Sequence[str]) -> dict[str, Any]:
    """Return a line between the dots of each row, all in one trace with gaps."""
    xs: list[float | None] = []
    ys: list[int | None] = []
    for at, row in enumerate(rows):
        values = _known(row, roles)
        if len(values) > 1:
            xs += [min(values), max(values), None]
            ys += [at, at, None]
    line = {"color": NEUTRAL, "width": 2}
    return {"type": "scatter", "mode": "lines", "x": xs, "y": ys, "line": line, "hoverinfo": "skip"}


def _dots(rows: Rows, role: str, roles: Sequence[str], middle: float, unit: Unit) -> dict[str, Any]:
    """Return the dots of one role with their figures on the outer side; a lone dot leaves room for `_missing`."""
    symbol, name = role_symbol(role), load_roles()[role].plural
    there = [(at, row) for at, row in enumerate(rows) if row[role] == row[role]]
    estimated = [row[f"{role}_basis"] == ESTIMATED for _, row in there]
    lefts = [_stands_left(row, role, roles, middle) for _, row in there]
    figures = [unit.full(row[role]) for _, row in there]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": name,
        "x": [row[role] for _, row in there],
        "y": [at for at, _ in there],
        "marker": {
            "color": role_color(role),
            "symbol": [f"{symbol}-open" if hollow else symbol for hollow in estimated],
            "size": 12,
            "opacity": 1,
            "line": {"color": role_color(role), "width": [2.5 if hollow else 0 for hollow in estimated]},
        },
        "text": [f"{figure}  " if left else f"  {figure}" for figure, left in zip(figures, lefts, strict=True)],
        "textposition": ["middle left" if left else "middle right" for left in lefts],
        "textfont": {"size": 12},
        "cliponaxis": False,
        "customdata": [f"{row['label']}: {name} {unit.full(row[role])} ({row[f'{role}_basis']})" for _, row in there],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _stands_left(row: dict[str, Any], role: str, roles: Sequence[str], middle: float) -> bool:
    """Return whether the figure stands left of its dot: at the lower of two, and at a lone one if that is low."""
    values = _known(row, roles)
    return bool(row[role] < (max(values) if len(values) == len(roles) else middle))


def _names(rows: Rows, start: float, picked: Sequence[str]) -> dict[str, Any]:
    """Return the names over the rows, from the left edge."""
    names = [row["label"] if len(row["label"]) <= LONGEST_NAME else short_place(row["label"]) for row in rows]
    bold = [row["label"] in picked for row in rows]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [start] * len(rows),
        "y": [at - NAME_RISE for at in range(len(rows))],
        "text": [f"<b>{name}</b>" if strong else name for name, strong in zip(names, bold, strict=True)],
        "textposition": "middle right",
        "textfont": {"size": 13},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _key(roles: Sequence[str]) -> dict[str, Any]:
    """Return which mark stands for which role."""
    marks = [
        f'<span style="color:{role_color(role)};font-size:18px">{GLYPHS[role_symbol(role)]}</span> '
        f"{load_roles()[role].plural}"
        for role in roles
    ]
    place = {"x": 0, "xref": "paper", "xanchor": "left", "y": 1, "yref": "paper", "yanchor": "top"}
    return {**place, "text": "\u2003".join(marks), "showarrow": False}


def _missing(at: int, row: dict[str, Any], roles: Sequence[str], middle: float) -> list[dict[str, Any]]:
    """Return a note on the roles without a figure, on the side of the row that is empty."""
    absent = [load_roles()[role].plural for role in roles if row[role] != row[role]]
    if not absent:
        return []
    right = any(row[role] < middle for role in roles)
    place = {"x": 1, "xanchor": "right"} if right else {"x": 0, "xanchor": "left"}
    return [{**place, "xref": "paper", "y": at, "text": f"{', '.join(absent)}: no figure", "showarrow": False}]


def _band(at: int) -> dict[str, Any]:
    """Return a grey band behind a row."""
    across = {"type": "rect", "xref": "paper", "x0": 0, "x1": 1, "y0": at - 0.64, "y1": at + 0.36}
    return {**across, "fillcolor": NEUTRAL, "opacity": 0.2, "line": {"width": 0}, "layer": "below"}


def _range(rows: Rows, roles: Sequence[str]) -> list[float]:
    """Return the ends of the axis, which need not reach 0, with room for the figures."""
    values = [value for row in rows for value in _known(row, roles)]
    low, high = min(values, default=0.0), max(values, default=1.0)
    room = SIDE * (max(high - low, 0.1 * abs(high)) or 1.0)
    return [low - room, high + room]


def _describe(measure: str, rows: Rows, roles: Sequence[str], unit: Unit, *, of: int) -> str:
    told = [_told(row, roles, unit) for row in rows]
    ends = [f"first {told[0]}", f"last {told[-1]}"] if len(told) > 1 else told
    more = f", the first {len(rows)} of {of}" if of > len(rows) else ""
    return f"{measure} in {len(rows)} place{'' if len(rows) == 1 else 's'}{more}: {'; '.join(ends)}."


def _told(row: dict[str, Any], roles: Sequence[str], unit: Unit) -> str:
    parts = []
    for role in roles:
        figure = f"{unit.full(row[role])} ({row[f'{role}_basis']})" if row[role] == row[role] else "no figure"
        parts.append(f"{load_roles()[role].plural.lower()} {figure}")
    return f"{row['label']}: {', '.join(parts)}"
