from __future__ import annotations

from itertools import permutations

import pytest

from lib.careers.nearness import Gap, gaps, largest_gaps
from lib.charts.chart import ROLE_COLORS, ROLE_SYMBOLS
from lib.charts.role_gaps import CLEAR_NOTE, IMPORTANCE, SCALE_NOTE, role_gaps
from lib.tables.role_activities import WORK_ACTIVITY, load_role_activities
from tests.charts.reading import check_alt

PARALEGAL, LEGAL_SECRETARY = "paralegal", "legal_secretary"
CLEAR = Gap("a", "Law", WORK_ACTIVITY, 2.0, 4.0, 0.1)
UNCLEAR = Gap("b", "Order", WORK_ACTIVITY, 3.0, 2.0, 1.0)


def test_the_dots_carry_the_ratings_with_one_decimal() -> None:
    found = largest_gaps(PARALEGAL, LEGAL_SECRETARY)
    _, one, other, _ = role_gaps(PARALEGAL, LEGAL_SECRETARY, found).figure.data
    assert list(one.x) == [gap.first for gap in found]
    assert list(other.x) == [gap.second for gap in found]
    assert [text.strip() for text in one.text] == [f"{gap.first:.1f}" for gap in found]
    for role, dots in ((PARALEGAL, one), (LEGAL_SECRETARY, other)):
        assert dots.marker.color == ROLE_COLORS[role]
        assert set(dots.marker.symbol) == {ROLE_SYMBOLS[role]}  # published, so none is hollow


def test_the_axis_is_the_whole_scale_and_the_names_stand_at_its_edge() -> None:
    figure = role_gaps(PARALEGAL, LEGAL_SECRETARY, [CLEAR, UNCLEAR]).figure
    low, high = figure.layout.xaxis.range
    assert low < 1 < 5 < high
    assert tuple(figure.layout.xaxis.tickvals) == (1, 2, 3, 4, 5)
    names = figure.data[-1]
    assert names.mode == "text"
    assert set(names.x) == {low}


def test_clear_gaps_are_bold_unless_all_are() -> None:
    names = role_gaps(PARALEGAL, LEGAL_SECRETARY, [CLEAR, UNCLEAR]).figure.data[-1]
    assert list(names.text) == ["<b>Law</b>", "Order"]
    alone = role_gaps(PARALEGAL, LEGAL_SECRETARY, [CLEAR]).figure
    assert list(alone.data[-1].text) == ["Law"]
    assert not alone.layout.shapes
    assert "clear" in CLEAR_NOTE
    assert "3 important" in SCALE_NOTE
    assert IMPORTANCE.full(2.95) == "3.0"


def test_the_description_names_every_row() -> None:
    chart = role_gaps(PARALEGAL, LEGAL_SECRETARY, [CLEAR, UNCLEAR])
    check_alt(chart, [])
    assert chart.alt == (
        "Importance from 1 to 5: law paralegals 2.0, legal secretaries 4.0, clear; order paralegals 3.0, legal "
        "secretaries 2.0."
    )


@pytest.mark.parametrize(("first", "second"), list(permutations(load_role_activities(), 2)))
def test_any_two_rated_roles_can_be_drawn(first: str, second: str) -> None:
    found = gaps(first, second)[:12]
    figure = role_gaps(first, second, found).figure
    low, high = figure.layout.xaxis.range
    assert all(low < x < high for trace in figure.data[1:3] for x in trace.x)
