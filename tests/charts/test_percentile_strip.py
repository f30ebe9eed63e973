from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.charts import Chart, percentile_strip
from lib.charts.chart import PERCENTILE_NAMES, ROLE_COLORS, ROLE_SYMBOLS
from lib.charts.percentile_strip import BANDS
from lib.pay.overview import strips
from tests.charts.reading import check_alt, texts

ROWS = pd.DataFrame(
    [
        ("Paralegals", "paralegal", 44_740.0, 50_340.0, 62_890.0, 80_080.0, 101_500.0),
        ("Legal secretaries", "legal_secretary", 36_500.0, 44_450.0, 55_570.0, 71_970.0, 91_730.0),
    ],
    columns=["label", "role", *BANDS],
)
OFFER = 58_000.0
TRACES_A_ROW = 3


def strips_of(chart: Chart, at: int) -> tuple[list[float], list[float], list[float]]:
    """Return the ends of the thin line and of the thick bar, and the five marks, of one row."""
    thin, thick, marks = chart.figure.data[TRACES_A_ROW * at : TRACES_A_ROW * (at + 1)]
    assert thin.line.width < thick.line.width
    assert set(thin.y) == set(thick.y) == set(marks.y) == {at}
    return list(thin.x), list(thick.x), list(marks.x)


@pytest.mark.parametrize("offer", [None, OFFER])
def test_the_traces_carry_the_numbers_of_the_frame(offer: float | None) -> None:
    chart = percentile_strip(ROWS, offer)
    assert len(chart.figure.data) == TRACES_A_ROW * len(ROWS) + (offer is not None)
    for at, row in enumerate(ROWS.to_dict("records")):
        thin, thick, marks = strips_of(chart, at)
        assert thin == [row["p10"], row["p90"]]
        assert thick == [row["p25"], row["p75"]]
        assert marks == [row[band] for band in BANDS]


def test_colours_symbols_and_names_are_those_of_the_role() -> None:
    chart = percentile_strip(ROWS)
    for at, (role, label) in enumerate(zip(ROWS["role"], ROWS["label"], strict=True)):
        thin, thick, marks = chart.figure.data[TRACES_A_ROW * at : TRACES_A_ROW * (at + 1)]
        assert {thin.line.color, thick.line.color, marks.marker.line.color} == {ROLE_COLORS[role]}
        assert set(marks.marker.color) == {ROLE_COLORS[role], "#FFFFFF"}
        assert marks.marker.color[BANDS.index("median")] == "#FFFFFF"
        assert marks.marker.symbol == ROLE_SYMBOLS[role]
        assert tuple(marks.customdata) == PERCENTILE_NAMES
        assert label in marks.hovertemplate


def test_the_drawing_names_each_row_and_its_median_and_outer_percentiles() -> None:
    written = texts(percentile_strip(ROWS))
    for row in ROWS.to_dict("records"):
        assert f"<b>{row['label']}</b>" in written
        assert {f"${row[band]:,.0f}" for band in ("p10", "median", "p90")} <= set(written)


def test_the_offer_is_marked_at_the_offer_in_every_row() -> None:
    chart = percentile_strip(ROWS, OFFER)
    marker = chart.figure.data[-1]
    assert marker.name == "Your figure"
    assert list(marker.x) == [OFFER, OFFER]
    assert list(marker.y) == [0, 1]
    label = chart.figure.layout.annotations[-1]
    assert (label.text, label.x, label.y) == ("Your figure $58,000", OFFER, 1)
    assert "your figure $58,000" in chart.alt


def test_no_offer_leaves_no_mark() -> None:
    chart = percentile_strip(ROWS)
    assert all(trace.name is None for trace in chart.figure.data)
    assert "figure" not in chart.alt


def test_an_offer_of_nothing_is_still_marked() -> None:
    assert list(percentile_strip(ROWS, 0.0).figure.data[-1].x) == [0.0, 0.0]


@pytest.mark.parametrize("offer", [None, OFFER])
def test_the_description_holds_every_number(offer: float | None) -> None:
    amounts = [*ROWS[list(BANDS)].to_numpy().ravel(), *([] if offer is None else [offer])]
    chart = percentile_strip(ROWS, offer)
    check_alt(chart, amounts)
    for row in ROWS.to_dict("records"):
        assert (
            f"{row['label']}: median ${row['median']:,.0f}, middle half ${row['p25']:,.0f} to ${row['p75']:,.0f}, "
            f"10th to 90th percentile ${row['p10']:,.0f} to ${row['p90']:,.0f}"
        ) in chart.alt


def test_rows_stand_from_top_to_bottom_and_the_offer_gets_room() -> None:
    chart, with_offer = percentile_strip(ROWS), percentile_strip(ROWS, OFFER)
    top, bottom = chart.figure.layout.yaxis.range[1], chart.figure.layout.yaxis.range[0]
    assert top < 0 < 1 < bottom
    assert (
        with_offer.figure.layout.height > chart.figure.layout.height > percentile_strip(ROWS[:1]).figure.layout.height
    )


def test_a_chart_cannot_be_dragged_and_has_no_legend() -> None:
    layout = percentile_strip(ROWS).figure.layout
    assert layout.dragmode is False
    assert layout.xaxis.fixedrange
    assert layout.yaxis.fixedrange
    assert layout.showlegend is False


def test_the_published_strips_reach_the_figure() -> None:
    rows = strips("2025-05")
    chart = percentile_strip(rows)
    assert strips_of(chart, 0)[2] == [44_740, 50_340, 62_890, 80_080, 101_500]  # BLS national_M2025_dl.xlsx
    check_alt(chart, rows[list(BANDS)].to_numpy().ravel())


@settings(max_examples=15)
@given(
    st.lists(st.lists(st.floats(15_000, 500_000), min_size=5, max_size=5).map(sorted), min_size=1, max_size=3),
    st.none() | st.floats(1, 1_000_000),
)
def test_any_rows_are_drawn_as_they_are(ladders: list[list[float]], offer: float | None) -> None:
    rows = pd.DataFrame([("Paralegals", "paralegal", *ladder) for ladder in ladders], columns=ROWS.columns)
    chart = percentile_strip(rows, offer)
    for at, ladder in enumerate(ladders):
        assert strips_of(chart, at)[2] == ladder
    check_alt(chart, [*rows[list(BANDS)].to_numpy().ravel(), *([] if offer is None else [offer])])
