from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.charts import PLACE_DOTS_NOTE, place_dots
from lib.charts.chart import NEUTRAL, OTHER_SYMBOL, ROLE_COLORS, ROLE_SYMBOLS
from lib.charts.place_dots import GLYPHS, MOST_ROWS
from lib.charts.scale import DIFFERENCE, DOLLARS, JOBS, RATIO, SHARE, Unit
from lib.tables import load_roles
from tests.charts.reading import check_alt, texts

if TYPE_CHECKING:
    from lib.charts import Chart

ROLES = ("paralegal", "legal_secretary")
PLACES = pd.DataFrame(
    [
        ("San Jose-Sunnyvale-Santa Clara, CA", 99_250.0, "published", 87_270.0, "published"),
        ("Seattle-Tacoma-Bellevue, WA", 92_900.0, "published", 62_000.0, "estimated"),
        ("Bridgeport-Stamford-Danbury, CT", 61_000.0, "estimated", 77_000.0, "published"),
        ("Enid, OK", 45_460.0, "published", nan, ""),
        ("Ames, IA", nan, "", 90_000.0, "published"),
        ("San Juan-Bayamon-Caguas, PR", 38_780.0, "published", 35_560.0, "published"),
    ],
    columns=["label", "paralegal", "paralegal_basis", "legal_secretary", "legal_secretary_basis"],
)


def parts(chart: Chart, roles: tuple[str, ...] = ROLES) -> dict[str, Any]:
    return dict(zip(("line", *roles, "names"), chart.figure.data, strict=True))


def places(count: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "label": [f"Place {at}" for at in range(count)],
            "paralegal": [50_000.0 + at for at in range(count)],
            "paralegal_basis": "published",
        }
    )


def test_the_dots_carry_the_numbers_of_the_frame_in_its_order() -> None:
    drawn = parts(place_dots(PLACES, ROLES))
    for role in ROLES:
        there = PLACES[PLACES[role].notna()]
        assert list(drawn[role].x) == there[role].tolist()
        assert list(drawn[role].y) == there.index.tolist()
        assert [text.strip() for text in drawn[role].text] == [f"${value:,.0f}" for value in there[role]]


def test_colours_and_symbols_are_those_of_the_role_and_estimates_are_hollow() -> None:
    drawn = parts(place_dots(PLACES, ROLES))
    for role in ROLES:
        marker, symbol = drawn[role].marker, ROLE_SYMBOLS[role]
        basis = PLACES.loc[PLACES[role].notna(), f"{role}_basis"]
        assert marker.color == marker.line.color == ROLE_COLORS[role]
        assert list(marker.symbol) == [f"{symbol}-open" if kind == "estimated" else symbol for kind in basis]
    assert PLACE_DOTS_NOTE == "Hollow marks are our estimates."


def test_a_line_joins_the_two_dots_of_a_row() -> None:
    line = parts(place_dots(PLACES, ROLES))["line"]
    assert line.x[:6] == (87_270, 99_250, None, 62_000, 92_900, None)
    assert [at for at in line.y if at is not None] == [0, 0, 1, 1, 2, 2, 5, 5]  # rows 3 and 4 have one dot
    assert line.line.color == NEUTRAL


def test_the_figures_stand_on_the_outer_sides() -> None:
    drawn = parts(place_dots(PLACES, ROLES))
    # Enid's only dot lies in the lower half of the axis and leaves the right side to the note.
    assert list(drawn["paralegal"].textposition) == [
        "middle right", "middle right", "middle left", "middle left", "middle right",
    ]  # fmt: skip
    assert list(drawn["legal_secretary"].textposition) == [
        "middle left", "middle left", "middle right", "middle right", "middle left",
    ]  # fmt: skip


def test_a_missing_figure_is_told_on_the_empty_side() -> None:
    notes = {note.y: note for note in place_dots(PLACES, ROLES).figure.layout.annotations[1:]}
    assert {at: note.text for at, note in notes.items()} == {
        3: "Legal secretaries: no figure",
        4: "Paralegals: no figure",
    }
    assert (notes[3].x, notes[3].xanchor, notes[3].xref) == (1, "right", "paper")
    assert (notes[4].x, notes[4].xanchor) == (0, "left")


