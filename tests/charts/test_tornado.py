from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from lib.charts import tornado
from lib.charts.tornado import MOST_BARS
from lib.hiring import Plan, PlannedPosition, run_plan
from lib.hiring.risk import simulate
from tests.charts.plans import HOSTILE, SHOWN_HOSTILE
from tests.charts.reading import check_alt, texts
from tests.charts.test_palette import BACKGROUNDS, contrast

if TYPE_CHECKING:
    from lib.charts import Chart

# Widths 2,000, 15,000, 5,000 and 1,000; vacancy saves cost, benefits only add to it.
DRIVERS = pd.DataFrame(
    [
        ("Vacancy", 81_000.0, 79_000.0),
        ("Pay", 72_000.0, 87_000.0),
        ("Benefits", 81_000.0, 86_000.0),
        ("Software", 78_000.0, 79_000.0),
    ],
    columns=["label", "low", "high"],
)
PLANNED = 80_000.0


def spans_of(chart: Chart) -> list[list[tuple[float, float]]]:
    """Return start and end of every bar, below the plan and above it."""
    return [
        [(start, start + length) for start, length in zip(bars.base, bars.x, strict=True)] for bars in chart.figure.data
    ]


def test_bars_reach_from_the_lower_to_the_higher_cost_the_widest_first() -> None:
    below, above = spans_of(tornado(DRIVERS, PLANNED))
    # Pay on both sides, benefits above only, vacancy on both, software below only.
    assert below == [(72_000, 80_000), (80_000, 80_000), (79_000, 80_000), (78_000, 79_000)]
    assert above == [(80_000, 87_000), (81_000, 86_000), (80_000, 81_000), (80_000, 80_000)]


def test_both_costs_and_the_plan_are_labelled_in_dollars() -> None:
    chart = tornado(DRIVERS, PLANNED)
    assert texts(chart) == [
        *("Pay", "Benefits", "Vacancy", "Software"),
        *("$72,000", "$81,000", "$79,000", "$78,000"),
        *("$87,000", "$86,000", "$81,000", "$79,000"),
        "Plan $80,000",
    ]
    notes = chart.figure.layout.annotations
    assert [note.x for note in notes[4:8]] == [72_000, 81_000, 79_000, 78_000]
    assert {note.xanchor for note in notes[4:8]} == {"right"}
    assert {note.xanchor for note in notes[8:12]} == {"left"}


def test_the_plan_is_a_line_at_every_bar() -> None:
    lines = tornado(DRIVERS, PLANNED).figure.layout.shapes
    assert [(line.x0, line.x1) for line in lines] == [(80_000, 80_000)] * 4
    assert all(line.y1 < at < line.y0 for at, line in enumerate(lines))


def test_bars_stand_out_from_both_backgrounds() -> None:
    below, above = tornado(DRIVERS, PLANNED).figure.data
    assert below.marker.color != above.marker.color
    for background in BACKGROUNDS.values():
        assert min(contrast(bars.marker.color, background) for bars in (below, above)) >= 3


# From 72,000 to 87,000: 0.34 x 15,000 = 5,100 on either side for the figures.
def test_the_axis_has_room_for_the_figures() -> None:
    assert list(tornado(DRIVERS, PLANNED).figure.layout.xaxis.range) == [66_900, 92_100]


def test_hovering_tells_the_range() -> None:
    below, above = tornado(DRIVERS, PLANNED).figure.data
    assert list(below.customdata) == list(above.customdata)
    assert below.customdata[2] == "Vacancy<br>$79,000 to $81,000"


def test_at_most_eight_are_drawn_and_the_chart_grows_with_them() -> None:
    drivers = pd.DataFrame({"label": [f"Driver {at}" for at in range(12)], "low": 50_000.0, "high": 50_000.0})
    drivers["high"] += [1_000.0 * at for at in range(12)]
    chart = tornado(drivers, 50_000.0)
    assert texts(chart)[:MOST_BARS] == [f"Driver {at}" for at in range(11, 3, -1)]
    assert chart.figure.layout.height > tornado(drivers.head(4), 50_000.0).figure.layout.height
    assert "Driver 3" not in chart.alt


def test_the_description_holds_the_numbers_in_order() -> None:
    chart = tornado(DRIVERS, PLANNED)
    check_alt(chart, [*DRIVERS["low"], *DRIVERS["high"], PLANNED])
    assert chart.alt == (
        "What moves the plan's cost of $80,000, the widest range first: Pay $72,000 to $87,000; Benefits $81,000 to "
        "$86,000; Vacancy $79,000 to $81,000; Software $78,000 to $79,000."
    )


def test_labels_are_shown_as_they_are() -> None:
    chart = tornado(DRIVERS.head(1).assign(label=HOSTILE), PLANNED)
    assert texts(chart)[0] == SHOWN_HOSTILE
    assert chart.figure.data[0].customdata[0].startswith(f"{SHOWN_HOSTILE}<br>$")
    assert HOSTILE in chart.alt


@pytest.mark.parametrize("planned", [0.0, 80_000.0])
def test_nothing_to_draw(planned: float) -> None:
    chart = tornado(DRIVERS.head(0), planned)
    low, high = chart.figure.layout.xaxis.range
    assert low < planned < high
    assert not chart.figure.layout.shapes
    assert chart.alt == f"Nothing moves the plan's cost of ${planned:,.0f}."


def test_a_simulation_reaches_the_figure() -> None:
    plan = Plan("A", (PlannedPosition("legal_secretary", "48"),))
    risk = simulate(plan, draws=100)
    chart = tornado(risk.drivers, run_plan(plan).total)
    drawn = risk.drivers.head(MOST_BARS)
    assert [unescape(text).replace("<br>", " ") for text in texts(chart)[: len(drawn)]] == drawn["label"].tolist()
    check_alt(chart, [*drawn["low"], *drawn["high"]])
    assert chart.figure.layout.dragmode is False
