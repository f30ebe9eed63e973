from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.charts import month_chart, month_compare
from lib.charts.cost_waterfall import COST_COLOR
from lib.charts.marks import EMPTY_TOP, SECOND_COLOR
from lib.charts.month_axis import mark_sizes, month_axis, month_step, short_month
from lib.charts.month_chart import COST_FILL
from lib.charts.month_compare import STYLES, spread
from lib.hiring import Plan, PlannedPosition, run_plan
from lib.hiring.lines import HIRING, PAY
from tests.charts.plans import HOSTILE, NOTHING, SHOWN_HOSTILE, result_of
from tests.charts.reading import check_alt, texts
from tests.charts.test_palette import BACKGROUNDS, contrast

# Pay 3,000 a month and 5,000 once: 41,000. Fees 0, 1,000, 5,000, then 6,000 nine times: 60,000.
# Left after each month: -8,000, -10,000, -8,000, -5,000, -2,000, +1,000: paid back in the sixth.
COSTS = {PAY: [3_000.0] * 12, HIRING: [5_000.0]}
EARNING = result_of(COSTS, [0.0, 1_000.0, 5_000.0] + [6_000.0] * 9)
COSTING = result_of(COSTS)


def test_costs_are_bars_by_month() -> None:
    (bars,) = month_chart(COSTING).figure.data
    assert list(bars.x) == list(COSTING.plan.calendar)
    assert list(bars.y) == [8_000] + [3_000] * 11
    assert (bars.type, bars.marker.line.color) == ("bar", COST_COLOR)
    assert bars.customdata[1] == "February 2027"
    assert "%{y:$,.0f}" in bars.hovertemplate


def test_fees_are_a_line_with_marks() -> None:
    bars, line = month_chart(EARNING).figure.data
    assert list(line.y) == [0, 1_000, 5_000] + [6_000] * 9
    assert list(line.x) == list(bars.x)
    assert (line.mode, line.line.color, line.marker.symbol) == ("lines+markers", SECOND_COLOR, "square")
    assert list(line.marker.size) == [9] * 12
    assert (bars.name, line.name) == ("Cost", "Fees")


@pytest.mark.parametrize(("result", "legend"), [(EARNING, True), (COSTING, False)])
def test_the_key_stands_above_if_there_is_more_than_cost(result: object, legend: bool) -> None:
    layout = month_chart(result).figure.layout  # type: ignore[arg-type]
    assert layout.showlegend is legend
    assert layout.dragmode is False


def test_the_month_of_payback_is_marked() -> None:
    chart = month_chart(EARNING)
    (line,) = chart.figure.layout.shapes
    assert line.x0 == line.x1 == EARNING.payback_month == "2027-06"
    assert texts(chart) == ["Paid back by the<br>end of June 2027"]
    assert chart.figure.layout.yaxis.range[1] == 10_000  # 8,000 x 1.25: room for the words


# 100 at once pay for 1,200 of cost in no month; 6,000 in month 7 do: the seventh of twelve is in the second half.
@pytest.mark.parametrize(("month", "side"), [(0, "left"), (5, "left"), (6, "right"), (11, "right")])
def test_the_words_on_payback_stand_on_the_wider_side(month: int, side: str) -> None:
    chart = month_chart(result_of({PAY: [100.0] * 12}, [0.0] * month + [6_000.0]))
    (note,) = chart.figure.layout.annotations
    assert note.xanchor == side


TEXAN = PlannedPosition("paralegal", "48")


def test_beside_existing_staff_the_words_are_on_new_positions() -> None:
    staff = replace(TEXAN, employed=True, count=3)
    mixed, alone = (run_plan(Plan("A", rows)) for rows in ((staff, TEXAN), (TEXAN,)))
    assert mixed.payback_month == alone.payback_month == "2027-05"
    chart = month_chart(mixed)
    assert [line.x0 for line in chart.figure.layout.shapes] == ["2027-05"]
    assert texts(chart) == ["New positions paid back by<br>the end of May 2027"]
    assert chart.alt.endswith(" in the last month; new positions paid back by the end of May 2027.")
    assert texts(month_chart(alone)) == ["Paid back by the<br>end of May 2027"]
    late = month_chart(run_plan(Plan("A", (staff, replace(TEXAN, start="2027-12")))))
    assert not late.figure.layout.shapes
    assert late.alt.endswith("; new positions not paid back within these months.")


def test_people_employed_already_have_nothing_to_pay_back() -> None:
    staff = replace(TEXAN, employed=True)
    for rows in ((staff,), (staff, PlannedPosition("legal_secretary", "48"))):
        chart = month_chart(run_plan(Plan("A", rows)))
        assert chart.figure.layout.annotations == ()
        assert "paid back" not in chart.alt
        assert chart.alt.endswith(" in the last month.")


