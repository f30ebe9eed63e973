"""What one or two trainings have brought by the end of each year: gained against no training, or earned in all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import plotly.graph_objects as go

from lib.charts.chart import AXIS_MONEY, NEUTRAL, Chart, base_layout
from lib.charts.marks import EMPTY_TOP
from lib.charts.month_compare import STYLES, Style, spread
from lib.charts.typed_text import line_count, typed_text
from lib.pay.words import dollars

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from lib.careers.training import TrainingReturn

HEIGHT: Final = 400
PLOT_HEIGHT: Final = 350  # pixels without the margins and the years
TEXT_LINE: Final = 15  # pixels
NAME_WIDTH: Final = 16
NAME_LINES: Final = 3
ROOM: Final = 0.08  # above and below the lines, as a share of their height
WITHOUT: Final = Style(NEUTRAL, "dot", "diamond", "◆")
NO_TRAINING: Final = "No training"

Line = tuple[str, list[float], Style]


def earnings_curves(
    results: Sequence[TrainingReturn], *, in_all: bool = False, unpriced: Collection[str] = ()
) -> Chart:
    """Draw one line for each training over the years, each with its break-even year.

    Args:
        results: One or two trainings of one person, over the same years.
        in_all: Whether to draw what is earned in all, its price taken off, beside what is earned without training;
            else what is gained against no training.
        unpriced: Names of trainings whose price was not found: when they break even is not known.

    Returns:
        The chart; its description names where each line ends and when it breaks even.
    """
    styled = list(zip(results, STYLES, strict=False))
    lines = [(result.training.name, _sums(result, in_all=in_all), style) for result, style in styled]
    if in_all:
        lines.append((NO_TRAINING, [0.0, *results[0].cumulative_without], WITHOUT))
    ends = _range(lines)
    layout = base_layout(height=HEIGHT, right=128)
    layout["annotations"] = _ends(lines, ends)
    layout["xaxis"] |= {
        "range": [0, results[0].training.years],
        "nticks": 6,
        "tickprefix": "year ",
        "showtickprefix": "first",
        "showgrid": False,
        "zeroline": False,
    }
    layout["yaxis"] |= {"tickformat": AXIS_MONEY, "nticks": 6, "range": ends, "zeroline": False}
    layout["shapes"] = [_zero()]
    marks = [
        _break_even(result, line)
        for (result, _), line in zip(styled, lines, strict=False)
        if result.training.name not in unpriced
    ]
    data = [*map(_line, lines), *filter(None, marks)]
    return Chart(go.Figure(data=data, layout=layout), _describe(results, lines, in_all=in_all, unpriced=unpriced))


def _sums(result: TrainingReturn, *, in_all: bool) -> list[float]:
    return [0.0, *(result.cumulative_with if in_all else result.cumulative_net)]


def _range(lines: Sequence[Line]) -> list[float]:
    values = [value for _, sums, _ in lines for value in sums]
    low, high = min(values), max(values)
    room = ROOM * ((high - low) or EMPTY_TOP)
    return [low - room, high + room]


def _zero() -> dict[str, Any]:
    across = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": 0, "y1": 0, "layer": "below"}
    return {**across, "line": {"color": NEUTRAL, "width": 1.5}}


def _line(line: Line) -> dict[str, Any]:
    name, sums, style = line
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": name,
        "x": list(range(len(sums))),
        "y": sums,
        "line": {"color": style.color, "width": 2.5, "dash": style.dash},
        "marker": {
            "color": style.color,
            "symbol": style.symbol,
            "size": [0] * (len(sums) - 1) + [9],
            "opacity": 1,
        },
        "cliponaxis": False,
        "hovertemplate": f"{name}, end of year %{{x}}: %{{y:$,.0f}}<extra></extra>",
    }


def _break_even(result: TrainingReturn, line: Line) -> dict[str, Any] | None:
    """Return a ring at the end of the break-even year."""
    year, (_, sums, style) = result.break_even_year, line
    if year is None:
        return None
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [year],
        "y": [sums[year]],
        "marker": {
            "color": style.color,
            "symbol": f"{style.symbol}-open",
            "size": 15,
            "opacity": 1,
            "line": {"color": style.color, "width": 2.5},
        },
        "cliponaxis": False,
        "hovertemplate": f"{line[0]} breaks even by the end of year {year}<extra></extra>",
    }


def _ends(lines: Sequence[Line], ends: list[float]) -> list[dict[str, Any]]:
    """Return name and last amount at the end of each line, moved apart if they would meet."""
    low, height = ends[0], ends[1] - ends[0]
    words = [_end(line) for line in lines]
    wanted = [sums[-1] - low for _, sums, _ in lines]
    sizes = [(TEXT_LINE * line_count(text) + 4) / PLOT_HEIGHT * height for text in words]
    place = {"x": 1, "xref": "paper", "xanchor": "left", "xshift": 10, "yanchor": "middle", "align": "left"}
    return [
        {**place, "y": low + centre, "text": text, "font": {"size": 12}, "showarrow": False}
        for text, centre in zip(words, spread(wanted, sizes, height), strict=True)
    ]


def _end(line: Line) -> str:
    name, sums, style = line
    glyph = f'<span style="color:{style.color}">{style.glyph}</span>'
    return f"{glyph} {typed_text(name, width=NAME_WIDTH, lines=NAME_LINES)}<br><b>{dollars(sums[-1])}</b>"


def _describe(
    results: Sequence[TrainingReturn], lines: Sequence[Line], *, in_all: bool, unpriced: Collection[str]
) -> str:
    parts = []
    for result, (name, sums, _) in zip(results, lines, strict=False):
        year = result.break_even_year
        when = f"breaks even by the end of year {year}" if year else "does not break even"
        parts.append(f"{name} {dollars(sums[-1])}, {'before a price not found' if name in unpriced else when}")
    if in_all:
        parts.append(f"{NO_TRAINING.lower()} {dollars(lines[-1][1][-1])}")
    what = "Earned in all, price of the training taken off," if in_all else "Gained against no training"
    return f"{what} after {results[0].training.years} years: {'; '.join(parts)}."
