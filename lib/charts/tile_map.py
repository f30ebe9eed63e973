"""One tile of the same size for each state: a small state reads as easily as a large one."""

from __future__ import annotations

from itertools import filterfalse
from typing import TYPE_CHECKING, Any, Final

import plotly.graph_objects as go

from lib.charts.chart import NEUTRAL, Chart, base_layout
from lib.charts.scale import ESTIMATED, NO_VALUE, TILE_INK, Rows, Unit, has_value, key_trace, summary, told
from lib.tables.files import records

if TYPE_CHECKING:
    import pandas as pd

GRID: Final = """
AK .. .. .. .. .. .. .. .. .. ME
.. .. .. .. .. .. .. .. .. VT NH
WA ID MT ND MN IL WI MI NY RI MA
OR NV WY SD IA IN OH PA NJ CT ..
CA UT CO NE MO KY WV VA MD DE ..
.. AZ NM KS AR TN NC SC DC .. ..
.. .. .. OK LA MS AL GA .. .. ..
HI .. .. TX .. .. .. .. FL .. ..
"""
ROWS: Final = [line.split() for line in GRID.split("\n") if line]
TILES: Final = {code: (x, y) for y, row in enumerate(ROWS) for x, code in enumerate(row) if code != ".."}
COLUMNS: Final = len(ROWS[0])
HEIGHT: Final = 440
EDGE: Final = 0.44  # from the centre of a tile to a border drawn in it
TILE_MAP_NOTE: Final = (
    "Each tile is a state. A dashed border and slanted figures mark our estimates; "
    "an empty tile with a dash has no figure."
)


def tile_map(states: pd.DataFrame, *, measure: str, unit: Unit) -> Chart:
    """Draw a value for each state.

    Args:
        states: Columns state (postal code), label, value (NaN where there is none), basis ("published" or
            "estimated") and note (why there is no value).
        measure: What the values are, for the description.
        unit: `DOLLARS`, or `DIFFERENCE` for paralegals' pay less legal secretaries'.

    Returns:
        The chart; its description names the three highest and lowest states.
    """
    rows = records(states)
    filled, empty = list(filter(has_value, rows)), list(filterfalse(has_value, rows))
    limits = unit.limits([row["value"] for row in filled])
    estimated = [row for row in filled if row["basis"] == ESTIMATED]
    traces = [
        _tiles(filled, unit, limits),
        _borders(estimated, {"color": TILE_INK, "width": 1.5, "dash": "3px,3px"}),
        _borders(empty, {"color": NEUTRAL, "width": 1}),
        _labels(filled, [_figure(row, unit) for row in filled]) | {"textfont": {"color": TILE_INK, "size": 11}},
        _labels(empty, [NO_VALUE] * len(empty)) | _hover(empty, unit),
        key_trace(unit, limits, x=4.5, y=0.4, step=0.4),
    ]
    layout = base_layout(height=HEIGHT, right=8)
    layout["xaxis"] |= {"visible": False, "range": [-0.5, COLUMNS - 0.5]}
    layout["yaxis"] |= {"visible": False, "range": [len(ROWS) - 0.5, -0.5]}
    return Chart(go.Figure(data=traces, layout=layout), summary(measure, rows, unit))


def _tiles(filled: Rows, unit: Unit, limits: tuple[float, float]) -> dict[str, Any]:
    """Return the coloured squares."""
    values: list[list[float | None]] = [[None] * COLUMNS for _ in ROWS]
    words = [[""] * COLUMNS for _ in ROWS]
    for row in filled:
        x, y = TILES[row["state"]]
        values[y][x], words[y][x] = row["value"], told(row, unit)
    return {
        "type": "heatmap",
        "z": values,
        "zmin": limits[0],
        "zmax": limits[1],
        "colorscale": unit.colorscale(),
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
        "customdata": words,
        "hoverongaps": False,
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _borders(rows: Rows, line: dict[str, Any]) -> dict[str, Any]:
    """Return a border in each tile, all in one line with gaps."""
    xs: list[float | None] = []
    ys: list[float | None] = []
    for x, y in _centres(rows):
        xs += [x - EDGE, x + EDGE, x + EDGE, x - EDGE, x - EDGE, None]
        ys += [y - EDGE, y - EDGE, y + EDGE, y + EDGE, y - EDGE, None]
    return {"type": "scatter", "mode": "lines", "x": xs, "y": ys, "line": line, "hoverinfo": "skip"}


def _labels(rows: Rows, figures: list[str]) -> dict[str, Any]:
    """Return the code of each state over its figure; without a colour of its own it takes the page's ink."""
    centres = _centres(rows)
    return {
        "type": "scatter",
        "mode": "text",
        "x": [x for x, _ in centres],
        "y": [y for _, y in centres],
        "text": [f"<b>{row['state']}</b><br>{figure}" for row, figure in zip(rows, figures, strict=True)],
        "textfont": {"size": 11},
        "hoverinfo": "skip",
    }


def _hover(rows: Rows, unit: Unit) -> dict[str, Any]:
    return {"hoverinfo": "text", "hovertext": [told(row, unit) for row in rows]}


def _figure(row: dict[str, Any], unit: Unit) -> str:
    text = unit.short(row["value"])
    text = text.replace("$", "") if unit.signed else text  # room for the sign on a phone
    return f"<i>{text}</i>" if row["basis"] == ESTIMATED else text


def _centres(rows: Rows) -> list[tuple[int, int]]:
    return [TILES[row["state"]] for row in rows]
