"""The simulated futures of a plan: how often which cost, and how often more than the budget."""

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

    Costs = npt.NDArray[np.float64]

MOST_BARS: Final = 30
NARROWEST: Final = 0.002  # bar, as a share of the highest cost: a small spread must look small
HEADROOM: Final = 1.4  # over the highest bar, for two rows of words
LOWER_ROW: Final = 0.9  # height of the second row, as a share of the plot
EDGE: Final = 0.06  # room at both ends, as a share of what is shown
ROOM: Final = 0.35  # that words beside a line need, as a share of the plot


class Bars(NamedTuple):
    """Bars of equal width that part at the budget. Each holds the costs above its start and up to its end.

    Attributes:
        starts: Dollars.
        shares: Share of the futures in each.
        over: Which lie above the budget.
        width: Dollars.
    """

    starts: Costs
    shares: Costs
    over: npt.NDArray[np.bool_]
    width: float


def outcome_chart(costs: Costs, budget: float | None, planned: float) -> Chart:
    """Draw how the simulated costs of a plan are distributed.

    Args:
        costs: Dollars over all months of the plan, one a simulated future, at least one.
        budget: Dollars; None if none is set.
        planned: Dollars the plan itself comes to.

    Returns:
        The chart; its description names how likely the budget is exceeded and the range of the futures.
    """
    bars = _bars(costs, budget)
    ends = _ends(bars, budget, planned)
    layout = base_layout(height=340, right=8) | {"barmode": "overlay"}
    layout["xaxis"] |= {"range": list(ends), "tickformat": AXIS_MONEY, "nticks": 5, "showgrid": False}
    layout["yaxis"] |= {"range": [0, HEADROOM * bars.shares.max()], "tickformat": ".0%", "nticks": 5}
    layout["shapes"] = [upright(planned, top=LOWER_ROW, dash="dot")]
    layout["annotations"] = [_plan_words(planned, budget, ends)]
    traces = [_trace("Simulated futures", bars, ~bars.over)]
    if budget is not None:
        layout |= {"showlegend": True, "legend": legend_above()}
        layout["annotations"].append(_budget_words(budget, ends))
        layout["shapes"] += [upright(budget, dash="solid")] if ends[0] < budget < ends[1] else []
        over = _share_over(costs, budget)
        words = {
            f"Within the budget: {chance_words(1 - over)}": ~bars.over,
            f"Over the budget: {chance_words(over)}": bars.over,
        }
        traces = [_trace(name, bars, which) for name, which in words.items() if which.any()]
    return Chart(go.Figure(data=traces, layout=layout), _describe(costs, budget, planned))


def _share_over(costs: Costs, budget: float) -> float:
    return float(np.mean(costs > budget + HALF_A_CENT))


def _bars(costs: Costs, budget: float | None) -> Bars:
    start, width = budget or 0.0, _bar_width(costs)
    numbers = np.ceil((costs - start - HALF_A_CENT) / width).astype(np.int64) - 1
    shares = np.bincount(numbers - numbers.min()) / len(costs)
    places = numbers.min() + np.arange(len(shares))
    return Bars(start + width * places, shares, (places >= 0) & (budget is not None), width)


def _bar_width(costs: Costs) -> float:
    """Return a round number of dollars: 1, 2 or 5 with zeros."""
    least = max(float(np.ptp(costs)) / MOST_BARS, NARROWEST * float(costs.max()), 1.0)
    power = 10.0 ** floor(log10(least))
    return next((step * power for step in (1, 2, 5) if step * power >= least), 10 * power)


def _ends(bars: Bars, budget: float | None, planned: float) -> tuple[float, float]:
    """Return the ends of the axis; a budget far from all futures stays outside."""
    low, high = min(float(bars.starts[0]), planned), max(float(bars.starts[-1]) + bars.width, planned)
    span = high - low
    if budget is not None and low - span < budget < high + span:
        low, high = min(low, budget), max(high, budget)
    return low - EDGE * (high - low), high + EDGE * (high - low)


def _trace(name: str, bars: Bars, which: npt.NDArray[np.bool_]) -> dict[str, Any]:
    """Return some of the bars; those over the budget differ in colour and pattern."""
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


def _plan_words(planned: float, budget: float | None, ends: tuple[float, float]) -> dict[str, Any]:
    """Return words beside the line of the plan, away from the budget if there is room."""
    at = (planned - ends[0]) / (ends[1] - ends[0])
    left = at > 1 - ROOM or (at > ROOM and budget is not None and planned < budget)
    return words_beside(planned, f"Plan {dollars(planned)}", left=left, y=LOWER_ROW, yref="paper", yanchor="top")


def _budget_words(budget: float, ends: tuple[float, float]) -> dict[str, Any]:
    """Return words beside the line of the budget, or at the edge beyond which it lies."""
    text, place = f"Budget {dollars(budget)}", {"y": 1, "yref": "paper", "yanchor": "top"}
    if budget >= ends[1]:
        return words_beside(ends[1], f"{text} →", left=True, **place)
    if budget <= ends[0]:
        return words_beside(ends[0], f"← {text}", left=False, **place)
    return words_beside(budget, text, left=budget > sum(ends) / 2, **place)


def _describe(costs: Costs, budget: float | None, planned: float) -> str:
    low, first, middle, third, high = (dollars(cost) for cost in np.quantile(costs, (0.1, 0.25, 0.5, 0.75, 0.9)))
    told = f"{len(costs):,} simulated futures"
    if budget is not None:
        told += f": {chance_words(_share_over(costs, budget))} cost more than the budget of {dollars(budget)}"
    if np.ptp(costs) < HALF_A_CENT:
        return f"{told}. All of them cost {middle}, the plan {dollars(planned)}."
    return (
        f"{told}. Half of them cost between {first} and {third}, 8 of 10 between {low} and {high}; the middle one "
        f"costs {middle}, the plan {dollars(planned)}."
    )
