from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from lib.charts import scenario_bars
from lib.charts.scenario_bars import LEGEND_HEIGHT, SEGMENTS
from lib.hiring import Plan, PlannedPosition, run_plan
from lib.hiring.lines import BENEFITS, FEE, GROUPS, HIRING, OFFICE, PAY, TAXES, TURNOVER
from tests.charts.plans import HOSTILE, NOTHING, SHOWN_HOSTILE, result_of
from tests.charts.reading import check_alt, texts
from tests.charts.test_palette import BACKGROUNDS, contrast

if TYPE_CHECKING:
    from lib.charts import Chart

# In house: 48,000 + 4,000 + 6,000 + 3,000 + 2,000 + 1,000 = 64,000. Virtual: 30,000 + 1,500 = 31,500.
IN_HOUSE = result_of(
    {
        PAY: [4_000.0] * 12,
        TAXES: [4_000.0],
        BENEFITS: [500.0] * 12,
        OFFICE: [250.0] * 12,
        HIRING: [2_000.0],
        TURNOVER: [0.0, 1_000.0],
    }
)
VIRTUAL = result_of({FEE: [2_500.0] * 12, OFFICE: [125.0] * 12})
RESULTS = {"In house": IN_HOUSE, "Virtual": VIRTUAL}


def bars_of(chart: Chart) -> dict[str, list[float]]:
    return {bar.name: list(bar.x) for bar in chart.figure.data}


def note_of(chart: Chart, start: str) -> dict[str, float | str]:
    """Return the annotation whose text starts so."""
    (note,) = (note for note in chart.figure.layout.annotations if re.sub("<.*?>", "", note.text).startswith(start))
    return note.to_plotly_json()  # type: ignore[no-any-return]


def test_one_bar_a_scenario_in_at_most_five_segments() -> None:
    chart = scenario_bars(RESULTS, None)
    assert bars_of(chart) == {
        "Pay and fee": [48_000, 30_000],
        "Payroll taxes": [4_000, 0],
        "Benefits": [6_000, 0],
        "Space and software": [3_000, 1_500],
        "Hiring and turnover": [3_000, 0],  # 2,000 + 1,000
    }
    assert chart.figure.layout.barmode == "stack"
    assert all(list(bar.y) == [0, 1] and bar.orientation == "h" for bar in chart.figure.data)
    assert {category for categories in SEGMENTS for category in categories} == set(GROUPS)


@pytest.mark.parametrize(
    ("costs", "names"),
    [
        ({PAY: [1.0]}, ["Pay"]),
        ({FEE: [1.0]}, ["Fee"]),
        ({FEE: [1.0], HIRING: [1.0]}, ["Fee", "Hiring"]),
        ({TURNOVER: [1.0]}, ["Turnover"]),
    ],
)
def test_segments_are_named_after_what_is_in_them(costs: dict[str, list[float]], names: list[str]) -> None:
    assert list(bars_of(scenario_bars({"A": result_of(costs)}, None))) == names


def test_neighbours_differ_in_pattern_or_shade_and_stand_out_from_both_backgrounds() -> None:
    looks = [(bar.marker.color, bar.marker.pattern.shape) for bar in scenario_bars(RESULTS, None).figure.data]
    assert len(set(looks)) == 5
    assert all(one[1] != other[1] for one, other in pairwise(looks))
    for color, _ in looks:
        assert all(contrast(color, background) >= 3 for background in BACKGROUNDS.values())


def test_names_and_totals_stand_over_the_bars_and_nothing_behind_them() -> None:
    chart = scenario_bars(RESULTS, None)
    assert texts(chart) == ["In house: <b>&#36;64,000</b>", "Virtual: <b>&#36;31,500</b>"]
    for at, name in enumerate(RESULTS):
        note = note_of(chart, name)
        assert (note["x"], note["xanchor"], note["yanchor"]) == (0, "left", "bottom")
        assert at - 0.5 < note["y"] < at  # at the upper edge of the bar: the axis runs downwards
    assert not chart.figure.layout.shapes


