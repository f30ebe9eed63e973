"""What a plan costs and brings in, month by month."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import plotly.graph_objects as go

from lib.charts.chart import AXIS_MONEY, Chart, base_layout
from lib.charts.cost_waterfall import COST_COLOR
from lib.charts.marks import EMPTY_TOP, SECOND_COLOR, legend_above, upright, words_beside
from lib.charts.month_axis import mark_sizes, month_axis
from lib.pay.ageing import month_words
from lib.pay.words import dollars

if TYPE_CHECKING:
    from lib.hiring import PlanResult

MOST_NAMES: Final = 5  # months that can be named under the chart on a phone
MOST_MARKS: Final = 12
# The line of the fees runs across the bars: on so pale a fill it reaches 3:1 in the light and the dark theme.
COST_FILL: Final = "rgba(0, 114, 178, 0.15)"
TOP: Final = {"y": 1, "yref": "paper", "yanchor": "top"}
HEADROOM: Final = 1.25  # over the highest amount, for the words on the month of payback


def month_chart(result: PlanResult) -> Chart:
    """Draw the cost of each month as a bar and, if the plan brings in fees, the fees as a line.

    Args:
        result: What a plan costs and brings in.

    Returns:
        The chart; its description names the sums, the dearest month and the month in which it has paid back.
    """
    months, highest = result.plan.calendar, max(*result.cost_by_month, *result.fees_by_month) or EMPTY_TOP
    paid = result.payback_month
    layout = base_layout(height=340, right=8) | {"bargap": 0.25}
    layout["xaxis"] |= month_axis(months, MOST_NAMES)
    layout["yaxis"] |= {"tickformat": AXIS_MONEY, "nticks": 6, "range": [0, (HEADROOM if paid else 1.05) * highest]}
    traces = [_costs(result)]
    if result.brings_in:
        traces.append(_fees(result))
        layout |= {"showlegend": True, "legend": legend_above()}
    if paid:
        layout["shapes"] = [upright(paid, dash="dot")]
        late = months.index(paid) >= len(months) / 2
        layout["annotations"] = [words_beside(paid, _paid_words(result, paid), left=late, **TOP)]
    return Chart(go.Figure(data=traces, layout=layout), _describe(result))


def _paid_words(result: PlanResult, month: str) -> str:
    """Return the words on the month of payback, in two lines that fit beside it on a phone."""
    if result.has_existing_staff:
        return f"New positions paid back by<br>the end of {month_words(month)}"
    return f"Paid back by the<br>end of {month_words(month)}"


def _costs(result: PlanResult) -> dict[str, Any]:
    return {
        "type": "bar",
        "name": "Cost",
        "x": list(result.plan.calendar),
        "y": result.cost_by_month.tolist(),
        "marker": {"color": COST_FILL, "line": {"color": COST_COLOR, "width": 1}},
        "customdata": [month_words(month) for month in result.plan.calendar],
        "hovertemplate": "Cost in %{customdata}: %{y:$,.0f}<extra></extra>",
    }


def _fees(result: PlanResult) -> dict[str, Any]:
    sizes = mark_sizes(result.plan.months, MOST_MARKS, 9)
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": "Fees",
        "x": list(result.plan.calendar),
        "y": result.fees_by_month.tolist(),
        "line": {"color": SECOND_COLOR, "width": 3},
        "marker": {"color": SECOND_COLOR, "symbol": "square", "size": sizes, "opacity": 1},
        "cliponaxis": False,
        "customdata": [month_words(month) for month in result.plan.calendar],
        "hovertemplate": "Fees in %{customdata}: %{y:$,.0f}<extra></extra>",
    }


def _describe(result: PlanResult) -> str:
    plan, costs = result.plan, result.cost_by_month
    dearest = int(costs.argmax())
    span = f"{month_words(plan.first)} to {month_words(plan.last)}"
    told = f"Cost by month, {span}: {dollars(result.total)} in all"
    if result.total:
        told += f", most in {month_words(plan.calendar[dearest])}, {dollars(costs[dearest])}"
        told += f", and {dollars(costs[-1])} in the last month"
    if result.brings_in:
        told += f". Fees {dollars(result.fees)} in all, {dollars(result.fees_by_month[-1])} in the last month"
        told += _told_payback(result)
    return f"{told}."


def _told_payback(result: PlanResult) -> str:
    """Return by when the plan is paid back; nothing if only people employed already bring in fees."""
    if not result.new_fees_by_month.any():
        return ""
    paid, who = result.payback_month, "new positions " if result.has_existing_staff else ""
    return f"; {who}{f'paid back by the end of {month_words(paid)}' if paid else 'not paid back within these months'}"
