"""The simulated futures of a plan: how often which cost, or which rest of the fees, and how often beyond a limit."""

from __future__ import annotations

from math import floor, log10
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np
import plotly.graph_objects as go

from lib.charts.chart import AXIS_MONEY, Chart, base_layout
from lib.charts.cost_waterfall import COST_COLOR
from lib.charts.marks import SECOND_COLOR, legend_above, upright, words_beside
from lib.hiring.risk import HALF_A_CENT, chance_words
from lib.pay.words import dollars

if TYPE_CHECKING:
    import numpy.typing as npt

    Amounts = npt.NDArray[np.float64]

MOST_BARS: Final = 30
NARROWEST: Final = 0.002  # bar, as a share of the highest cost: a small spread must look small
HEADROOM: Final = 1.4  # over the highest bar, for two rows of words
LOWER_ROW: Final = 0.9  # height of the second row, as a share of the plot
EDGE: Final = 0.06  # room at both ends, as a share of what is shown
ROOM: Final = 0.35  # that words beside a line need, as a share of the plot


class Measure(NamedTuple):
    """What is simulated, in words, and on which side of the limit it is unwelcome.

    Attributes:
        within: Futures within the limit.
        beyond: Futures beyond it.
        limit: Name of the limit.
        told: What the futures beyond it do, before the limit's dollars.
        verb: What one future does, and several.
        above: Whether beyond means above.
    """

    within: str
    beyond: str
    limit: str
    told: str
    verb: tuple[str, str]
    above: bool

    def is_beyond(self, amounts: Amounts, limit: float) -> npt.NDArray[np.bool_]:
        """Return which amounts lie beyond the limit, not counting half a cent."""
        return amounts > limit + HALF_A_CENT if self.above else amounts < limit - HALF_A_CENT


COST: Final = Measure(
    "Within the budget", "Over the budget", "Budget", "cost more than the budget of", ("costs", "cost"), above=True
)
LEFT: Final = Measure(
    "Fees cover the cost", "Fees fall short", "Fees as high as the cost:", "leave less than", ("leaves", "leave"),
    above=False,
)  # fmt: skip


class Bars(NamedTuple):
    """Bars of equal width that part at the limit; an amount on the edge of two is in the one within the limit.

    Attributes:
        starts: Dollars.
        shares: Share of the futures in each.
        over: Which lie beyond the limit.
        width: Dollars.
    """

    starts: Amounts
    shares: Amounts
    over: npt.NDArray[np.bool_]
    width: float


def outcome_chart(amounts: Amounts, limit: float | None, planned: float, measure: Measure = COST) -> Chart:
    """Draw how the simulated cost of a plan, or what is left of its fees, is distributed.

    Args:
        amounts: Dollars over all months of the plan, one a simulated future, at least one.
        limit: Dollars that should not be passed, such as the budget; None if there is none.
        planned: Dollars the plan itself comes to.
        measure: What the amounts are.

    Returns:
        The chart; its description names how likely the limit is passed and the range of the futures.
    """
    bars = _bars(amounts, limit, measure)
    ends = _ends(bars, limit, planned)
    layout = base_layout(height=340, right=8) | {"barmode": "overlay"}
    layout["xaxis"] |= {"range": list(ends), "tickformat": AXIS_MONEY, "nticks": 5, "showgrid": False}
    layout["yaxis"] |= {"range": [0, HEADROOM * bars.shares.max()], "tickformat": ".0%", "nticks": 5}
    layout["shapes"] = [upright(planned, top=LOWER_ROW, dash="dot")]
    layout["annotations"] = [_plan_words(planned, limit, ends)]
    traces = [_trace("Simulated futures", bars, ~bars.over)]
    if limit is not None:
        layout |= {"showlegend": True, "legend": legend_above()}
        layout["annotations"].append(_limit_words(limit, ends, measure))
        layout["shapes"] += [upright(limit, dash="solid")] if ends[0] < limit < ends[1] else []
        beyond = float(np.mean(measure.is_beyond(amounts, limit)))
        words = {
            f"{measure.within}: {chance_words(1 - beyond)}": ~bars.over,
            f"{measure.beyond}: {chance_words(beyond)}": bars.over,
        }
        traces = [_trace(name, bars, which) for name, which in words.items() if which.any()]
    return Chart(go.Figure(data=traces, layout=layout), _describe(amounts, limit, planned, measure))