def test_the_axis_starts_at_zero_and_ends_behind_the_longest_bar() -> None:
    low, high = scenario_bars(RESULTS, None).figure.layout.xaxis.range
    assert low == 0
    assert high == pytest.approx(65_920)  # 64,000 x 1.03


def test_the_budget_crosses_every_bar_and_is_labelled() -> None:
    chart = scenario_bars(RESULTS, 50_000.0)
    lines = chart.figure.layout.shapes
    assert [(line.x0, line.x1) for line in lines] == [(50_000, 50_000)] * 2
    assert all(line.y0 > at > line.y1 for at, line in enumerate(lines))
    note = note_of(chart, "Budget")
    assert (note["text"], note["x"]) == ("Budget $50,000", 50_000)
    assert chart.figure.layout.xaxis.range[1] > 64_000


# 5 % and 50 % of the axis to 65,920, and 95 % of the axis to 315,000.
@pytest.mark.parametrize(("budget", "anchor"), [(3_296.0, "left"), (32_960.0, "center"), (300_000.0, "right")])
def test_the_words_of_the_budget_stay_on_the_chart(budget: float, anchor: str) -> None:
    assert note_of(scenario_bars(RESULTS, budget), "Budget")["xanchor"] == anchor


def test_a_budget_beyond_all_bars_is_on_the_axis() -> None:
    assert scenario_bars(RESULTS, 300_000.0).figure.layout.xaxis.range[1] == pytest.approx(315_000)  # 300,000 x 1.05


@pytest.mark.parametrize("budget", [31_400.0, 31_500.0, 40_000.0, 64_000.0])
def test_no_figure_but_the_budget_stands_at_its_line(budget: float) -> None:
    chart = scenario_bars(RESULTS, budget)
    beside = [note.text for note in chart.figure.layout.annotations if note.x != 0]
    assert beside == [f"Budget ${budget:,.0f}"]
    assert texts(chart)[:2] == ["In house: <b>&#36;64,000</b>", "Virtual: <b>&#36;31,500</b>"]
    for at, line in enumerate(chart.figure.layout.shapes):
        assert line.y1 >= note_of(chart, list(RESULTS)[at])["y"]  # below the words over the bar


def test_the_description_holds_every_number_and_the_takeaway() -> None:
    chart = scenario_bars(RESULTS, 50_000.0)
    check_alt(chart, [64_000, 48_000, 4_000, 6_000, 3_000, 2_000, 1_000, 31_500, 30_000, 1_500, 50_000, 14_000, 18_500])
    assert chart.alt == (
        "Cost over 12 months: In house $64,000 (pay $48,000, payroll taxes $4,000, benefits $6,000, space and software "
        "$3,000, hiring $2,000, turnover $1,000), $14,000 over the budget of $50,000; Virtual $31,500 (fee $30,000, "
        "space and software $1,500), $18,500 under the budget of $50,000. Virtual costs least."
    )


@pytest.mark.parametrize("results", [{"A": IN_HOUSE}, {"A": IN_HOUSE, "B": IN_HOUSE}, {"A": IN_HOUSE, "B": NOTHING}])
def test_nothing_costs_least_where_no_two_costs_differ(results: dict[str, object]) -> None:
    assert "costs least" not in scenario_bars(results, None).alt  # type: ignore[arg-type]


def test_scenarios_of_different_length_name_their_months() -> None:
    longer = result_of({PAY: [1_000.0] * 24}, months=24)
    chart = scenario_bars({"In house": IN_HOUSE, "Longer": longer}, None)
    assert texts(chart) == ["In house, 12 months: <b>&#36;64,000</b>", "Longer, 24 months: <b>&#36;24,000</b>"]
    assert chart.alt.startswith("Cost: In house, 12 months $64,000 (")
    assert chart.alt.endswith("Longer, 24 months $24,000 (pay $24,000).")


