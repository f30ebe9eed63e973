"""What moves the cost of a plan most: one bar a driver, from its lowest to its highest cost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import plotly.graph_objects as go

from lib.charts.chart import AXIS_MONEY, Chart, base_layout
from lib.charts.marks import upright, words_beside, words_under
from lib.charts.scenario_bars import DEEP, MIDDLE
from lib.charts.typed_text import line_count, told_text, typed_text
from lib.pay.words import dollars
from lib.tables.files import records

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

MOST_BARS: Final = 8
NAME_WIDTH: Final = 44  # characters that fit over a bar on a phone
BAR: Final = 0.36  # thickness, as a share of a row
SIDE: Final = 0.34  # room for the figures beside the longest bar, as a share of what the bars span


class Driver(NamedTuple):
    """What the plan costs at the two ends of a driver's range.

    Attributes:
        label: As given.
        least: The lower cost in dollars.
        most: The higher one.
    """

    label: str
    least: float
    most: float


def tornado(drivers: pd.DataFrame, planned: float) -> Chart:
    """Draw what each driver alone does to the cost, the widest first; of more than eight the widest eight.

    Args:
        drivers: Columns label, low and high: dollars the plan costs with the driver at one end of its range and
            at the other.
        planned: Dollars the plan comes to.

    Returns:
        The chart; its description names each driver drawn with its two costs.
    """
    found = _widest(drivers)
    names = [typed_text(driver.label, width=NAME_WIDTH, lines=2) for driver in found]
    ends, rows = _ends(found, planned), len(found)
    layout = base_layout(height=110 + (38 + 16 * max(map(line_count, names), default=1)) * rows, right=8)
    layout["barmode"] = "overlay"
    layout["annotations"] = [
        *(_over(at, name, ends[0]) for at, name in enumerate(names)),
        *(_beside(at, driver.least, left=True) for at, driver in enumerate(found)),
        *(_beside(at, driver.most, left=False) for at, driver in enumerate(found)),
        words_under(planned, f"Plan {dollars(planned)}", ends, y=rows - 0.65, yanchor="top"),
    ]
    layout["shapes"] = [_plan_line(at, planned) for at in range(rows)]
    layout["xaxis"] |= {"range": list(ends), "tickformat": AXIS_MONEY, "nticks": 4, "zeroline": False, "showgrid": True}
    layout["yaxis"] |= {"range": [rows - 0.2, -0.7], "visible": False}
    below = [(min(driver.least, planned), min(driver.most, planned)) for driver in found]
    above = [(max(driver.least, planned), max(driver.most, planned)) for driver in found]
    told = [f"{name}<br>{dollars(each.least)} to {dollars(each.most)}" for name, each in zip(names, found, strict=True)]
    traces = [_bars("Below the plan", MIDDLE, below, told), _bars("Above the plan", DEEP, above, told)]
    return Chart(go.Figure(data=traces, layout=layout), _describe(found, planned))


def _widest(drivers: pd.DataFrame) -> list[Driver]:
    """Return the drivers to draw, the widest first."""
    found = [Driver(row["label"], *sorted((float(row["low"]), float(row["high"])))) for row in records(drivers)]
    return sorted(found, key=lambda driver: driver.least - driver.most)[:MOST_BARS]


def _ends(drivers: Sequence[Driver], planned: float) -> tuple[float, float]:
    """Return the ends of the axis, which need not reach 0, with room for the figures."""
    low, high = min([planned, *(each.least for each in drivers)]), max([planned, *(each.most for each in drivers)])
    room = SIDE * max(high - low, 0.01 * abs(high), 1.0)
    return low - room, high + room


def _bars(name: str, color: str, spans: Sequence[tuple[float, float]], told: Sequence[str]) -> dict[str, Any]:
    """Return the part of every bar on one side of the plan."""
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "y": list(range(len(spans))),
        "base": [start for start, _ in spans],
        "x": [end - start for start, end in spans],
        "width": BAR,
        "marker": {"color": color, "line": {"width": 0}},
        "customdata": list(told),
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _over(at: int, name: str, start: float) -> dict[str, Any]:
    """Return the name of a driver over its bar, from the left edge."""
    place = {"x": start, "xanchor": "left", "y": at - BAR / 2, "yanchor": "bottom", "align": "left"}
    return {**place, "text": name, "font": {"size": 13}, "showarrow": False}


def _plan_line(at: int, planned: float) -> dict[str, Any]:
    """Return a line behind a bar, which it would cover if that is short, and a little below."""
    line = upright(planned, bottom=at + BAR / 2 + 0.12, top=at - BAR / 2, yref="y", dash="solid")
    return line | {"layer": "below"}


def _beside(at: int, cost: float, *, left: bool) -> dict[str, Any]:
    """Return the cost at an end of a bar."""
    return words_beside(cost, dollars(cost), left=left, y=at)


def _describe(drivers: Sequence[Driver], planned: float) -> str:
    if not drivers:
        return f"Nothing moves the plan's cost of {dollars(planned)}."
    parts = [f"{told_text(each.label)} {dollars(each.least)} to {dollars(each.most)}" for each in drivers]
    return f"What moves the plan's cost of {dollars(planned)}, the widest range first: {'; '.join(parts)}."
