"""What an office's work costs today and with the recommended team, by who does it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import plotly.graph_objects as go

from lib.careers.misallocation import who_words
from lib.charts.chart import AXIS_MONEY, Chart, base_layout, role_color
from lib.charts.marks import EMPTY_TOP, legend_above
from lib.pay.words import dollars

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.careers.misallocation import Misallocation, WorkCost

BARS: Final = ("Today", "With the recommended team")
PATTERNS: Final = {"paralegal": "", "legal_secretary": "/", "lawyers": "."}  # colour is never the only cue
BAR: Final = 0.44  # thickness, as a share of a row
HEIGHT: Final = 232  # pixels
END_ROOM: Final = 1.03  # of the longest bar


def work_cost_bars(found: Misallocation) -> Chart:
    """Draw two bars, stacked by who does the work, in whole dollars a year.

    Args:
        found: What the work costs today and afterwards.

    Returns:
        The chart; its description names both totals and their parts.
    """
    costs = dict(zip(BARS, (found.today, found.after), strict=True))
    longest = max(cost.total for cost in costs.values())
    layout = base_layout(height=HEIGHT, right=8)
    layout |= {"barmode": "stack", "showlegend": True, "legend": legend_above()}
    layout["xaxis"] |= {
        "range": [0, END_ROOM * longest or EMPTY_TOP],
        "tickformat": AXIS_MONEY,
        "nticks": 5,
        "zeroline": False,
        "showgrid": True,
    }
    layout["yaxis"] |= {"range": [len(costs) - 0.6, -0.75], "visible": False}
    layout["annotations"] = [_over(at, name, cost) for at, (name, cost) in enumerate(costs.items())]
    who = [each for each in PATTERNS if any(each in cost.by_who for cost in costs.values())]
    return Chart(go.Figure(data=[_bars(each, costs) for each in who], layout=layout), _describe(costs))


def _bars(who: str, costs: Mapping[str, WorkCost]) -> dict[str, Any]:
    """Return the part of both bars that one kind of people costs."""
    amounts = [round(cost.by_who.get(who, 0.0)) for cost in costs.values()]
    color = role_color(who)
    return {
        "type": "bar",
        "orientation": "h",
        "name": who_words(who),
        "y": list(range(len(costs))),
        "x": amounts,
        "width": BAR,
        "marker": {
            "color": color,
            "pattern": {"shape": PATTERNS[who], "fillmode": "replace", "size": 6, "solidity": 0.4},
            "line": {"color": color, "width": 1},
        },
        "customdata": [
            f"{name}<br>{who_words(who)}: {dollars(amount)} a year" for name, amount in zip(costs, amounts, strict=True)
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _over(at: int, name: str, cost: WorkCost) -> dict[str, Any]:
    """Return the words over a bar."""
    place = {"x": 0, "xanchor": "left", "y": at - BAR / 2, "yanchor": "bottom", "align": "left"}
    text = f"{name}: <b>{dollars(cost.total)}</b> a year"
    return {**place, "text": text, "font": {"size": 13}, "showarrow": False}


def _describe(costs: Mapping[str, WorkCost]) -> str:
    parts = []
    for name, cost in costs.items():
        who = ", ".join(f"{who_words(each).lower()} {dollars(amount)}" for each, amount in cost.by_who.items())
        parts.append(f"{name.lower()} {dollars(cost.total)}" + (f" ({who})" if who else ""))
    return f"What the work costs a year: {'; '.join(parts)}."
