from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.charts import cost_waterfall, step_waterfall
from lib.charts.chart import NEUTRAL, ROLE_COLORS
from lib.charts.cost_waterfall import COST_COLOR
from lib.charts.step_waterfall import LIGHTER
from lib.hiring import Plan, PlannedPosition, run_plan
from lib.pay import Profile, estimate
from tests.charts.reading import check_alt

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from lib.charts import Chart

CATEGORIES = pd.DataFrame(
    [("Pay", 62_890.0), ("Payroll taxes", 5_096.0), ("Benefits", 6_481.0), ("Turnover", 1_981.0)],
    columns=["category", "amount"],
)
STEPS = pd.DataFrame(
    [
        ("Median in Texas", 60_000.0, "start", ""),
        ("4 to 6 years", -2_500.0, "change", "experience"),
        ("More than 200 attorneys", 4_000.0, "change", "firm_size"),
        ("No credential", 0.0, "change", "credential"),
        ("Estimate", 61_500.0, "end", ""),
    ],
    columns=["label", "dollars", "kind", "factor"],
)


def bars_of(chart: Chart) -> go.Waterfall:
    (bars,) = chart.figure.data
    return bars


def labels_of(chart: Chart) -> list[str]:
    """Return the label of each bar, as the axis shows them."""
    axis = chart.figure.layout.yaxis
    assert list(axis.tickvals) == list(bars_of(chart).y)
    return list(axis.ticktext)


def check_it_adds_up(chart: Chart) -> None:
    """Walk along the bars: every total stands where the bars before it lead."""
    bars, level = bars_of(chart), None
    for amount, measure in zip(bars.x, bars.measure, strict=True):
        if measure == "absolute":
            assert level is None or level == pytest.approx(amount)
            level = amount
        else:
            level = (level or 0) + amount


def test_costs_are_the_frames_and_end_in_their_sum() -> None:
    chart = cost_waterfall(CATEGORIES)
    bars = bars_of(chart)
    assert list(bars.x) == [62_890, 5_096, 6_481, 1_981, 76_448]  # 62,890 + 5,096 + 6,481 + 1,981 = 76,448
    assert list(bars.measure) == ["relative"] * 4 + ["absolute"]
    assert labels_of(chart) == ["Pay", "Payroll taxes", "Benefits", "Turnover", "Total"]
    check_it_adds_up(chart)


def test_costs_are_written_at_the_bars_without_signs() -> None:
    bars = bars_of(cost_waterfall(CATEGORIES))
    assert list(bars.text) == ["$62,890", "$5,096", "$6,481", "$1,981", "$76,448"]
    assert tuple(bars.customdata[0]) == ("Pay", "$62,890")
    assert bars.increasing.marker.color == COST_COLOR
    assert bars.totals.marker.color == bars.connector.line.color == NEUTRAL


def test_the_description_of_costs_holds_every_number() -> None:
    chart = cost_waterfall(CATEGORIES)
    check_alt(chart, [*CATEGORIES["amount"], 76_448])
    assert chart.alt == ("Cost: Pay $62,890, Payroll taxes $5,096, Benefits $6,481, Turnover $1,981; total $76,448.")


def test_costs_start_at_zero_and_fit() -> None:
    low, high = cost_waterfall(CATEGORIES).figure.layout.xaxis.range
    assert low == 0
    assert high > 76_448


# Room beyond the top is a quarter: 76,448 x 1.25 = 95,560; 100,000 x 1.25 = 125,000.
@pytest.mark.parametrize(("reach", "end"), [(0, 95_560), (76_447, 95_560), (100_000, 125_000)])
def test_charts_side_by_side_can_share_an_axis(reach: float, end: float) -> None:
    assert list(cost_waterfall(CATEGORIES, reach=reach).figure.layout.xaxis.range) == [0, end]


def test_the_costs_of_a_plan_add_up_to_its_total() -> None:
    positions = (PlannedPosition("paralegal", "48", count=3), PlannedPosition("legal_secretary", "36"))
    result = run_plan(Plan("A", positions))
    chart = cost_waterfall(result.categories)
    assert bars_of(chart).x[-1] == pytest.approx(result.total)
    check_it_adds_up(chart)
    check_alt(chart, [*result.categories["amount"], result.total])