def test_no_payback_no_mark() -> None:
    chart = month_chart(result_of(COSTS, [100.0] * 12))
    assert not chart.figure.layout.shapes
    assert not texts(chart)
    assert chart.alt.endswith("Fees $1,200 in all, $100 in the last month; not paid back within these months.")
    assert chart.figure.layout.yaxis.range[1] == pytest.approx(8_400)  # 8,000 x 1.05


def test_the_description_of_the_months_holds_the_numbers() -> None:
    chart = month_chart(EARNING)
    check_alt(chart, [41_000, 8_000, 3_000, 60_000, 6_000])
    assert chart.alt == (
        "Cost by month, January 2027 to December 2027: $41,000 in all, most in January 2027, $8,000, and $3,000 in the "
        "last month. Fees $60,000 in all, $6,000 in the last month; paid back by the end of June 2027."
    )


def test_an_empty_plan_has_months_without_cost() -> None:
    chart = month_chart(NOTHING)
    assert list(chart.figure.data[0].y) == [0] * 12
    assert chart.figure.layout.yaxis.range[1] >= EMPTY_TOP
    assert chart.alt == "Cost by month, January 2027 to December 2027: $0 in all."


def test_the_line_can_be_seen_across_the_bars() -> None:
    red, green, blue, share = (float(part) for part in COST_FILL.removeprefix("rgba(").removesuffix(")").split(","))
    for background in BACKGROUNDS.values():
        below = [int(background[at : at + 2], 16) for at in (1, 3, 5)]
        mixed = [share * part + (1 - share) * under for part, under in zip((red, green, blue), below, strict=True)]
        fill = "#" + "".join(f"{round(part):02X}" for part in mixed)
        assert contrast(SECOND_COLOR, fill) >= 3


# 12 months: every third is named; 60: every twelfth; on the narrower chart every sixth and every twenty-fourth.
@pytest.mark.parametrize(
    ("months", "most", "names"),
    [
        (12, 5, ["Jan 2027", "Apr 2027", "Jul 2027", "Oct 2027"]),
        (60, 5, ["Jan 2027", "Jan 2028", "Jan 2029", "Jan 2030", "Jan 2031"]),
        (12, 3, ["Jan 2027", "Jul 2027"]),
        (60, 3, ["Jan 2027", "Jan 2029", "Jan 2031"]),
    ],
)
def test_as_many_months_are_named_as_fit(months: int, most: int, names: list[str]) -> None:
    axis = month_axis(Plan("A", first="2027-01", months=months).calendar, most)
    assert axis["ticktext"] == names
    assert len(axis["tickvals"]) == len(names)
    assert axis["range"] == [-0.5, months - 0.5]
    assert axis["type"] == "category"


@given(st.integers(1, 119), st.sampled_from([5, 6, 12]))
def test_no_more_names_than_fit(count: int, most: int) -> None:
    assert len(range(0, count, month_step(count, most))) <= most


def test_more_months_than_any_step_reaches_are_named_every_two_years() -> None:
    assert month_step(1_000, 3) == 24


@pytest.mark.parametrize("month", range(1, 13))
def test_short_names_of_months(month: int) -> None:
    assert short_month(f"2028-{month:02d}") == date(2028, month, 1).strftime("%b %Y")


def test_marks_stand_every_few_months_and_at_the_end() -> None:
    assert mark_sizes(8, 4, 9) == [9, 0, 9, 0, 9, 0, 9, 9]


def test_each_scenario_is_a_line_of_its_cost_so_far() -> None:
    one, other = month_compare({"One": COSTING, "Other": result_of({PAY: [1_000.0] * 12})}).figure.data
    # 8,000, then 3,000 a month more: 8,000 + 11 x 3,000 = 41,000.
    assert list(one.y) == [8_000 + 3_000 * month for month in range(12)]
    assert list(other.y) == [1_000 * month for month in range(1, 13)]
    assert list(one.x) == list(COSTING.plan.calendar)
    assert one.customdata[2] == "One, by the end of March 2027"
    assert one.marker.size[-1] == other.marker.size[-1] == 9


def test_four_lines_differ_in_colour_dash_and_symbol() -> None:
    lines = month_compare(dict.fromkeys("ABCD", COSTING)).figure.data
    for looks in (
        {line.line.color for line in lines},
        {line.line.dash for line in lines},
        {line.marker.symbol for line in lines},
        {style.glyph for style in STYLES},
    ):
        assert len(looks) == 4
    assert all(line.line.color == line.marker.color for line in lines)