def test_names_are_shown_as_typed() -> None:
    chart = scenario_bars({HOSTILE: VIRTUAL}, None)
    assert texts(chart) == [f"{SHOWN_HOSTILE}: <b>&#36;31,500</b>"]
    for bar in chart.figure.data:
        assert bar.customdata[0].startswith(f"{SHOWN_HOSTILE}<br>{bar.name}: $")
        assert bar.hovertemplate == "%{customdata}<extra></extra>"
    assert HOSTILE in chart.alt


def test_the_longest_name_makes_the_rows_higher_if_it_takes_two_lines() -> None:
    short, long = (scenario_bars({name: VIRTUAL}, None) for name in ("Short", "Long name " * 4 + "and the end"))
    assert texts(short) == ["Short: <b>&#36;31,500</b>"]
    # 50 characters in a line.
    assert texts(long) == ["Long name Long name Long name Long name and the<br>end: <b>&#36;31,500</b>"]
    assert long.figure.layout.height == short.figure.layout.height + 16


# A name holds up to 40 characters; the total is never cut off, whatever is.
@pytest.mark.parametrize("name", ["Name of 40 characters, the longest there is"[:40], "W" * 40, "word " * 40])
def test_the_total_stands_whatever_the_name(name: str) -> None:
    longer = result_of({PAY: [1e9] * 60}, months=60)
    (words, _) = texts(scenario_bars({name: longer, "Other": VIRTUAL}, None))
    assert words.endswith("<b>&#36;60,000,000,000</b>")
    assert words.count("<br>") == 1
    assert ("…" in words) == (len(name) > 40)


def test_hovering_tells_amount_and_total() -> None:
    (pay, office) = scenario_bars({"Virtual": VIRTUAL}, None).figure.data
    assert list(pay.customdata) == ["Virtual<br>Fee: $30,000 of $31,500"]
    assert list(office.customdata) == ["Virtual<br>Space and software: $1,500 of $31,500"]


def test_the_key_stands_above_and_hides_nothing() -> None:
    layout = scenario_bars(RESULTS, None).figure.layout
    assert (layout.legend.orientation, layout.legend.y, layout.legend.yref) == ("h", 1, "container")
    assert layout.legend.itemclick is layout.legend.itemdoubleclick is layout.dragmode is False


def test_an_empty_plan_costs_nothing() -> None:
    chart = scenario_bars({"Empty": NOTHING}, None)
    assert texts(chart) == ["Empty: <b>&#36;0</b>"]
    assert list(chart.figure.layout.xaxis.range) == [0, 1_000]
    assert chart.alt == "Cost over 12 months: Empty $0."
    filled = scenario_bars({"Virtual": VIRTUAL}, None)
    assert filled.figure.layout.height - chart.figure.layout.height == LEGEND_HEIGHT


def test_a_plan_reaches_the_figure() -> None:
    result = run_plan(Plan("A", (PlannedPosition("paralegal", "48"), PlannedPosition("paralegal", "06", count=2))))
    chart = scenario_bars({"A": result}, None)
    assert sum(amount for (amount,) in bars_of(chart).values()) == round(result.total)
    check_alt(chart, [result.total])
    amounts = [amount for (amount,) in bars_of(chart).values()]
    costs = result.categories.set_index("category")["amount"]
    wanted = [costs[PAY], costs[TAXES], costs[BENEFITS], costs[OFFICE], costs[HIRING] + costs[TURNOVER]]
    assert amounts == pytest.approx(wanted, abs=2)  # whole dollars, moved by one or two so that they add up


# 100.4 + 100.4 + 100.4 = 301.2: three times 100 would be 300.
def test_segments_add_up_to_the_total_in_whole_dollars() -> None:
    chart = scenario_bars({"A": result_of({PAY: [100.4], TAXES: [100.4], BENEFITS: [100.4]})}, None)
    assert sorted(amount for (amount,) in bars_of(chart).values()) == [100, 100, 101]
    assert texts(chart) == ["A: <b>&#36;301</b>"]
