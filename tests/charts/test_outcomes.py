from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.charts import LEFT, outcome_chart
from lib.charts.cost_waterfall import COST_COLOR
from lib.charts.marks import SECOND_COLOR
from lib.hiring import Plan, PlannedPosition, run_plan
from lib.hiring.risk import simulate
from tests.charts.reading import check_alt, texts

# 80,100, 80,200, ..., 90,000: a hundred futures. A 30th of their range of 9,900 is 330: bars are 500 wide.
COSTS = np.arange(80_100.0, 90_001.0, 100.0)


def test_bars_hold_the_share_of_futures_and_part_at_the_budget() -> None:
    within, over = outcome_chart(COSTS, 88_000.0, 85_000.0).figure.data
    assert list(within.x) == [80_250 + 500 * at for at in range(16)]  # the middles of 80,000 to 88,000
    assert list(within.y) == pytest.approx([0.05] * 16)
    assert list(over.x) == [88_250, 88_750, 89_250, 89_750]
    assert list(over.y) == pytest.approx([0.05] * 4)
    assert over.customdata[0] == "$88,000 to $88,500"
    assert "of the futures" in over.hovertemplate


def test_bars_over_the_budget_differ_in_colour_pattern_and_name() -> None:
    within, over = outcome_chart(COSTS, 88_000.0, 85_000.0).figure.data
    assert (within.marker.color, within.marker.pattern.shape) == (COST_COLOR, "")
    assert (over.marker.color, over.marker.pattern.shape) == (SECOND_COLOR, "/")
    # 88,100 to 90,000 are 20 of 100; a future at exactly the budget is within.
    assert (within.name, over.name) == ("Within the budget: 80 of 100", "Over the budget: 20 of 100")


def test_without_a_budget_there_is_one_kind_of_bar() -> None:
    chart = outcome_chart(COSTS, None, 85_000.0)
    (bars,) = chart.figure.data
    assert sum(bars.y) == pytest.approx(1)
    assert bars.marker.color == COST_COLOR
    assert texts(chart) == ["Plan $85,000"]
    assert chart.figure.layout.showlegend is False


@pytest.mark.parametrize(
    ("budget", "name"),
    [(95_000.0, "Within the budget: more than 99 of 100"), (75_000.0, "Over the budget: more than 99 of 100")],
)
def test_a_budget_that_always_or_never_holds_leaves_one_kind(budget: float, name: str) -> None:
    (bars,) = outcome_chart(COSTS, budget, 85_000.0).figure.data
    assert bars.name == name


def test_plan_and_budget_are_marked_with_their_figures() -> None:
    chart = outcome_chart(COSTS, 88_000.0, 85_000.0)
    plan, budget = chart.figure.layout.shapes
    assert (plan.x0, plan.x1, budget.x0, budget.x1) == (85_000, 85_000, 88_000, 88_000)
    assert plan.line.dash != budget.line.dash
    assert texts(chart) == ["Plan $85,000", "Budget $88,000"]


def test_a_budget_beyond_the_futures_is_on_the_axis_if_it_is_near() -> None:
    chart = outcome_chart(COSTS, 99_000.0, 85_000.0)
    assert chart.figure.layout.xaxis.range[1] > 99_000
    assert len(chart.figure.layout.shapes) == 2


@pytest.mark.parametrize(("budget", "words"), [(500_000.0, "Budget $500,000 →"), (1_000.0, "← Budget $1,000")])
def test_a_budget_far_from_all_futures_stands_at_the_edge(budget: float, words: str) -> None:
    chart = outcome_chart(COSTS, budget, 85_000.0)
    low, high = chart.figure.layout.xaxis.range
    assert not low < budget < high
    assert high - low < 15_000
    assert texts(chart)[1] == words
    assert chart.figure.layout.annotations[1].x in (low, high)
    assert len(chart.figure.layout.shapes) == 1


# On an axis of about 80,000 to 90,000: away from the budget where there is room, else inwards.
@pytest.mark.parametrize(
    ("planned", "budget", "anchor"),
    [
        (85_000.0, 88_000.0, "right"),
        (85_000.0, 82_000.0, "left"),
        (85_000.0, None, "left"),
        (81_000.0, 88_000.0, "left"),
        (89_500.0, 82_000.0, "right"),
    ],
)
def test_the_words_of_the_plan_stand_where_there_is_room(planned: float, budget: float | None, anchor: str) -> None:
    assert outcome_chart(COSTS, budget, planned).figure.layout.annotations[0].xanchor == anchor


@pytest.mark.parametrize(("budget", "anchor"), [(82_000.0, "left"), (88_000.0, "right")])
def test_the_words_of_the_budget_point_inwards(budget: float, anchor: str) -> None:
    assert outcome_chart(COSTS, budget, 85_000.0).figure.layout.annotations[1].xanchor == anchor


