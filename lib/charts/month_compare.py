"""What scenarios have cost so far, month by month, one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import plotly.graph_objects as go

from lib.charts.chart import AXIS_MONEY, NEUTRAL, Chart, base_layout
from lib.charts.marks import EMPTY_TOP
from lib.charts.month_axis import mark_sizes, month_axis
from lib.charts.typed_text import line_count, told_text, typed_text
from lib.pay.ageing import month_words
from lib.pay.words import dollars

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lib.hiring import PlanResult


class Style(NamedTuple):
    """How a line looks: no two share colour, dash or symbol."""

    color: str
    dash: str
    symbol: str
    glyph: str


STYLES: Final = (
    Style("#0072B2", "solid", "circle", "●"),
    Style("#A05195", "dash", "square", "■"),
    Style(NEUTRAL, "dot", "diamond", "◆"),
    Style("#00866B", "dashdot", "triangle-up", "▲"),
)
MOST_NAMES: Final = 3  # months that can be named beside the words at the ends, on a phone
MOST_MARKS: Final = 6
NAME_WIDTH: Final = 16
NAME_LINES: Final = 3
TEXT_LINE: Final = 15  # pixels
HEIGHT: Final = 400
PLOT_HEIGHT: Final = 340  # pixels without the margins and the names of the months


def month_compare(results: Mapping[str, PlanResult]) -> Chart:
    """Draw the cost so far of each scenario.

    Args:
        results: One to four scenarios by the names their users gave them.

    Returns:
        The chart; its description names what each scenario costs by its last month.

    Raises:
        ValueError: If there are more than four scenarios.
    """
    styles = STYLES[: len(results)]
    sums = [np.cumsum(result.cost_by_month) for result in results.values()]
    months = sorted({month for result in results.values() for month in result.plan.calendar})
    top = 1.08 * (max((float(so_far[-1]) for so_far in sums), default=0.0) or EMPTY_TOP)
    layout = base_layout(height=HEIGHT, right=124)
    layout["xaxis"] |= month_axis(months, MOST_NAMES)
    layout["yaxis"] |= {"tickformat": AXIS_MONEY, "nticks": 6, "range": [0, top]}
    ends = [_end(name, so_far, style) for name, so_far, style in zip(results, sums, styles, strict=True)]
    heights = spread([float(so_far[-1]) for so_far in sums], [_share(text) * top for text in ends], top)
    layout["annotations"] = [_words(text, height) for text, height in zip(ends, heights, strict=True)]
    lines = [
        _line(name, result, so_far, style)
        for (name, result), so_far, style in zip(results.items(), sums, styles, strict=True)
    ]
    return Chart(go.Figure(data=lines, layout=layout), _describe(results))


def spread(wanted: Sequence[float], sizes: Sequence[float], top: float) -> list[float]:
    """Return where the centres of labels stand so that none covers another: as near as can be to where they belong.

    Args:
        wanted: Where each label belongs.
        sizes: Height of each label, in the same unit.
        top: Of the space, which starts at 0; labels reach below it only if they do not fit.
    """
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    centres = list(wanted)
    floor = 0.0
    for at in order:
        centres[at] = max(wanted[at], floor + sizes[at] / 2)
        floor = centres[at] + sizes[at] / 2
    ceiling = top
    for at in reversed(order):
        centres[at] = min(centres[at], ceiling - sizes[at] / 2)
        ceiling = centres[at] - sizes[at] / 2
    return centres


def _line(name: str, result: PlanResult, so_far: Any, style: Style) -> dict[str, Any]:
    """Return the line of a scenario, with a mark every few months and at its end."""
    months = result.plan.calendar
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": typed_text(name),
        "x": list(months),
        "y": so_far.tolist(),
        "line": {"color": style.color, "width": 2.5, "dash": style.dash},
        "marker": {
            "color": style.color,
            "symbol": style.symbol,
            "size": mark_sizes(len(months), MOST_MARKS, 9),
            "opacity": 1,
        },
        "cliponaxis": False,
        "customdata": [f"{typed_text(name)}, by the end of {month_words(month)}" for month in months],
        "hovertemplate": "%{customdata}: %{y:$,.0f}<extra></extra>",
    }


def _end(name: str, so_far: Any, style: Style) -> str:
    """Return the words at the end of a line."""
    glyph = f'<span style="color:{style.color}">{style.glyph}</span>'
    return f"{glyph} {typed_text(name, width=NAME_WIDTH, lines=NAME_LINES)}<br><b>{dollars(so_far[-1])}</b>"


def _share(text: str) -> float:
    """Return the height of words as a share of the plot."""
    return (TEXT_LINE * line_count(text) + 4) / PLOT_HEIGHT


def _words(text: str, height: float) -> dict[str, Any]:
    place = {"x": 1, "xref": "paper", "xanchor": "left", "xshift": 8, "y": height, "yanchor": "middle"}
    return {**place, "text": text, "align": "left", "font": {"size": 12}, "showarrow": False}


def _describe(results: Mapping[str, PlanResult]) -> str:
    parts = [
        f"{told_text(name)} {dollars(result.total)} by the end of {month_words(result.plan.last)}"
        for name, result in results.items()
    ]
    return f"Cost so far, month by month: {'; '.join(parts)}."
