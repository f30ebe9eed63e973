from __future__ import annotations

from itertools import pairwise
from math import hypot, isnan, nan
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pytest

from lib.charts import AREA_MAP_NOTE, DIFFERENCE, DOLLARS, area_map
from lib.charts.area_map import EAST, LEAST_SIZE, MOST_SIZE, NORTH, SOUTH, WEST
from lib.charts.chart import NEUTRAL
from lib.charts.place_names import short_place
from lib.charts.projection import to_map
from lib.charts.scale import PICKED_NAME
from lib.tables import load_wages
from lib.tables.map_shapes import load_area_points, load_state_outlines
from tests.charts.reading import check_alt

if TYPE_CHECKING:
    from lib.charts import Chart

MEASURE = "Median annual pay of paralegals, May 2025"
NOTE = "withheld"
AREAS = pd.DataFrame(
    [
        ("41940", "San Jose-Sunnyvale-Santa Clara, CA", 99_250.0, 2_500.0, "published", ""),
        ("41860", "San Francisco-Oakland-Fremont, CA", 84_030.0, 7_000.0, "published", ""),
        ("35620", "New York-Newark-Jersey City, NY-NJ", 73_000.0, 28_000.0, "published", ""),
        ("11260", "Anchorage, AK", 66_000.0, nan, "estimated", ""),
        ("13220", "Beckley, WV", 35_900.0, 60.0, "published", ""),
        ("46520", "Urban Honolulu, HI", nan, 700.0, "published", NOTE),
        ("0100001", "Northwest Alabama nonmetropolitan area", 45_000.0, 90.0, "published", ""),
    ],
    columns=["area_code", "label", "value", "employment", "basis", "note"],
)
BY_CODE = {row["area_code"]: row for row in AREAS.to_dict("records")}


def draw(**how: Any) -> Chart:
    return area_map(AREAS, **{"measure": MEASURE, "unit": DOLLARS, **how})


def parts(chart: Chart) -> dict[str, Any]:
    return dict(zip(("outlines", "empty", "marks", "rings", "key"), chart.figure.data, strict=True))


def marks_by_place(chart: Chart) -> dict[str, dict[str, Any]]:
    """Return what is drawn for each area, by the start of its words."""
    marks = parts(chart)["marks"]
    columns = (marks.x, marks.y, marks.marker.color, marks.marker.size, marks.marker.symbol)
    names = ("x", "y", "color", "size", "symbol")
    return {
        told.split(":")[0]: {**dict(zip(names, cells, strict=True)), "told": told}
        for told, *cells in zip(marks.hovertext, *columns, strict=True)
    }


def test_each_area_stands_at_its_centre_with_its_value() -> None:
    drawn = marks_by_place(draw())
    assert len(drawn) == 5
    for code in ("41940", "41860", "35620", "11260", "13220"):
        row = BY_CODE[code]
        mark = drawn[row["label"]]
        assert (mark["x"], mark["y"]) == pytest.approx(to_map(*load_area_points()[code]))
        assert mark["color"] == row["value"]
        assert mark["told"] == f"{row['label']}: ${row['value']:,.0f} ({row['basis']})"


def test_estimates_have_another_symbol() -> None:
    symbols = {name: mark["symbol"] for name, mark in marks_by_place(draw()).items()}
    assert symbols.pop("Anchorage, AK") == "triangle-up"
    assert set(symbols.values()) == {"circle"}
    assert "triangles are our estimates" in AREA_MAP_NOTE


# A quarter of the largest area's jobs is a quarter of its surface, half of its diameter.
def test_the_surface_of_a_mark_grows_with_employment() -> None:
    sizes = {name: mark["size"] for name, mark in marks_by_place(draw()).items()}
    assert sizes["New York-Newark-Jersey City, NY-NJ"] == MOST_SIZE
    assert sizes["San Francisco-Oakland-Fremont, CA"] == pytest.approx(MOST_SIZE / 2)
    assert sizes["Beckley, WV"] == sizes["Anchorage, AK"] == LEAST_SIZE


def test_small_marks_lie_on_top_of_large_ones() -> None:
    sizes = list(parts(draw())["marks"].marker.size)
    assert sizes == sorted(sizes, reverse=True)


def test_an_area_without_a_value_is_an_empty_circle_with_its_reason() -> None:
    empty = parts(draw())["empty"]
    assert list(empty.hovertext) == [f"Urban Honolulu, HI: {NOTE}"]
    assert (empty.marker.symbol, empty.marker.color) == ("circle-open", NEUTRAL)


def test_picked_areas_get_a_ring_and_a_short_name() -> None:
    rings = parts(draw(picked=["41940", "41860", "46520"]))["rings"]
    assert rings.name == PICKED_NAME
    assert set(rings.text) == {"<b>San Jose, CA</b>", "<b>San Francisco, CA</b>", "<b>Urban Honolulu, HI</b>"}
    at = dict(zip(rings.text, zip(rings.x, rings.y, rings.marker.size, rings.textposition, strict=True), strict=True))
    san_jose, san_francisco = at["<b>San Jose, CA</b>"], at["<b>San Francisco, CA</b>"]
    assert san_jose[:2] == pytest.approx(to_map(*load_area_points()["41940"]))
    assert san_francisco[2] == pytest.approx(MOST_SIZE / 2 + 8)
    assert (san_jose[3], san_francisco[3]) == ("bottom right", "top right")  # near one another, the west coast