def test_a_place_without_any_figure_keeps_its_row() -> None:
    chart = place_dots(PLACES.assign(paralegal=nan, legal_secretary=nan), ROLES)
    assert texts(chart)[1:] == ["Paralegals, Legal secretaries: no figure"] * 6
    assert "paralegals no figure, legal secretaries no figure" in chart.alt
    low, high = chart.figure.layout.xaxis.range
    assert low < high


def test_names_stand_over_the_rows_from_the_left_edge() -> None:
    chart = place_dots(PLACES, ROLES, picked=["Enid, OK"])
    names = parts(chart)["names"]
    assert list(names.text) == [f"<b>{label}</b>" if label == "Enid, OK" else label for label in PLACES["label"]]
    assert set(names.x) == {chart.figure.layout.xaxis.range[0]}
    assert all(at - 1 < y < at for at, y in enumerate(names.y))
    assert names.textfont.color is None  # the page's ink


def test_long_names_are_shortened() -> None:
    frame = places(2)
    frame["label"] = [
        "Nashville-Davidson--Murfreesboro--Franklin, TN",
        "Eastern Sierra-Mother Lode Region of California nonmetropolitan area",
    ]
    names = parts(place_dots(frame, ["paralegal"]), ("paralegal",))["names"]
    assert list(names.text) == ["Nashville, TN", "Eastern Sierra-Mother Lode Region of California (nonmetro)"]


def test_picked_places_have_a_band() -> None:
    assert not place_dots(PLACES, ROLES).figure.layout.shapes
    (band,) = place_dots(PLACES, ROLES, picked=["Enid, OK", "Nowhere"]).figure.layout.shapes
    assert band.y0 < 3 < band.y1
    assert (band.fillcolor, band.layer, band.x0, band.x1) == (NEUTRAL, "below", 0, 1)


def test_the_key_names_the_roles_in_their_colours() -> None:
    key = texts(place_dots(PLACES, ROLES))[0]
    for role, glyph, name in (("paralegal", "●", "Paralegals"), ("legal_secretary", "◆", "Legal secretaries")):
        assert f'<span style="color:{ROLE_COLORS[role]};font-size:18px">{glyph}</span> {name}' in key
    assert "Legal" not in texts(place_dots(places(2), ["paralegal"]))[0]


def test_one_role_has_no_line_and_its_figures_follow_its_dots() -> None:
    drawn = parts(place_dots(places(3), ["paralegal"]), ("paralegal",))
    assert list(drawn["line"].x) == []
    assert set(drawn["paralegal"].textposition) == {"middle right"}


def test_the_axis_leaves_room_for_the_figures_and_need_not_reach_0() -> None:
    low, high = place_dots(PLACES, ROLES).figure.layout.xaxis.range
    span = 99_250 - 35_560
    assert low == pytest.approx(35_560 - 0.32 * span)
    assert high == pytest.approx(99_250 + 0.32 * span)


def test_small_differences_look_small() -> None:
    low, high = place_dots(places(3), ["paralegal"]).figure.layout.xaxis.range
    assert high - low > 3000


def test_at_most_25_places_are_drawn_and_the_description_says_so() -> None:
    chart = place_dots(places(51), ["paralegal"])
    assert len(parts(chart, ("paralegal",))["paralegal"].x) == MOST_ROWS == 25
    check_alt(chart, [50_000, 50_024])
    assert chart.alt.startswith("Median pay in 25 places, the first 25 of 51: first Place 0: paralegals $50,000")


def test_the_description_names_the_first_and_the_last_place() -> None:
    chart = place_dots(PLACES, ROLES, measure="Median annual pay, May 2025")
    check_alt(chart, [99_250, 87_270, 38_780, 35_560])
    assert chart.alt == (
        "Median annual pay, May 2025 in 6 places: first San Jose-Sunnyvale-Santa Clara, CA: paralegals $99,250 "
        "(published), legal secretaries $87,270 (published); last San Juan-Bayamon-Caguas, PR: paralegals $38,780 "
        "(published), legal secretaries $35,560 (published)."
    )


def test_one_place_is_described_once() -> None:
    alt = place_dots(places(1), ["paralegal"]).alt
    assert alt == "Median pay in 1 place: Place 0: paralegals $50,000 (published)."


def test_the_height_follows_the_rows_and_the_first_row_is_on_top() -> None:
    two, four = (place_dots(places(count), ["paralegal"]).figure.layout for count in (2, 4))
    assert four.height - two.height == 2 * 46
    assert four.yaxis.range[0] > 3 > 0 > four.yaxis.range[1]
    assert not four.yaxis.visible