@pytest.mark.parametrize(("reach", "end"), [(0, 1_250), (60_000, 75_000)])
def test_a_plan_without_cost_is_a_total_of_nothing_on_an_axis(reach: float, end: float) -> None:
    chart = cost_waterfall(run_plan(Plan("Empty")).categories, reach=reach)
    assert list(bars_of(chart).x) == [0]
    assert labels_of(chart) == ["Total"]
    assert list(chart.figure.layout.xaxis.range) == [0, end]  # 1,000 or the reach, and a quarter more
    assert chart.alt == "Cost: total $0."


def test_steps_are_the_frames_and_lead_to_the_estimate() -> None:
    chart = step_waterfall(STEPS, "paralegal")
    bars = bars_of(chart)
    assert list(bars.x) == STEPS["dollars"].tolist()
    assert list(bars.measure) == ["absolute", "relative", "relative", "relative", "absolute"]
    assert labels_of(chart) == [
        "Everybody here", "4 to 6 years", "More than 200 attorneys", "No credential", "Estimate",
    ]  # fmt: skip
    check_it_adds_up(chart)


def test_steps_are_written_with_their_sign() -> None:
    bars = bars_of(step_waterfall(STEPS, "paralegal"))
    assert list(bars.text) == ["$60,000", "-$2,500", "+$4,000", "+$0", "$61,500"]


@pytest.mark.parametrize("role", ["paralegal", "legal_secretary"])
def test_steps_have_the_colours_of_the_role(role: str) -> None:
    bars = bars_of(step_waterfall(STEPS, role))
    assert bars.increasing.marker.color == ROLE_COLORS[role]
    assert bars.decreasing.marker.color == LIGHTER[role]
    assert bars.totals.marker.color == NEUTRAL


def test_the_description_of_steps_holds_every_number() -> None:
    chart = step_waterfall(STEPS, "paralegal")
    check_alt(chart, STEPS["dollars"])
    assert chart.alt == (
        "From the median for everybody, $60,000: 4 to 6 years takes away $2,500; More than 200 attorneys adds "
        "$4,000; No credential adds $0; estimate $61,500."
    )


def test_steps_start_a_little_below_the_lowest_level() -> None:
    # Levels 60,000, 57,500, 61,500, 61,500: a quarter of their range is 1,000, a twentieth of 61,500 is 3,075.
    low, high = step_waterfall(STEPS, "paralegal").figure.layout.xaxis.range
    assert (low, high) == (54_425, 64_575)


def test_steps_that_change_nothing_still_get_room() -> None:
    steps = STEPS.assign(dollars=[60_000.0, 0.0, 0.0, 0.0, 60_000.0])
    low, high = step_waterfall(steps, "paralegal").figure.layout.xaxis.range
    assert (low, high) == (57_000, 63_000)


def test_a_fall_to_little_does_not_push_the_axis_below_zero() -> None:
    steps = STEPS.assign(dollars=[60_000.0, -55_000.0, 0.0, 0.0, 5_000.0])
    low, _ = step_waterfall(steps, "paralegal").figure.layout.xaxis.range
    assert low == 0


def test_repeated_labels_stay_separate_bars() -> None:
    steps = STEPS.assign(label=["x", "No degree", "No degree", "No degree", "y"])
    chart = step_waterfall(steps, "paralegal")
    assert list(bars_of(chart).y) == [0, 1, 2, 3, 4]
    assert labels_of(chart)[1:4] == ["No degree"] * 3


def test_the_steps_of_an_estimate_reach_the_figure() -> None:
    found = estimate(Profile("legal_secretary", "35620", experience="11-20", employer="law_firm", firm_size="200+"))
    chart = step_waterfall(found.steps, "legal_secretary")
    bars = bars_of(chart)
    assert (bars.x[0], bars.x[-1]) == (found.market.percentiles[2], found.median)
    check_it_adds_up(chart)
    check_alt(chart, found.steps["dollars"])


@settings(max_examples=20)
@given(st.lists(st.floats(0, 200_000), min_size=1, max_size=6).filter(sum))
def test_any_costs_add_up(amounts: list[float]) -> None:
    categories = pd.DataFrame({"category": [f"Part {at}" for at in range(len(amounts))], "amount": amounts})
    chart = cost_waterfall(categories)
    assert list(bars_of(chart).x)[:-1] == amounts
    check_it_adds_up(chart)
    check_alt(chart, [*amounts, sum(amounts)])