@pytest.mark.parametrize("background", BACKGROUNDS.values(), ids=BACKGROUNDS)
def test_lines_stand_out_from_both_backgrounds(background: str) -> None:
    assert min(contrast(style.color, background) for style in STYLES) >= 3


def test_a_fifth_line_is_refused() -> None:
    with pytest.raises(ValueError, match="argument"):
        month_compare(dict.fromkeys("ABCDE", COSTING))


def test_lines_end_in_mark_name_and_cost() -> None:
    chart = month_compare({"One": COSTING, HOSTILE: NOTHING})
    first, second = texts(chart)
    assert first == f'<span style="color:{STYLES[0].color}">{STYLES[0].glyph}</span> One<br><b>$41,000</b>'
    assert second.endswith("<br><b>$0</b>")
    assert SHOWN_HOSTILE.replace(" ", "") in second.replace("<br>", "").replace(" ", "")
    assert chart.figure.data[1].name == SHOWN_HOSTILE
    assert chart.figure.data[1].customdata[0] == f"{SHOWN_HOSTILE}, by the end of January 2027"
    assert HOSTILE in chart.alt


def test_words_at_equal_costs_do_not_cover_each_other() -> None:
    heights = [note.y for note in month_compare(dict.fromkeys("ABCD", COSTING)).figure.layout.annotations]
    # Two lines of 15 pixels and 4 between: 34 of the 340 pixels of an axis to 41,000 x 1.08 = 44,280.
    assert all(upper - lower >= 4_427.9 for lower, upper in pairwise(heights))


def test_the_months_of_all_scenarios_share_an_axis() -> None:
    later = result_of(COSTS, first="2027-07", months=24)
    chart = month_compare({"Later": later, "One": COSTING})
    months = list(chart.figure.layout.xaxis.categoryarray)
    assert months == sorted({*later.plan.calendar, *COSTING.plan.calendar})
    assert (months[0], months[-1], len(months)) == ("2027-01", "2029-06", 30)
    assert list(chart.figure.data[0].x) == list(later.plan.calendar)


def test_the_description_of_the_lines_holds_the_numbers() -> None:
    chart = month_compare({"One": COSTING, "Other": result_of({PAY: [1_000.0] * 24}, months=24)})
    check_alt(chart, [41_000, 24_000])
    assert chart.alt == (
        "Cost so far, month by month: One $41,000 by the end of December 2027; "
        "Other $24,000 by the end of December 2028."
    )


def test_empty_plans_still_have_an_axis() -> None:
    chart = month_compare({"Empty": NOTHING})
    assert list(chart.figure.data[0].y) == [0] * 12
    assert list(chart.figure.layout.yaxis.range) == [0, pytest.approx(1.08 * EMPTY_TOP)]
    assert chart.alt == "Cost so far, month by month: Empty $0 by the end of December 2027."


# Three labels 20 high: at 50, 50 and 90 of 100 they stand at 30, 50 and 90: the lower two move apart.
@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ([50.0, 90.0], [50.0, 90.0]),
        ([0.0, 0.0], [10.0, 30.0]),
        ([100.0, 95.0], [90.0, 70.0]),
        ([5.0, 50.0, 100.0], [10.0, 50.0, 90.0]),
    ],
)
def test_labels_stand_as_near_as_can_be(wanted: list[float], found: list[float]) -> None:
    assert spread(wanted, [20.0] * len(wanted), 100.0) == found


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(1, 25)), min_size=1, max_size=4))
def test_labels_never_meet_or_leave_the_plot(labels: list[tuple[float, float]]) -> None:
    wanted, sizes = ([label[part] for label in labels] for part in (0, 1))
    found = spread(wanted, sizes, 100.0)
    placed = sorted(zip(found, wanted, sizes, strict=True))
    assert [place[1] for place in placed] == sorted(wanted)
    edges = [edge for centre, _, size in placed for edge in (centre - size / 2, centre + size / 2)]
    assert all(one <= other + 1e-9 for one, other in zip([0.0, *edges], [*edges, 100.0], strict=True))


def test_a_plan_reaches_both_figures() -> None:
    result = run_plan(Plan("A", (PlannedPosition("paralegal", "48"),), months=36))
    bars, line = month_chart(result).figure.data
    assert sum(bars.y) == pytest.approx(result.total)
    assert sum(line.y) == pytest.approx(result.fees)
    chart = month_compare({"A": result})
    assert chart.figure.data[0].y[-1] == pytest.approx(result.total)
    check_alt(chart, [result.total])