def _bars(amounts: Amounts, limit: float | None, measure: Measure) -> Bars:
    start, width = limit or 0.0, _bar_width(amounts)
    steps = (amounts - start) / width
    edge = HALF_A_CENT / width
    numbers = (np.ceil(steps - edge) - 1 if measure.above else np.floor(steps + edge)).astype(np.int64)
    shares = np.bincount(numbers - numbers.min()) / len(amounts)
    places = numbers.min() + np.arange(len(shares))
    beyond = places >= 0 if measure.above else places < 0
    return Bars(start + width * places, shares, beyond & (limit is not None), width)


def _bar_width(amounts: Amounts) -> float:
    """Return a round number of dollars: 1, 2 or 5 with zeros."""
    least = max(float(np.ptp(amounts)) / MOST_BARS, NARROWEST * float(np.abs(amounts).max()), 1.0)
    power = 10.0 ** floor(log10(least))
    return next((step * power for step in (1, 2, 5) if step * power >= least), 10 * power)


def _ends(bars: Bars, limit: float | None, planned: float) -> tuple[float, float]:
    """Return the ends of the axis; a limit far from all futures stays outside."""
    low, high = min(float(bars.starts[0]), planned), max(float(bars.starts[-1]) + bars.width, planned)
    span = high - low
    if limit is not None and low - span < limit < high + span:
        low, high = min(low, limit), max(high, limit)
    return low - EDGE * (high - low), high + EDGE * (high - low)


def _trace(name: str, bars: Bars, which: npt.NDArray[np.bool_]) -> dict[str, Any]:
    """Return some of the bars; those beyond the limit differ in colour and pattern."""
    over = bool(bars.over[which].any())
    color = SECOND_COLOR if over else COST_COLOR
    starts, shares = bars.starts[which], bars.shares[which]
    return {
        "type": "bar",
        "name": name,
        "x": (starts + bars.width / 2).tolist(),
        "y": shares.tolist(),
        "width": 0.9 * bars.width,
        "marker": {
            "color": color,
            "pattern": {"shape": "/" if over else "", "fillmode": "replace", "size": 6, "solidity": 0.5},
            "line": {"color": color, "width": 1},
        },
        "customdata": [f"{dollars(start)} to {dollars(start + bars.width)}" for start in starts],
        "hovertemplate": "%{customdata}: %{y:.1%} of the futures<extra></extra>",
    }


def _plan_words(planned: float, limit: float | None, ends: tuple[float, float]) -> dict[str, Any]:
    """Return words beside the line of the plan, away from the limit if there is room."""
    at = (planned - ends[0]) / (ends[1] - ends[0])
    left = at > 1 - ROOM or (at > ROOM and limit is not None and planned < limit)
    return words_beside(planned, f"Plan {dollars(planned)}", left=left, y=LOWER_ROW, yref="paper", yanchor="top")


def _limit_words(limit: float, ends: tuple[float, float], measure: Measure) -> dict[str, Any]:
    """Return words beside the line of the limit, or at the edge beyond which it lies."""
    text, place = f"{measure.limit} {dollars(limit)}", {"y": 1, "yref": "paper", "yanchor": "top"}
    if limit >= ends[1]:
        return words_beside(ends[1], f"{text} →", left=True, **place)
    if limit <= ends[0]:
        return words_beside(ends[0], f"← {text}", left=False, **place)
    return words_beside(limit, text, left=limit > sum(ends) / 2, **place)


def _describe(amounts: Amounts, limit: float | None, planned: float, measure: Measure) -> str:
    low, first, middle, third, high = (dollars(each) for each in np.quantile(amounts, (0.1, 0.25, 0.5, 0.75, 0.9)))
    one, several = measure.verb
    told = f"{len(amounts):,} simulated futures"
    if limit is not None:
        beyond = float(np.mean(measure.is_beyond(amounts, limit)))
        told += f": {chance_words(beyond)} {measure.told} {dollars(limit)}"
    if np.ptp(amounts) < HALF_A_CENT:
        return f"{told}. All of them {several} {middle}, the plan {dollars(planned)}."
    return (
        f"{told}. Half of them {several} between {first} and {third}, 8 of 10 between {low} and {high}; the middle one "
        f"{one} {middle}, the plan {dollars(planned)}."
    )
