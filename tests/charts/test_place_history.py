from __future__ import annotations

import pandas as pd
import pytest

from lib.charts import place_history
from lib.charts.chart import ROLE_COLORS, ROLE_SYMBOLS
from tests.charts.reading import check_alt, texts

PAST = pd.DataFrame(
    [
        (2021, "paralegal", "Paralegals", 56_230.0, 0),
        (2023, "paralegal", "Paralegals", 60_970.0, 1),
        (2024, "paralegal", "Paralegals", 61_010.0, 1),
        (2025, "paralegal", "Paralegals", 62_890.0, 1),
        (2023, "legal_secretary", "Legal secretaries", 50_680.0, 1),
        (2025, "legal_secretary", "Legal secretaries", 55_570.0, 1),
    ],
    columns=["year", "role", "label", "median", "segment"],
)


def test_points_of_one_segment_are_joined_and_segments_are_not() -> None:
    paralegals, secretaries = place_history(PAST).figure.data
    assert paralegals.x == (2021, None, 2023, 2024, 2025)
    assert paralegals.y == (56_230, None, 60_970, 61_010, 62_890)
    assert secretaries.x == (2023, 2025)
    assert secretaries.y == (50_680, 55_570)
    assert paralegals.connectgaps is None


def test_colours_and_symbols_are_those_of_the_role() -> None:
    for line, role in zip(place_history(PAST).figure.data, ("paralegal", "legal_secretary"), strict=True):
        assert line.line.color == line.marker.color == ROLE_COLORS[role]
        assert line.marker.symbol == ROLE_SYMBOLS[role]


def test_each_line_ends_in_its_name_and_newest_median() -> None:
    chart = place_history(PAST)
    assert texts(chart) == ["Paralegals<br>$62,890", "Legal secretaries<br>$55,570"]
    notes = chart.figure.layout.annotations
    assert [(note.x, note.y, note.yshift) for note in notes] == [(2025, 62_890, 0), (2025, 55_570, 0)]


@pytest.mark.parametrize("last", [62_800.0, 62_890.0, 63_000.0])
def test_names_that_would_meet_are_moved_apart(last: float) -> None:
    close = PAST.assign(median=[*PAST["median"][:-1], last])
    shifts = [note.yshift for note in place_history(close).figure.layout.annotations]
    assert sorted(shifts) == [-18, 18]
    assert (shifts[1] > 0) == (last >= 62_890)


def test_one_role_is_not_moved() -> None:
    (note,) = place_history(PAST[:4]).figure.layout.annotations
    assert note.yshift == 0


def test_the_description_names_first_and_last_year_and_the_break() -> None:
    chart = place_history(PAST)
    check_alt(chart, [56_230, 62_890, 50_680, 55_570])
    assert chart.alt == (
        "Median annual pay: Paralegals $56,230 in 2021 and $62,890 in 2025, not comparable throughout: the line is "
        "interrupted; Legal secretaries $50,680 in 2023 and $55,570 in 2025."
    )


def test_one_release_is_told_once() -> None:
    assert place_history(PAST[:1]).alt == "Median annual pay: Paralegals $56,230 in 2021."


def test_the_axis_names_the_years_that_have_data() -> None:
    axis = place_history(PAST).figure.layout.xaxis
    assert list(axis.tickvals) == [2025, 2024, 2023, 2021]
    assert list(axis.range) == [2020.5, 2025.5]


def test_of_many_years_every_second_is_named() -> None:
    many = pd.DataFrame(
        [(year, "paralegal", "Paralegals", 50_000.0, 0) for year in range(2015, 2026)], columns=PAST.columns
    )
    assert list(place_history(many).figure.layout.xaxis.tickvals) == [2025, 2023, 2021, 2019, 2017, 2015]