# Linear between order statistics: the 10th percentile lies 0.1 x 99 = 9.9 steps of 100 above 80,100: 81,090.
# Likewise 25th 82,575, median 85,050, 75th 87,525, 90th 89,010.
def test_the_description_holds_probability_and_range() -> None:
    chart = outcome_chart(COSTS, 88_000.0, 85_000.0)
    check_alt(chart, [88_000, 82_575, 87_525, 81_090, 89_010, 85_050, 85_000])
    assert chart.alt == (
        "100 simulated futures: 20 of 100 cost more than the budget of $88,000. Half of them cost between $82,575 and "
        "$87,525, 8 of 10 between $81,090 and $89,010; the middle one costs $85,050, the plan $85,000."
    )
    assert outcome_chart(COSTS, None, 85_000.0).alt.startswith("100 simulated futures. Half of them")
    assert "fewer than 1 of 100 cost more" in outcome_chart(COSTS, 90_000.0, 85_000.0).alt


def test_futures_without_any_spread_are_one_bar() -> None:
    chart = outcome_chart(np.full(200, 50_000.0), 60_000.0, 50_000.0)
    (bars,) = chart.figure.data
    assert list(bars.y) == [1]
    assert chart.alt == (
        "200 simulated futures: fewer than 1 of 100 cost more than the budget of $60,000. "
        "All of them cost $50,000, the plan $50,000."
    )


def test_an_empty_plan_costs_nothing_in_every_future() -> None:
    chart = outcome_chart(simulate(Plan("Empty"), draws=100).costs, None, 0.0)
    assert sum(bar for trace in chart.figure.data for bar in trace.y) == 1
    low, high = chart.figure.layout.xaxis.range
    assert low < 0 < high
    assert chart.alt == "100 simulated futures. All of them cost $0, the plan $0."


def test_rounding_errors_do_not_exceed_a_budget() -> None:
    (bars,) = outcome_chart(np.full(100, 50_000.001), 50_000.0, 50_000.0).figure.data
    assert bars.name == "Within the budget: more than 99 of 100"


@given(st.lists(st.integers(1, 500_000), min_size=1, max_size=60), st.one_of(st.none(), st.integers(1, 500_000)))
def test_every_future_is_in_one_bar(costs: list[int], budget: int | None) -> None:
    chart = outcome_chart(np.array(costs, dtype=float), budget, 100_000.0)
    by_color = {trace.marker.color: sum(trace.y) for trace in chart.figure.data}
    over = sum(budget is not None and cost > budget for cost in costs) / len(costs)
    assert by_color.get(SECOND_COLOR, 0) == pytest.approx(over)
    assert sum(by_color.values()) == pytest.approx(1)
    for trace in chart.figure.data:
        for middle, share in zip(trace.x, trace.y, strict=True):
            low, high = middle - trace.width / 1.8, middle + trace.width / 1.8  # a bar fills 0.9 of its place
            inside = sum(low + 0.005 < cost <= high + 0.005 for cost in costs)
            assert share == pytest.approx(inside / len(costs))


def test_a_simulation_reaches_the_figure() -> None:
    plan = Plan("A", (PlannedPosition("paralegal", "48"),))
    risk = simulate(plan, 90_000.0, draws=500)
    chart = outcome_chart(risk.costs, risk.budget, run_plan(plan).total)
    over = [trace for trace in chart.figure.data if trace.marker.color == SECOND_COLOR]
    assert sum(over[0].y) == pytest.approx(risk.probability_over)
    assert 10 <= sum(len(trace.x) for trace in chart.figure.data) <= 32
    assert chart.figure.layout.dragmode is False


def test_what_is_left_of_the_fees_is_unwelcome_below_nothing() -> None:
    amounts = np.array([-300.0, -100.0, 0.0, 100.0, 500.0])
    chart = outcome_chart(amounts, 0.0, 150.0, LEFT)
    named = {trace.name: sum(trace.y) for trace in chart.figure.data}
    # 0 is not below 0: two of five futures fall short.
    assert named == pytest.approx({"Fees cover the cost: 60 of 100": 0.6, "Fees fall short: 40 of 100": 0.4})
    assert chart.alt.startswith("5 simulated futures: 40 of 100 leave less than $0. Half of them leave between")
    short = next(trace for trace in chart.figure.data if "short" in trace.name)
    assert max(short.x) < 0
    assert short.marker.pattern.shape == "/"


@given(st.lists(st.integers(-10_000, 10_000), min_size=1, max_size=50))
def test_every_rest_of_the_fees_is_in_one_bar_on_its_side(amounts: list[int]) -> None:
    data = outcome_chart(np.array(amounts, dtype=float), 0.0, 0.0, LEFT).figure.data
    assert sum(sum(trace.y) for trace in data) == pytest.approx(1)
    below = sum(sum(trace.y) for trace in data if "short" in trace.name)
    assert below == pytest.approx(sum(amount < 0 for amount in amounts) / len(amounts))
