"""What stands around bars and lines: upright lines that mark an amount or a month, their words, and the key."""

from __future__ import annotations

from typing import Any, Final

from lib.charts.chart import NEUTRAL

SECOND_COLOR: Final = "#A05195"  # fees, and outcomes above a budget; with it another pattern or mark
LINE_WIDTH: Final = 3
EMPTY_TOP: Final = 1_000.0  # dollars an axis reaches that has nothing to show


def upright(x: float | str, *, bottom: float = 0.0, top: float = 1.0, yref: str = "paper", dash: str) -> dict[str, Any]:
    """Return an upright line.

    Args:
        x: Where it stands: dollars, or a month such as 2027-03.
        bottom: Lower end.
        top: Upper end.
        yref: What the ends are measured in: shares of the plot ("paper") or the axis ("y").
        dash: Plotly's name of the line's pattern.
    """
    line = {"color": NEUTRAL, "width": LINE_WIDTH if dash == "solid" else 2, "dash": dash}
    return {"type": "line", "x0": x, "x1": x, "y0": bottom, "y1": top, "yref": yref, "line": line}


def words_beside(x: float | str, text: str, *, left: bool, **place: Any) -> dict[str, Any]:
    """Return words to the left or the right of an upright line.

    Args:
        x: Where the line stands.
        text: The words.
        left: On which side.
        place: Height as plotly takes it: y, yref, yanchor, yshift.
    """
    side = {"xanchor": "right", "xshift": -4} if left else {"xanchor": "left", "xshift": 4}
    return {"x": x, "text": text, "showarrow": False, **side, **place}


def words_under(x: float, text: str, ends: tuple[float, float], **place: Any) -> dict[str, Any]:
    """Return words centred on an upright line, or pushed inwards near the ends of the axis.

    Args:
        x: Where the line stands.
        text: The words.
        ends: Of the axis.
        place: Height as plotly takes it: y, yref, yanchor, yshift.
    """
    at = (x - ends[0]) / (ends[1] - ends[0])
    anchor = "left" if at < 0.2 else "right" if at > 0.8 else "center"
    return {"x": x, "text": text, "showarrow": False, "xanchor": anchor, **place}


def legend_above() -> dict[str, Any]:
    """Return the key above the plot; what it names cannot be hidden, for totals and shares would no longer hold."""
    place = {"orientation": "h", "x": 0, "xanchor": "left", "y": 1, "yref": "container", "yanchor": "top"}
    return {**place, "itemclick": False, "itemdoubleclick": False, "traceorder": "normal"}
