"""The steps of a ladder from the bottom up, a mark at each step's pay; hollow marks are our estimates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import plotly.graph_objects as go

from lib.charts.chart import AXIS_MONEY, NEUTRAL, Chart, base_layout, role_color, role_symbol
from lib.charts.typed_text import typed_text
from lib.pay.market import ESTIMATED
from lib.pay.words import dollars
from lib.tables.ladder_steps import LADDERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.careers.ladder import Rung

STEP_HEIGHT: Final = 72  # pixels
NAME_WIDTH: Final = 16  # characters in a line, so that a phone has room for the marks
ROOM: Final = 0.12  # on either side of the marks, as a share of their distance
LADDER_CHART_NOTE: Final = "Hollow marks are our estimates, full ones published medians."


def ladder_chart(rungs: Sequence[Rung]) -> Chart:
    """Draw the pay at each step of a ladder, the way in at the bottom.

    Args:
        rungs: The steps, lowest first.

    Returns:
        The chart; its description names every step with its pay and whose figure that is.
    """
    pays = [rung.pay.annual for rung in rungs]
    room = ROOM * ((max(pays) - min(pays)) or max(pays))
    layout = base_layout(height=60 + STEP_HEIGHT * len(rungs), right=16)
    layout["xaxis"] |= {
        "tickformat": AXIS_MONEY,
        "nticks": 5,
        "range": [min(pays) - room, max(pays) + room],
        "showgrid": True,
        "zeroline": False,
    }
    layout["yaxis"] |= {
        "range": [-0.5, len(rungs) - 0.5],
        "tickvals": list(range(len(rungs))),
        "ticktext": [_name(rung) for rung in rungs],
        "showgrid": False,
        "zeroline": False,
    }
    return Chart(go.Figure(data=[_line(pays), _marks(rungs)], layout=layout), _describe(rungs))


def _name(rung: Rung) -> str:
    about = "about " if rung.pay.basis == ESTIMATED else ""
    return f"{typed_text(rung.step.label, width=NAME_WIDTH, lines=3)}<br><b>{about}{dollars(rung.pay.annual)}</b>"


def _line(pays: list[float]) -> dict[str, Any]:
    line = {"color": NEUTRAL, "width": 2}
    return {
        "type": "scatter",
        "mode": "lines",
        "x": pays,
        "y": list(range(len(pays))),
        "line": line,
        "hoverinfo": "skip",
    }


def _marks(rungs: Sequence[Rung]) -> dict[str, Any]:
    hollow = [rung.pay.basis == ESTIMATED for rung in rungs]
    colors = [role_color(rung.step.role) for rung in rungs]
    symbols = [role_symbol(rung.step.role) for rung in rungs]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [rung.pay.annual for rung in rungs],
        "y": list(range(len(rungs))),
        "marker": {
            "color": colors,
            "symbol": [f"{symbol}-open" if open_ else symbol for symbol, open_ in zip(symbols, hollow, strict=True)],
            "size": 16,
            "opacity": 1,
            "line": {"color": colors, "width": [3 if open_ else 0 for open_ in hollow]},
        },
        "customdata": [_told(rung) for rung in rungs],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _told(rung: Rung) -> str:
    return f"{rung.step.label} {dollars(rung.pay.annual)} ({rung.pay.basis})"


def _describe(rungs: Sequence[Rung]) -> str:
    return f"{LADDERS[rungs[0].step.ladder]}, median pay a year at each step: {'; '.join(map(_told, rungs))}."