def test_names_stay_inside_the_map() -> None:
    rings = parts(draw(picked=["35620", "13220"]))["rings"]
    assert dict(zip(rings.text, rings.textposition, strict=True)) == {
        "<b>New York, NY</b>": "top left",
        "<b>Beckley, WV</b>": "top center",
    }


def test_nothing_picked_draws_no_ring() -> None:
    assert len(parts(draw())["rings"].x) == 0


def test_the_description_names_the_ends_and_what_is_not_drawn() -> None:
    chart = draw()
    check_alt(chart, [99_250, 84_030, 73_000, 35_900, 45_000, 66_000])
    assert chart.alt == (
        f"{MEASURE}: highest San Jose, CA $99,250, San Francisco, CA $84,030, New York, NY $73,000; lowest Beckley, WV "
        "$35,900, Northwest Alabama (nonmetro) $45,000, Anchorage, AK $66,000; 1 of 7 estimated, 1 without a "
        "figure. Not on the map: 1."
    )
    assert "Nonmetropolitan areas" in AREA_MAP_NOTE


def test_without_areas_off_the_map_nothing_is_said_of_them() -> None:
    assert "Not on the map" not in area_map(AREAS[:3], measure=MEASURE, unit=DOLLARS).alt


def test_differences_have_their_own_colours() -> None:
    marker = parts(draw(unit=DIFFERENCE))["marks"].marker
    assert tuple(color for _, color in marker.colorscale) == DIFFERENCE.colors
    assert marker.cmin == -marker.cmax


def test_a_map_of_no_areas_still_shows_the_states() -> None:
    chart = area_map(AREAS[:0], measure=MEASURE, unit=DOLLARS)
    assert len(parts(chart)["marks"].x) == 0
    assert len(parts(chart)["outlines"].x) > 1000


def test_every_side_of_every_outline_is_drawn_once() -> None:
    outlines = parts(draw())["outlines"]
    drawn: set[tuple[tuple[float, float], ...]] = set()
    last = None
    for x, y in zip(outlines.x.tolist(), outlines.y.tolist(), strict=True):
        place = None if isnan(x) else (x, y)
        if place and last:
            side = tuple(sorted((last, place)))
            assert side not in drawn
            drawn.add(side)
        last = place
    wanted = {
        tuple(sorted(tuple(np.array(to_map(*end), dtype=np.float32).tolist()) for end in side))
        for ring in load_state_outlines()
        for side in pairwise(ring.corners)
    }
    assert drawn == wanted


def test_everything_lies_inside_the_frame_and_the_axes_are_true() -> None:
    chart = draw()
    outlines, layout = parts(chart)["outlines"], chart.figure.layout
    assert WEST < np.nanmin(outlines.x) < np.nanmax(outlines.x) < EAST
    assert SOUTH < np.nanmin(outlines.y) < np.nanmax(outlines.y) < NORTH
    assert layout.yaxis.scaleanchor == "x"
    assert layout.dragmode is False
    assert not layout.xaxis.visible
    assert not layout.yaxis.visible
    assert {trace.type for trace in chart.figure.data} == {"scatter"}


def test_moved_parts_do_not_lie_on_the_others() -> None:
    boxes = {}
    for ring in load_state_outlines():
        part = ring.state if ring.state in {"AK", "HI", "PR"} else "lower 48"
        boxes.setdefault(part, []).extend(to_map(*corner) for corner in ring.corners)
    others = boxes.pop("lower 48")
    for part, corners in boxes.items():
        nearest = min(hypot(x - x2, y - y2) for x, y in corners[::3] for x2, y2 in others[::3])
        assert nearest > 50, part


# The area of Colorado is 269,601 square kilometres (U.S. Census Bureau, State Area Measurements, 2010).
def test_a_state_has_its_true_area() -> None:
    (ring,) = [ring for ring in load_state_outlines() if ring.state == "CO"]
    corners = [to_map(*corner) for corner in ring.corners]
    twice = sum(x * y2 - x2 * y for (x, y), (x2, y2) in pairwise(corners))
    assert abs(twice / 2) == pytest.approx(269_601, rel=0.01)


def test_every_published_metropolitan_area_is_on_the_map() -> None:
    wages = load_wages()
    metros = [area for area in wages.areas.values() if area.area_type == "metro"]
    frame = pd.DataFrame(
        {
            "area_code": [area.area_code for area in metros],
            "label": [area.area_title for area in metros],
            "value": [wages.medians.get(("2025-05", area.area_code, "23-2011"), nan) for area in metros],
            "employment": 100.0,
            "basis": "published",
            "note": NOTE,
        }
    )
    chart = area_map(frame, measure=MEASURE, unit=DOLLARS)
    drawn = marks_by_place(chart)
    assert len(drawn) == frame["value"].notna().sum() == 376
    assert drawn["San Jose-Sunnyvale-Santa Clara, CA"]["color"] == 99_250  # BLS MSA_M2025_dl.xlsx
    assert "Not on the map" not in chart.alt
    assert len(chart.alt) <= 400


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("San Jose-Sunnyvale-Santa Clara, CA", "San Jose, CA"),
        ("Louisville/Jefferson County, KY-IN", "Louisville, KY"),
        ("Nashville-Davidson--Murfreesboro--Franklin, TN", "Nashville, TN"),
        ("Abilene, TX", "Abilene, TX"),
        ("Texas", "Texas"),
        ("Northwest Alabama nonmetropolitan area", "Northwest Alabama (nonmetro)"),
        ("Winston-Salem, NC", "Winston-Salem, NC"),
    ],
)
def test_short_names(title: str, short: str) -> None:
    assert short_place(title) == short
