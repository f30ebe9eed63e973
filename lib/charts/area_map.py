"""A map of the United States with one mark for each metropolitan area, drawn on plain axes: nothing is fetched."""

from __future__ import annotations

from functools import cache
from itertools import filterfalse, pairwise
from math import nan, sqrt
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import plotly.graph_objects as go

from lib.charts.chart import NEUTRAL, Chart, base_layout
from lib.charts.place_names import short_place
from lib.charts.projection import to_map
from lib.charts.scale import ESTIMATED, PICKED_NAME, Rows, Unit, has_value, key_trace, summary, told
from lib.tables.files import records
from lib.tables.map_shapes import load_area_points, load_state_outlines

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from lib.tables.map_shapes import Position

HEIGHT: Final = 420
WEST, EAST, SOUTH, NORTH = -2450, 2350, 180, 3480  # kilometres; room for the key above the states
LEAST_SIZE, MOST_SIZE = 6.0, 26.0  # pixels
SYMBOLS: Final = {"published": "circle", ESTIMATED: "triangle-up"}
MARK_EDGE: Final = "#595959"
EDGE: Final = 1500  # kilometres from the middle from which a centred label could be cut
NEAR: Final = 500  # kilometres within which two labels could meet
AREA_MAP_NOTE: Final = (
    "Each mark is a metropolitan area at its centre: circles are published, triangles are our estimates, small empty "
    "circles have no figure. Larger marks have more jobs. Nonmetropolitan areas have no single centre and stand only "
    "in the table. Alaska, Hawaii and Puerto Rico are moved; Alaska is drawn smaller and Puerto Rico larger."
)


def area_map(areas: pd.DataFrame, *, measure: str, unit: Unit, picked: Sequence[str] = ()) -> Chart:
    """Draw a value for each metropolitan area.

    Args:
        areas: Columns area_code, label, value (NaN where there is none), employment (jobs; NaN where unknown),
            basis ("published" or "estimated") and note (why there is no value).
        measure: What the values are, for the description.
        unit: `DOLLARS`, or `DIFFERENCE` for paralegals' pay less legal secretaries'.
        picked: Codes of areas to ring and name.

    Returns:
        The chart; its description names the three highest and lowest areas and says how many are not on the map.
    """
    rows = records(areas)
    known = sorted((row for row in rows if row["area_code"] in _points()), key=_jobs, reverse=True)
    known = [row | {"size": size} for row, size in zip(known, _sizes(known), strict=True)]
    limits = unit.limits([row["value"] for row in rows if has_value(row)])
    traces = [
        {
            "type": "scatter",
            "mode": "lines",
            "line": {"color": NEUTRAL, "width": 0.75},
            "hoverinfo": "skip",
            **_outlines(),
        },
        _empty(list(filterfalse(has_value, known)), unit),
        _marks(list(filter(has_value, known)), unit, limits),
        _rings([row for row in known if row["area_code"] in picked]),
        key_trace(unit, limits, x=0, y=3370, step=150),
    ]
    layout = base_layout(height=HEIGHT, right=8)
    layout["xaxis"] |= {"visible": False, "range": [WEST, EAST], "constrain": "domain"}
    layout["yaxis"] |= {"visible": False, "range": [SOUTH, NORTH], "scaleanchor": "x", "constrain": "domain"}
    layout["yaxis"] |= {"constraintoward": "top"}
    return Chart(go.Figure(data=traces, layout=layout), _describe(measure, rows, unit, off=len(rows) - len(known)))


@cache
def _points() -> dict[str, tuple[float, float]]:
    """Return where each metropolitan area stands on the map."""
    return {code: to_map(*position) for code, position in load_area_points().items()}


@cache
def _outlines() -> dict[str, Any]:
    """Return x and y of all outlines in one line with gaps; a border between two states is drawn once."""
    drawn: set[frozenset[Position]] = set()
    corners: list[Position] = []
    for ring in load_state_outlines():
        for start, end in pairwise(ring.corners):
            if (side := frozenset((start, end))) in drawn:
                continue
            drawn.add(side)
            place = to_map(*start)
            corners += [to_map(*end)] if corners and corners[-1] == place else [(nan, nan), place, to_map(*end)]
    x, y = np.array(corners, dtype=np.float32).T
    return {"x": x, "y": y}


def _places(rows: Rows) -> dict[str, Any]:
    """Return x and y of areas."""
    places = [_points()[row["area_code"]] for row in rows]
    return {"type": "scatter", "x": np.array([x for x, _ in places]), "y": np.array([y for _, y in places])}


def _jobs(row: dict[str, Any]) -> float:
    jobs = row["employment"]
    return float(jobs) if jobs == jobs else 0.0


def _sizes(rows: Rows) -> list[float]:
    """Return the diameter of each mark in pixels: its surface grows with employment."""
    most = max(1.0, *map(_jobs, rows)) if rows else 1.0
    return [max(MOST_SIZE * sqrt(_jobs(row) / most), LEAST_SIZE) for row in rows]


def _marks(rows: Rows, unit: Unit, limits: tuple[float, float]) -> dict[str, Any]:
    return _places(rows) | {
        "mode": "markers",
        "marker": {
            "color": np.array([row["value"] for row in rows]),
            "cmin": limits[0],
            "cmax": limits[1],
            "colorscale": unit.colorscale(),
            "size": np.array([row["size"] for row in rows]),
            "symbol": [SYMBOLS[row["basis"]] for row in rows],
            "opacity": 1,
            "line": {"color": MARK_EDGE, "width": 1},
        },
        "hoverinfo": "text",
        "hovertext": [told(row, unit) for row in rows],
    }


def _empty(rows: Rows, unit: Unit) -> dict[str, Any]:
    return _places(rows) | {
        "mode": "markers",
        "marker": {"color": NEUTRAL, "size": 5, "symbol": "circle-open"},
        "hoverinfo": "text",
        "hovertext": [told(row, unit) for row in rows],
    }


def _rings(rows: Rows) -> dict[str, Any]:
    """Return a ring and a name for each picked area; the page gives both its ink."""
    places = _places(rows)
    return places | {
        "mode": "markers+text",
        "name": PICKED_NAME,
        "marker": {
            "color": "rgba(0,0,0,0)",
            "size": [row["size"] + 8 for row in rows],
            "opacity": 1,
            "line": {"width": 2.5},
        },
        "text": [f"<b>{short_place(row['label'])}</b>" for row in rows],
        "textposition": _sides(list(zip(places["x"], places["y"], strict=True))),
        "textfont": {"size": 13, "shadow": "auto"},
        "hoverinfo": "skip",
    }


def _sides(places: list[tuple[float, float]]) -> list[str]:
    """Return where each label stands: below its mark if a more northern one is near, and inside the map."""
    sides = []
    for x, y in places:
        below = any(y < other and abs(x - beside) + other - y < NEAR for beside, other in places)
        across = "left" if x > EDGE else "right" if x < -EDGE else "center"
        sides.append(f"{'bottom' if below else 'top'} {across}")
    return sides


def _describe(measure: str, rows: Rows, unit: Unit, *, off: int) -> str:
    text = summary(measure, [row | {"label": short_place(row["label"])} for row in rows], unit)
    return f"{text} Not on the map: {off}." if off else text
