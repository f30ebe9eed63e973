from __future__ import annotations

from dataclasses import replace

import pytest

from lib.careers.training import Training, training_return
from lib.charts.chart import NEUTRAL
from lib.charts.earnings_curves import earnings_curves
from lib.charts.month_compare import STYLES
from tests.charts.reading import check_alt, texts

# -28,500 in year 1, then 10,000 a year: back in year 4, 11,500 after 5 years (tests/careers/test_training.py).
PLAIN = training_return(Training("Certificate", 8_000, 500, 12, 0.5, 40_000, 50_000, 0, 0, 5))
# -30,500 in year 1, then 5,000 a year: -10,500 after 5 years, never back.
LOSS = training_return(replace(PLAIN.training, name="Degree, 2 years", tuition=10_000, pay_after=45_000))


def test_a_line_starts_at_nothing_and_follows_the_gain() -> None:
    line, mark = earnings_curves([PLAIN]).figure.data
    assert list(line.x) == [0, 1, 2, 3, 4, 5]
    assert list(line.y) == [0, -28_500, -18_500, -8_500, 1_500, 11_500]
    assert (list(mark.x), list(mark.y), mark.marker.symbol) == ([4], [1_500], "circle-open")


def test_two_lines_differ_in_colour_dash_and_symbol_and_one_never_breaks_even() -> None:
    first, second, mark = earnings_curves([PLAIN, LOSS]).figure.data
    assert list(second.y) == [0, -30_500, -25_500, -20_500, -15_500, -10_500]
    for line, style in zip((first, second), STYLES, strict=False):
        assert (line.line.color, line.line.dash, line.marker.symbol) == style[:3]
    assert list(mark.x) == [4]


def test_in_all_stands_beside_no_training() -> None:
    first, without, mark = earnings_curves([PLAIN], in_all=True).figure.data
    # 20,000 - 8,500 = 11,500 in year 1, then 50,000 a year; without training 40,000 a year.
    assert list(first.y) == [0, 11_500, 61_500, 111_500, 161_500, 211_500]
    assert list(without.y) == [0, 40_000, 80_000, 120_000, 160_000, 200_000]
    assert (without.line.color, without.line.dash) == (NEUTRAL, "dot")
    assert list(mark.y) == [161_500]


def test_lines_end_in_name_and_amount_that_do_not_meet() -> None:
    chart = earnings_curves([PLAIN, replace(PLAIN, training=replace(PLAIN.training, name="Other"))])
    assert [text.split("</span> ")[1] for text in texts(chart)] == [
        "Certificate<br><b>$11,500</b>",
        "Other<br><b>$11,500</b>",
    ]
    first, second = chart.figure.layout.annotations
    # Two lines of words of 15 pixels and 4 between them, of 350 pixels for the range.
    low, high = chart.figure.layout.yaxis.range
    assert abs(first.y - second.y) == pytest.approx(34 / 350 * (high - low))


def test_the_axis_holds_every_line_and_zero() -> None:
    low, high = earnings_curves([PLAIN, LOSS]).figure.layout.yaxis.range
    assert low < -30_500
    assert high > 11_500
    free = training_return(Training("Free", 0, 0, 0, 0, 40_000, 40_000, 0, 0, 5))
    low, high = earnings_curves([free]).figure.layout.yaxis.range
    assert low < 0 < high
    assert [shape.y0 for shape in earnings_curves([PLAIN]).figure.layout.shapes] == [0]


def test_the_description_names_ends_and_break_even() -> None:
    chart = earnings_curves([PLAIN, LOSS])
    check_alt(chart, [11_500, 10_500])
    assert chart.alt == (
        "Gained against no training after 5 years: Certificate $11,500, breaks even by the end of year 4; Degree, 2 "
        "years -$10,500, does not break even."
    )
    chart = earnings_curves([PLAIN], in_all=True)
    check_alt(chart, [211_500, 200_000])
    assert chart.alt == (
        "Earned in all, price of the training taken off, after 5 years: Certificate $211,500, breaks even by the end "
        "of year 4; no training $200,000."
    )


def test_a_price_that_was_not_found_has_no_break_even() -> None:
    chart = earnings_curves([PLAIN, LOSS], unpriced={"Certificate"})
    assert len(chart.figure.data) == 2
    assert chart.alt == (
        "Gained against no training after 5 years: Certificate $11,500, before a price not found; Degree, 2 years "
        "-$10,500, does not break even."
    )
