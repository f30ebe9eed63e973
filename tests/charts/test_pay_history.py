from __future__ import annotations

import pandas as pd
import pytest

from lib.charts import pay_history
from lib.charts.chart import NEUTRAL, ROLE_COLORS, ROLE_SYMBOLS
from lib.pay.overview import history
from tests.charts.reading import check_alt, texts

PAST = pd.DataFrame(
    [
        (2023, "paralegal", "Paralegals", 60_970.0, 60_970.0),
        (2024, "paralegal", "Paralegals", 61_010.0, 62_770.0),
        (2025, "paralegal", "Paralegals", 62_890.0, 64_426.0),
        (2023, "legal_secretary", "Legal secretaries", 50_680.0, 50_680.0),
        (2024, "legal_secretary", "Legal secretaries", 54_140.0, 52_176.0),
        (2025, "legal_secretary", "Legal secretaries", 55_570.0, 53_553.0),
    ],
    columns=["year", "role", "label", "median", "with_prices"],
)
BY_ROLE = dict(list(PAST.groupby("role", sort=False)))


def test_one_line_a_role_with_its_numbers_colour_and_symbol() -> None:
    lines = pay_history(PAST).figure.data
    assert [line.name for line in lines] == ["Paralegals", "Legal secretaries"]
    for line, (role, rows) in zip(lines, BY_ROLE.items(), strict=True):
        assert list(line.x) == rows["year"].tolist()
        assert list(line.y) == rows["median"].tolist()
        assert line.line.color == line.marker.color == ROLE_COLORS[role]
        assert line.marker.symbol == ROLE_SYMBOLS[role]
        assert (line.mode, line.line.dash) == ("lines+markers", "solid")


def test_prices_are_drawn_dotted_and_neutral_behind_each_line() -> None:
    lines = pay_history(PAST, with_prices=True).figure.data
    assert len(lines) == 4
    for line, rows in zip(lines[::2], BY_ROLE.values(), strict=True):
        assert list(line.y) == rows["with_prices"].tolist()
        assert (line.line.color, line.line.dash, line.mode) == (NEUTRAL, "dot", "lines")
        assert line.name == f"{rows['label'].iloc[0]}, first year raised by prices"
    for line, rows in zip(lines[1::2], BY_ROLE.values(), strict=True):
        assert list(line.y) == rows["median"].tolist()


def test_each_line_ends_in_its_name_and_newest_median() -> None:
    chart = pay_history(PAST)
    assert texts(chart) == ["Paralegals<br>$62,890", "Legal secretaries<br>$55,570"]
    assert [(note.x, note.y) for note in chart.figure.layout.annotations] == [(2025, 62_890), (2025, 55_570)]


@pytest.mark.parametrize("with_prices", [False, True])
def test_the_description_names_first_and_last_year(with_prices: bool) -> None:
    chart = pay_history(PAST, with_prices=with_prices)
    check_alt(chart, [60_970, 62_890, 50_680, 55_570, *([64_426, 53_553] if with_prices else [])])
    assert ("64,426" in chart.alt) == with_prices
    assert "Paralegals from $60,970 in 2023 to $62,890 in 2025" in chart.alt
    assert "Legal secretaries from $50,680 in 2023 to $55,570 in 2025" in chart.alt


def test_the_axis_reaches_over_all_years() -> None:
    assert list(pay_history(PAST).figure.layout.xaxis.range) == [2022.5, 2025.5]


def test_the_published_history_reaches_the_figure() -> None:
    past = history()
    chart = pay_history(past, with_prices=True)
    # BLS national workbooks: medians of paralegals May 2015 and May 2025.
    line = chart.figure.data[1]
    assert (line.y[0], line.y[-1]) == (48_810, 62_890)
    assert list(line.x) == list(range(2015, 2026))
