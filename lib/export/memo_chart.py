"""The picture in the decision memo: cost by category of each plan, held against the budget.

One hue as on the page, with patterns that also tell the segments apart in black and white.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from lib.export.clean import clean
from lib.hiring.lines import BENEFITS, FEE, HIRING, OFFICE, PAY, TAXES, TURNOVER
from lib.pay.words import dollars

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from lib.export.memo import Bars

DEEP: Final = "#0072B2"  # colours of lib.charts, which this layer must not import
MIDDLE: Final = "#4C96C8"
INK: Final = "#1A1A1A"
GRID: Final = "#D0D0D0"
SEGMENTS: Final = {  # categories drawn as one, colour, pattern
    (PAY, FEE): (DEEP, ""),
    (TAXES,): (DEEP, "////"),
    (BENEFITS,): (MIDDLE, ""),
    (OFFICE,): (DEEP, "----"),
    (HIRING, TURNOVER): (DEEP, "xxxx"),
}
WIDTH: Final = 6.7  # inches: the text of a Letter page
BAR: Final = 0.44  # thickness, as a share of a row
END_ROOM: Final = 1.03  # of the longest bar
BUDGET_ROOM: Final = 1.12  # of the budget, so that its words fit around the line
DOTS: Final = 200  # an inch, of the picture in Word


class Segment(NamedTuple):
    """Part of every bar: what the costs are, and dollars of each plan."""

    name: str
    amounts: list[int]
    color: str
    pattern: str


def chart_png(bars: Bars) -> bytes:
    """Return the picture for Word."""
    return _saved(_figure(bars), format="png", dpi=DOTS)


def chart_svg(bars: Bars) -> bytes:
    """Return the picture for a page; letters are outlines, so that it looks the same everywhere."""
    return _saved(_figure(bars), format="svg", metadata={"Date": None, "Creator": None})


def segments(costs: tuple[Mapping[str, int], ...]) -> list[Segment]:
    """Return the segments that any plan has."""
    found = []
    for categories, (color, pattern) in SEGMENTS.items():
        there = [category for category in categories if any(category in each for each in costs)]
        if there:
            name = " and ".join([there[0], *(category.lower() for category in there[1:])])
            amounts = [sum(each.get(category, 0) for category in categories) for each in costs]
            found.append(Segment(name, amounts, color, pattern))
    return found


def _figure(bars: Bars) -> Figure:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    rows = len(bars.names)
    figure = Figure(figsize=(WIDTH, 0.7 + 0.56 * rows), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    _draw_bars(axes, bars)
    if bars.budget is not None:
        _draw_budget(axes, bars.budget, rows)
    _draw_axes(axes, bars)
    figure.legend(loc="outside upper left", ncols=len(SEGMENTS), frameon=False, fontsize=8, handlelength=1.6)
    return figure


def _draw_bars(axes: Axes, bars: Bars) -> None:
    ends = [0] * len(bars.names)
    for part in segments(bars.costs):
        face = "white" if part.pattern else part.color
        axes.barh(
            range(len(ends)), part.amounts, left=ends, height=BAR, label=part.name,
            facecolor=face, edgecolor=part.color, hatch=part.pattern, linewidth=0.8,
        )  # fmt: skip
        ends = [end + amount for end, amount in zip(ends, part.amounts, strict=True)]
    for row, (name, end) in enumerate(zip(bars.names, ends, strict=True)):
        _write(axes, 0, row - BAR / 2 - 0.05, f"{clean(name)}: {dollars(end)}", va="bottom", ha="left")


def _draw_budget(axes: Axes, budget: float, rows: int) -> None:
    for row in range(rows):  # across each bar, so that the line runs through no name
        axes.vlines(budget, row - BAR / 2 - 0.06, row + BAR / 2 + 0.06, colors=INK, linewidth=2, linestyles=(0, (3, 1)))
    _write(axes, budget, rows - 0.62, f"Budget {dollars(budget)}", va="top", ha="center")


def _draw_axes(axes: Axes, bars: Bars) -> None:
    longest = max(sum(each.values()) for each in bars.costs)
    axes.set_xlim(0, max(END_ROOM * longest, BUDGET_ROOM * (bars.budget or 0)))
    axes.set_ylim(len(bars.names) - (0.35 if bars.budget else 0.6), -0.7)
    axes.set_yticks([])
    axes.xaxis.set_major_formatter(lambda amount, _: dollars(amount))
    axes.xaxis.set_major_locator(_few_ticks())
    axes.tick_params(labelsize=8, colors=INK, length=0)
    axes.grid(axis="x", color=GRID, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.spines[:].set_visible(False)


def _few_ticks() -> Any:
    from matplotlib.ticker import MaxNLocator

    return MaxNLocator(5)


def _write(axes: Axes, x: float, y: float, words: str, **style: Any) -> None:
    """Write words as they stand: dollar signs in a name are no formula."""
    axes.text(x, y, words, fontsize=9, color=INK, parse_math=False, **style)


def _saved(figure: Figure, **how: Any) -> bytes:
    file = BytesIO()
    figure.savefig(file, **how)
    return file.getvalue()
