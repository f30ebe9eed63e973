from __future__ import annotations

import pytest

from lib.careers.ladder import climb
from lib.charts.chart import NEUTRAL, ROLE_COLORS
from lib.charts.ladder_chart import ladder_chart
from lib.pay.words import dollars
from lib.tables.ladder_steps import LADDERS
from tests.charts.reading import check_alt

RUNGS = climb("legal_secretary", "06")


def test_each_step_stands_at_its_pay_the_way_in_at_the_bottom() -> None:
    line, marks = ladder_chart(RUNGS).figure.data
    pays = [rung.pay.annual for rung in RUNGS]
    # BLS, May 2025, California: 62,860, 77,590 and 108,890; the senior step is the pay model's.
    assert [pays[0], *pays[2:]] == [62_860, 77_590, 108_890]
    assert list(line.x) == list(marks.x) == pays
    assert list(line.y) == list(marks.y) == [0, 1, 2, 3]


def test_estimates_are_hollow_and_called_about() -> None:
    chart = ladder_chart(RUNGS)
    assert list(chart.figure.data[1].marker.symbol) == ["diamond", "diamond-open", "square", "square"]
    secretary = ROLE_COLORS["legal_secretary"]
    assert list(chart.figure.data[1].marker.color) == [secretary, secretary, NEUTRAL, NEUTRAL]
    assert list(chart.figure.layout.yaxis.ticktext) == [
        "Legal secretary<br><b>$62,860</b>",
        f"Senior legal<br>secretary<br><b>about {dollars(RUNGS[1].pay.annual)}</b>",
        "Office<br>supervisor<br><b>$77,590</b>",
        "Administrative<br>services manager<br><b>$108,890</b>",
    ]


def test_marks_have_room_on_both_sides() -> None:
    low, high = ladder_chart(RUNGS).figure.layout.xaxis.range
    assert low < 62_860
    assert high > 108_890
    alone = ladder_chart(RUNGS[:1]).figure.layout.xaxis.range
    assert alone[0] < 62_860 < alone[1]


@pytest.mark.parametrize("ladder", LADDERS)
def test_the_description_names_every_step(ladder: str) -> None:
    rungs = climb(ladder)
    chart = ladder_chart(rungs)
    check_alt(chart, [rung.pay.annual for rung in rungs])
    assert chart.alt.startswith(f"{LADDERS[ladder]}, median pay a year at each step: {rungs[0].step.label} $")
    for rung in rungs:
        assert f"{rung.step.label} {dollars(rung.pay.annual)} ({rung.pay.basis})" in chart.alt