@settings(max_examples=15)
@given(
    st.lists(st.tuples(st.floats(15_000, 300_000) | st.just(nan), st.floats(15_000, 300_000)), min_size=1, max_size=9)
)
def test_any_places_are_drawn_as_they_are(pay: list[tuple[float, float]]) -> None:
    frame = pd.DataFrame(
        [(f"Place {at}", one, "published", other, "estimated") for at, (one, other) in enumerate(pay)],
        columns=PLACES.columns,
    )
    chart = place_dots(frame, ROLES)
    drawn = parts(chart)
    assert list(drawn["paralegal"].x) == [one for one, _ in pay if one == one]
    assert list(drawn["legal_secretary"].x) == [other for _, other in pay]
    low, high = chart.figure.layout.xaxis.range
    assert all(low < value < high for values in pay for value in values if value == value)
    check_alt(chart, [value for values in (pay[0], pay[-1]) for value in values if value == value])


def one_role(values: list[float], role: str = "paralegal") -> pd.DataFrame:
    labels = [f"Place {at}" for at in range(len(values))]
    return pd.DataFrame({"label": labels, role: values, f"{role}_basis": "published"})


@pytest.mark.parametrize(
    ("unit", "values", "figures", "axis"),
    [
        (DOLLARS, [62_890.0, 55_570.0], ["$62,890", "$55,570"], "$~s"),
        (JOBS, [29_540.0, 730.0], ["29,540 jobs", "730 jobs"], ""),
        (RATIO, [3.61, 0.5], ["3.61", "0.50"], ""),
        (SHARE, [0.0437, -0.0653], ["+4.4%", "-6.5%"], "+.0%"),
    ],
    ids=["dollars", "jobs", "ratio", "share"],
)
def test_each_measure_is_written_in_its_unit(unit: Unit, values: list[float], figures: list[str], axis: str) -> None:
    chart = place_dots(one_role(values), ["paralegal"], measure="Some measure", unit=unit)
    dots = parts(chart, ("paralegal",))["paralegal"]
    assert list(dots.x) == values
    assert [text.strip() for text in dots.text] == figures
    assert chart.figure.layout.xaxis.tickformat == axis
    for place, figure in enumerate(figures):
        assert f"Place {place}: paralegals {figure} (published)" in chart.alt
        assert dots.customdata[place] == f"Place {place}: Paralegals {figure} (published)"


@pytest.mark.parametrize("value", [-0.065, 0.0, 0.044, 62_890.0])
@pytest.mark.parametrize("count", [1, 3])
def test_places_with_one_and_the_same_value_have_an_axis_around_it(value: float, count: int) -> None:
    unit = DOLLARS if value > 1 else SHARE
    low, high = place_dots(one_role([value] * count), ["paralegal"], unit=unit).figure.layout.xaxis.range
    assert low < value < high


def test_losses_and_gains_share_one_axis() -> None:
    low, high = place_dots(one_role([-0.10, 0.10]), ["paralegal"], unit=SHARE).figure.layout.xaxis.range
    assert (low, high) == pytest.approx((-0.10 - 0.32 * 0.2, 0.10 + 0.32 * 0.2))


def test_a_place_without_a_change_is_told_so() -> None:
    chart = place_dots(one_role([0.03, nan]), ["paralegal"], unit=SHARE)
    assert texts(chart)[1:] == ["Paralegals: no figure"]
    assert chart.alt.endswith("last Place 1: paralegals no figure.")


@pytest.mark.parametrize("role", [role for role in load_roles() if role not in ROLES])
def test_the_ladder_has_a_mark_of_its_own(role: str) -> None:
    frame = one_role([150_000.0, 90_000.0], role).assign(**{f"{role}_basis": ["published", "estimated"]})
    chart = place_dots(frame, [role])
    dots = parts(chart, (role,))[role]
    assert list(dots.marker.symbol) == [OTHER_SYMBOL, f"{OTHER_SYMBOL}-open"]
    assert dots.marker.color == NEUTRAL
    assert f"{GLYPHS[OTHER_SYMBOL]}</span> {load_roles()[role].plural}" in texts(chart)[0]


def test_a_difference_keeps_its_sign() -> None:
    dots = parts(place_dots(one_role([7_320.0, -9_530.0]), ["paralegal"], unit=DIFFERENCE), ("paralegal",))["paralegal"]
    assert [text.strip() for text in dots.text] == ["+$7,320", "-$9,530"]
