from __future__ import annotations

import pytest

from lib.careers.misallocation import Doers, Today, misallocation
from lib.careers.recommend import recommend
from lib.careers.workload import OfficeWeek, preset_week
from lib.charts.work_cost_bars import work_cost_bars
from tests.careers.offices import week
from tests.charts.reading import check_alt, texts
from tests.hiring.mixes import TEXAS

SOLO = preset_week("solo")
# tests/careers/test_misallocation.py: lawyers 83,200 today; half a legal secretary 28,969 and lawyers 18,200 after.
FOUND = misallocation(SOLO, recommend(SOLO, TEXAS, 100), TEXAS, lawyer_hour=100)


def test_one_part_for_each_who_works() -> None:
    chart = work_cost_bars(FOUND)
    assert {bar.name: list(bar.x) for bar in chart.figure.data} == {
        "Legal secretaries": [0, 28_969],
        "Lawyers": [83_200, 18_200],
    }
    assert texts(chart) == [
        "Today: <b>$83,200</b> a year",
        "With the recommended team: <b>$47,169</b> a year",
    ]
    assert len({bar.marker.pattern.shape for bar in chart.figure.data}) == 2


def test_the_description_tells_totals_and_parts() -> None:
    chart = work_cost_bars(FOUND)
    assert chart.alt == (
        "What the work costs a year: today $83,200 (lawyers $83,200); with the recommended team $47,169 (legal "
        "secretaries $28,969, lawyers $18,200)."
    )
    check_alt(chart, [83_200, 47_169, 28_969, 18_200])


def test_nothing_to_show_is_an_empty_axis() -> None:
    empty = misallocation(OfficeWeek(), recommend(OfficeWeek(), TEXAS), TEXAS, lawyer_hour=100)
    chart = work_cost_bars(empty)
    assert chart.figure.layout.xaxis.range[1] > 0
    assert not chart.figure.data
    assert chart.alt == "What the work costs a year: today $0; with the recommended team $0."


@pytest.mark.parametrize("who", ["paralegal", "legal_secretary"])
def test_staff_of_today_has_its_colour(who: str) -> None:
    asked = week(20, 20, 0)
    today = Today(Doers(0, **{who: 1.0}), Doers(0, **{who: 1.0}), Doers(0))
    chart = work_cost_bars(misallocation(asked, recommend(asked, TEXAS, 50), TEXAS, today, lawyer_hour=50))
    names = {"paralegal": "Paralegals", "legal_secretary": "Legal secretaries"}
    bar = next(bar for bar in chart.figure.data if bar.name == names[who])
    assert bar.x[0] > 0
