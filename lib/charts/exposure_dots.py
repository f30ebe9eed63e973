"""How much of the work of each role is open to a technology, as different studies rate it: a row a rating."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import plotly.graph_objects as go

from lib.charts.chart import NEUTRAL, Chart, base_layout, role_color, role_symbol
from lib.charts.place_dots import GLYPHS
from lib.tables import load_roles
from lib.tables.files import records

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from lib.charts.scale import Rows

ROW_HEIGHT: Final = 74
NAME_RISE: Final = 0.46  # of a name over its row, as a share of the row
LABEL_SHIFT: Final = 15  # pixels between a dot and its figure
ENDS: Final = (-0.06, 1.06)
EXPOSURE_NOTE: Final = "From none of the work on the left to all of it on the right; a score runs over the same width."


def exposure_dots(rows: pd.DataFrame, roles: Sequence[str]) -> Chart:
    """Draw one row for each rating, in the order given, with a dot for each role.

    Figures stand over the dots, those of the first role under them, since two roles can lie close together.

    Args:
        rows: Columns label and, for each role, the role's key (0 to 1, NaN if there is none) and the key with _words.
        roles: Keys of the roles.

    Returns:
        The chart; its description names every row with all figures.
    """
    found = records(rows)
    layout = base_layout(height=60 + ROW_HEIGHT * len(found), right=8)
    layout["annotations"] = [_key(roles), *(note for at, row in enumerate(found) for note in _labels(at, row, roles))]
    layout["xaxis"] |= {
        "range": list(ENDS),
        "tickvals": [0, 0.25, 0.5, 0.75, 1],
        "ticktext": ["none", "", "half", "", "all"],
        "showgrid": True,
        "zeroline": False,
    }
    layout["yaxis"] |= {"range": [len(found) - 0.5, -1.0], "visible": False}
    traces = [_line(found, roles), *(_dots(found, role) for role in roles)]
    return Chart(go.Figure(data=traces, layout=layout), _describe(found, roles))


def _known(row: dict[str, Any], roles: Sequence[str]) -> list[str]:
    """Return the roles with a figure."""
    return [role for role in roles if row[role] == row[role]]


def _line(rows: Rows, roles: Sequence[str]) -> dict[str, Any]:
    """Return a line between the outer dots of each row, all in one trace with gaps."""
    xs: list[float | None] = []
    ys: list[int | None] = []
    for at, row in enumerate(rows):
        values = [row[role] for role in _known(row, roles)]
        xs += [min(values), max(values), None]
        ys += [at, at, None]
    line = {"color": NEUTRAL, "width": 2}
    return {"type": "scatter", "mode": "lines", "x": xs, "y": ys, "line": line, "hoverinfo": "skip"}


def _dots(rows: Rows, role: str) -> dict[str, Any]:
    there = [(at, row) for at, row in enumerate(rows) if row[role] == row[role]]
    name = load_roles()[role].plural
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [row[role] for _, row in there],
        "y": [at for at, _ in there],
        "marker": {"color": role_color(role), "symbol": role_symbol(role), "size": 12, "opacity": 1},
        "cliponaxis": False,
        "customdata": [f"{row['label']}: {name} {row[f'{role}_words']}" for _, row in there],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _labels(at: int, row: dict[str, Any], roles: Sequence[str]) -> list[dict[str, Any]]:
    """Return the annotations of a row: its name from the left edge, and each role's figure."""
    missing = [load_roles()[role].plural.lower() for role in roles if role not in _known(row, roles)]
    name = f"{row['label']} ({', '.join(missing)}: no figure)" if missing else row["label"]
    left = {"x": 0, "xref": "paper", "xanchor": "left", "y": at - NAME_RISE, "font": {"size": 13}}
    figures = [
        {"x": row[role], "y": at, "yshift": LABEL_SHIFT * (-1 if role == roles[0] else 1), "text": row[f"{role}_words"]}
        for role in _known(row, roles)
    ]
    return [{**note, "showarrow": False} for note in ({**left, "text": name}, *figures)]


def _key(roles: Sequence[str]) -> dict[str, Any]:
    """Return which mark stands for which role."""
    marks = [
        f'<span style="color:{role_color(role)};font-size:18px">{GLYPHS[role_symbol(role)]}</span> '
        f"{load_roles()[role].plural}"
        for role in roles
    ]
    place = {"x": 0, "xref": "paper", "xanchor": "left", "y": 1, "yref": "paper", "yanchor": "top"}
    return {**place, "text": "\u2003".join(marks), "showarrow": False}


def _describe(rows: Rows, roles: Sequence[str]) -> str:
    told = []
    for row in rows:
        figures = [f"{load_roles()[role].plural.lower()} {row[f'{role}_words']}" for role in roles]
        told.append(f"{row['label']}: {', '.join(figures)}")
    return f"Part of the work open to the technology. {'; '.join(told)}."
