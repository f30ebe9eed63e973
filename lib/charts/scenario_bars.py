"""The cost of each scenario as a bar of stacked segments, held against the budget."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import plotly.graph_objects as go

from lib.charts.chart import AXIS_MONEY, Chart, base_layout
from lib.charts.marks import EMPTY_TOP, legend_above, upright, words_under
from lib.charts.typed_text import line_count, told_text, typed_text
from lib.hiring.lines import BENEFITS, FEE, HIRING, OFFICE, PAY, TAXES, TURNOVER
from lib.hiring.tally import tallies
from lib.pay.words import dollars

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lib.hiring import PlanResult

# One hue: each colour reaches 3:1 on white and on the dark background; patterns tell neighbours apart.
DEEP: Final = "#0072B2"
MIDDLE: Final = "#4C96C8"
SEGMENTS: Final = {
    (PAY, FEE): (DEEP, ""),
    (TAXES,): (DEEP, "/"),
    (BENEFITS,): (MIDDLE, ""),
    (OFFICE,): (DEEP, "."),
    (HIRING, TURNOVER): (DEEP, "x"),
}
NAME_WIDTH: Final = 50  # characters that fit over a bar on a phone
BAR: Final = 0.44  # thickness, as a share of a row
LEGEND_HEIGHT: Final = 76  # pixels of three rows, which a phone needs
END_ROOM: Final = 1.03  # of the longest bar
BUDGET_ROOM: Final = 1.05  # of the budget


class Segment(NamedTuple):
    """Part of every bar.

    Attributes:
        name: What the costs are.
        amounts: Whole dollars, one a scenario.
    """

    name: str
    amounts: list[int]
    color: str
    pattern: str


def scenario_bars(results: Mapping[str, PlanResult], budget: float | None) -> Chart:
    """Draw one bar a scenario, in the order given, in whole dollars that add up.

    Args:
        results: The scenarios by the names their users gave them.
        budget: Dollars over all months of a scenario; None if none is set.

    Returns:
        The chart; its description names each scenario's total, its segments and the distance from the budget.
    """
    costs = [tally.costs for tally in tallies(list(results.values()))]
    segments, totals = _segments(costs), [sum(each.values()) for each in costs]
    names = [typed_text(_name(name, results), width=NAME_WIDTH, lines=2) for name in results]
    end = max(END_ROOM * max(totals, default=0), BUDGET_ROOM * (budget or 0.0)) or EMPTY_TOP
    over = [_words(_name(name, results), total) for name, total in zip(results, totals, strict=True)]
    rows = len(names) * (60 + 16 * max(map(line_count, over), default=1))
    layout = base_layout(height=56 + rows + (LEGEND_HEIGHT if segments else 0), right=8)
    layout |= {"barmode": "stack", "showlegend": True, "legend": legend_above()}
    layout["annotations"] = [_over(at, words) for at, words in enumerate(over)]
    if budget:
        layout["annotations"].append(
            words_under(budget, f"Budget {dollars(budget)}", (0.0, end), y=len(names) - 0.7, yanchor="top")
        )
        layout["shapes"] = _budget_lines(budget, len(names))
    layout["xaxis"] |= {"range": [0, end], "tickformat": AXIS_MONEY, "nticks": 5, "zeroline": False, "showgrid": True}
    layout["yaxis"] |= {"range": [len(names) - (0.4 if budget else 0.65), -0.75], "visible": False}
    bars = [_bars(segment, names, totals) for segment in segments]
    return Chart(go.Figure(data=bars, layout=layout), _describe(results, costs, budget))


def _segments(costs: Sequence[Mapping[str, int]]) -> list[Segment]:
    """Return the segments that any scenario has."""
    return [
        Segment(_joined(there), [sum(each.get(category, 0) for category in there) for each in costs], *look)
        for categories, look in SEGMENTS.items()
        if (there := [category for category in categories if any(category in each for each in costs)])
    ]


def _joined(categories: Sequence[str]) -> str:
    """Return the name of categories drawn as one."""
    return " and ".join([categories[0], *(category.lower() for category in categories[1:])])


def _name(name: str, results: Mapping[str, PlanResult]) -> str:
    """Return the name of a scenario, with its months if those of the scenarios differ."""
    months = results[name].plan.months
    return name if _same_months(results) else f"{name}, {months} months"


def _same_months(results: Mapping[str, PlanResult]) -> bool:
    return len({result.plan.months for result in results.values()}) == 1


def _bars(segment: Segment, names: Sequence[str], totals: Sequence[int]) -> dict[str, Any]:
    """Return one segment of every bar."""
    told = [
        f"{name}<br>{segment.name}: {dollars(amount)} of {dollars(total)}"
        for name, amount, total in zip(names, segment.amounts, totals, strict=True)
    ]
    pattern = {"shape": segment.pattern, "fillmode": "replace", "size": 6, "solidity": 0.4}
    return {
        "type": "bar",
        "orientation": "h",
        "name": segment.name,
        "y": list(range(len(names))),
        "x": segment.amounts,
        "width": BAR,
        "marker": {"color": segment.color, "pattern": pattern, "line": {"color": segment.color, "width": 1}},
        "customdata": told,
        "hovertemplate": "%{customdata}<extra></extra>",
    }


def _words(name: str, total: int) -> str:
    """Return the name of a scenario with its total in bold, which stands there however long the name is."""
    amount = typed_text(dollars(total))
    words = typed_text(f"{name}: {dollars(total)}", width=NAME_WIDTH, lines=2)
    return f"{words.removesuffix(amount)}<b>{amount}</b>"


def _over(at: int, words: str) -> dict[str, Any]:
    """Return the words over a bar."""
    place = {"x": 0, "xanchor": "left", "y": at - BAR / 2, "yanchor": "bottom", "align": "left"}
    return {**place, "text": words, "font": {"size": 13}, "showarrow": False}


def _budget_lines(budget: float, count: int) -> list[dict[str, Any]]:
    """Return a line across each bar and a little below, so that none runs through the words."""
    return [
        upright(budget, bottom=at + BAR / 2 + 0.07, top=at - BAR / 2, yref="y", dash="solid") for at in range(count)
    ]


def _describe(results: Mapping[str, PlanResult], costs: Sequence[Mapping[str, int]], budget: float | None) -> str:
    same = _same_months(results)
    months = f" over {next(iter(results.values())).plan.months} months" if same else ""
    told = [_told(_name(name, results), each, budget) for name, each in zip(results, costs, strict=True)]
    least = _least({name: sum(each.values()) for name, each in zip(results, costs, strict=True)}) if same else ""
    return f"Cost{months}: {'; '.join(told)}.{least}"


def _told(name: str, costs: Mapping[str, int], budget: float | None) -> str:
    total = sum(costs.values())
    parts = [f"{category.lower()} {dollars(amount)}" for category, amount in costs.items()]
    words = f"{told_text(name)} {dollars(total)}" + (f" ({', '.join(parts)})" if parts else "")
    if budget is None:
        return words
    side = "over" if total > budget else "under"
    return f"{words}, {dollars(abs(total - budget))} {side} the budget of {dollars(budget)}"


def _least(totals: Mapping[str, int]) -> str:
    """Return which scenario costs least, if one that costs something does."""
    ranked = sorted((total, name) for name, total in totals.items() if total)
    if len(ranked) < 2 or ranked[0][0] == ranked[1][0]:
        return ""
    return f" {told_text(ranked[0][1])} costs least."
