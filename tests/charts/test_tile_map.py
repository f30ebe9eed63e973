from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plotly.colors import sample_colorscale, unlabel_rgb

from lib.charts import DIFFERENCE, DOLLARS, TILE_MAP_NOTE, UNITS, tile_map
from lib.charts.chart import NEUTRAL
from lib.charts.scale import JOBS, RATIO, SHARE, TILE_INK, Unit, key_trace, summary, told
from lib.charts.tile_map import TILES
from lib.pay.places import MEASURES
from lib.tables import load_wages
from tests.charts.reading import check_alt
from tests.charts.test_palette import contrast

if TYPE_CHECKING:
    from lib.charts import Chart

MEASURE = "Median annual pay of paralegals by state, May 2025"
NOTE = "BLS has an estimate but does not release it"
NAMES = {area.state: area.area_title for area in load_wages().areas.values() if area.area_type == "state"}
EACH_UNIT = pytest.mark.parametrize("unit", [*UNITS.values(), DIFFERENCE], ids=[*UNITS, "difference"])


def states(changes: dict[str, float], basis: dict[str, str] | None = None, start: float = 50_000) -> pd.DataFrame:
    """Return a frame of all states: 50,100, 50,200 and so on in alphabetical order, with some changed."""
    codes = sorted(TILES)
    return pd.DataFrame(
        {
            "state": codes,
            "label": [NAMES[code] for code in codes],
            "value": [changes.get(code, start + 100 * at) for at, code in enumerate(codes, 1)],
            "basis": [(basis or {}).get(code, "published") for code in codes],
            "note": NOTE,
        }
    )


PAY = states(
    {"CA": 89_750.0, "WA": 80_010.0, "DC": 89_000.0, "MS": 46_180.0, "AL": 47_260.0, "AR": nan}, {"TX": "estimated"}
)
APART = states(
    {"WA": 21_040.0, "KY": 400.0, "DC": -9_530.0, "NY": -3_820.0, "VT": 0.0, "AR": nan}, {"TX": "estimated"}, 0
)


def parts(chart: Chart) -> dict[str, Any]:
    names = ("tiles", "estimated", "empty", "labels", "empty_labels", "key")
    return dict(zip(names, chart.figure.data, strict=True))


def labels(trace: Any) -> dict[tuple[float, float], str]:
    return {(x, y): text for x, y, text in zip(trace.x, trace.y, trace.text, strict=True)}


def test_every_state_has_one_tile_of_its_own() -> None:
    assert set(TILES) == set(NAMES)
    assert len(set(TILES.values())) == len(TILES) == 51
    assert {x for x, _ in TILES.values()} == set(range(11))
    assert {y for _, y in TILES.values()} == set(range(8))


# West of, and north of: as on a map.
@pytest.mark.parametrize(("west", "east"), [("WA", "ME"), ("CA", "NV"), ("OR", "ID"), ("TX", "FL"), ("OH", "PA")])
def test_tiles_lie_west_to_east(west: str, east: str) -> None:
    assert TILES[west][0] < TILES[east][0]


@pytest.mark.parametrize(("north", "south"), [("WA", "CA"), ("ND", "TX"), ("ME", "FL"), ("MI", "GA"), ("VA", "NC")])
def test_tiles_lie_north_to_south(north: str, south: str) -> None:
    assert TILES[north][1] < TILES[south][1]


@pytest.mark.parametrize(("frame", "unit"), [(PAY, DOLLARS), (APART, DIFFERENCE)], ids=["dollars", "difference"])
def test_the_tiles_carry_the_numbers_of_the_frame(frame: pd.DataFrame, unit: Unit) -> None:
    drawn = parts(tile_map(frame, measure=MEASURE, unit=unit))
    cells = drawn["tiles"].z
    for row in frame.to_dict("records"):
        x, y = TILES[row["state"]]
        assert cells[y][x] == (row["value"] if row["value"] == row["value"] else None)
    assert sum(cell is not None for line in cells for cell in line) == 50
    assert not drawn["tiles"].showscale


def test_each_tile_names_its_state_and_its_value() -> None:
    drawn = parts(tile_map(PAY, measure=MEASURE, unit=DOLLARS))
    assert labels(drawn["labels"])[TILES["CA"]] == "<b>CA</b><br>$90k"
    assert labels(drawn["labels"])[TILES["MS"]] == "<b>MS</b><br>$46k"
    assert drawn["tiles"].customdata[TILES["CA"][1]][TILES["CA"][0]] == "California: $89,750 (published)"
    assert drawn["labels"].textfont.color == TILE_INK


def test_differences_carry_their_sign() -> None:
    drawn = parts(tile_map(APART, measure=MEASURE, unit=DIFFERENCE))
    told = labels(drawn["labels"])
    assert told[TILES["WA"]] == "<b>WA</b><br>+21k"
    assert told[TILES["DC"]] == "<b>DC</b><br>-10k"
    assert told[TILES["KY"]] == "<b>KY</b><br>+0.4k"
    assert told[TILES["VT"]] == "<b>VT</b><br>0k"
    assert drawn["tiles"].zmin == -drawn["tiles"].zmax
    assert (drawn["key"].text[0], drawn["key"].text[-1]) == (
        "Legal secretaries<br>-$10k or more ",
        " Paralegals<br>+$10k or more",
    )


def test_estimates_differ_by_border_and_slant() -> None:
    drawn = parts(tile_map(PAY, measure=MEASURE, unit=DOLLARS))
    assert labels(drawn["labels"])[TILES["TX"]] == "<b>TX</b><br><i>$54k</i>"
    slanted = [place for place, text in labels(drawn["labels"]).items() if "<i>" in text]
    assert slanted == [TILES["TX"]]
    x, y = TILES["TX"]
    assert drawn["estimated"].line.dash == "3px,3px"
    assert {at for at in drawn["estimated"].x if at is not None} == {x - 0.44, x + 0.44}
    assert {at for at in drawn["estimated"].y if at is not None} == {y - 0.44, y + 0.44}
    assert "dashed border" in TILE_MAP_NOTE


def test_a_state_without_a_value_is_an_empty_tile_with_its_reason() -> None:
    drawn = parts(tile_map(PAY, measure=MEASURE, unit=DOLLARS))
    assert labels(drawn["empty_labels"]) == {TILES["AR"]: "<b>AR</b><br>–"}
    assert list(drawn["empty_labels"].hovertext) == [f"Arkansas: {NOTE}"]
    assert drawn["empty_labels"].textfont.color is None  # the page's ink
    assert drawn["empty"].line.color == NEUTRAL
    assert TILES["AR"] not in labels(drawn["labels"])


@EACH_UNIT
def test_text_is_readable_on_every_colour_of_the_scale(unit: Unit) -> None:
    shades = sample_colorscale(unit.colorscale(), [at / 200 for at in range(201)])
    for shade in shades:
        red, green, blue = (round(channel) for channel in unlabel_rgb(shade))
        assert contrast(TILE_INK, f"#{red:02X}{green:02X}{blue:02X}") >= 4.5


@EACH_UNIT
def test_the_key_shows_the_colours_of_the_scale(unit: Unit) -> None:
    key = parts(tile_map(PAY, measure=MEASURE, unit=unit))["key"]
    assert tuple(key.marker.color) == unit.colors
    assert len(set(key.x)) == len(unit.colors)


def test_the_two_directions_of_a_difference_have_two_hues_around_a_neutral_middle() -> None:
    low, middle, high = (DIFFERENCE.colors[at] for at in (0, 2, 4))
    assert len({middle[1:3], middle[3:5], middle[5:7]}) == 1
    assert low[1:3] > low[5:7]
    assert high[1:3] < high[5:7]


def test_the_description_names_the_ends_and_the_gaps() -> None:
    chart = tile_map(PAY, measure=MEASURE, unit=DOLLARS)
    check_alt(chart, [89_750, 89_000, 80_010, 46_180, 47_260, 50_100])
    assert chart.alt == (
        f"{MEASURE}: highest California $89,750, District of Columbia $89,000, Washington $80,010; "
        "lowest Mississippi $46,180, Alabama $47,260, Alaska $50,100; 1 of 51 estimated, 1 without a figure."
    )
    assert len(chart.alt) <= 400


def test_the_description_of_a_difference_says_who_earns_more() -> None:
    chart = tile_map(APART, measure="Difference of medians", unit=DIFFERENCE)
    assert "paralegals earn more in 47 places, legal secretaries in 2; highest Washington +$21,040" in chart.alt
    assert "lowest District of Columbia -$9,530, New York -$3,820, Vermont $0" in chart.alt
    check_alt(chart, [21_040, 9_530, 3_820])


@EACH_UNIT
def test_a_map_without_any_value_is_still_drawn(unit: Unit) -> None:
    chart = tile_map(PAY.assign(value=nan), measure=MEASURE, unit=unit)
    assert len(parts(chart)["empty_labels"].x) == 51
    assert "0 of 51 estimated, 51 without a figure." in chart.alt
    assert "highest" not in chart.alt
    assert parts(chart)["tiles"].zmin < parts(chart)["tiles"].zmax


def test_one_place_is_highest_and_lowest() -> None:
    rows = [{"label": "Guam", "value": 40_000.0, "basis": "published"}]
    assert summary("Pay", rows, DOLLARS) == (
        "Pay: highest Guam $40,000; lowest Guam $40,000; 0 of 1 estimated, 0 without a figure."
    )


@pytest.mark.parametrize(
    ("value", "short", "full"),
    [(62_890, "$63k", "$62,890"), (62_499, "$62k", "$62,499"), (99_600, "$100k", "$99,600"), (0, "$0k", "$0")],
)
def test_dollars_in_words(value: float, short: str, full: str) -> None:
    assert (DOLLARS.short(value), DOLLARS.full(value)) == (short, full)


@pytest.mark.parametrize(
    ("value", "short", "full"),
    [
        (7_320, "+$7k", "+$7,320"),
        (-7_320, "-$7k", "-$7,320"),
        (940, "+$0.9k", "+$940"),
        (960, "+$1k", "+$960"),
        (-400, "-$0.4k", "-$400"),
        (-0.4, "$0k", "$0"),
        (0.4, "$0k", "$0"),
    ],
)
def test_differences_in_words(value: float, short: str, full: str) -> None:
    assert (DIFFERENCE.short(value), DIFFERENCE.full(value)) == (short, full)


# Jobs, location quotients and changes, as a place has them.
@pytest.mark.parametrize(
    ("unit", "value", "short", "full"),
    [
        (JOBS, 30, "30", "30 jobs"),
        (JOBS, 999, "999", "999 jobs"),
        (JOBS, 1_000, "1k", "1,000 jobs"),
        (JOBS, 29_540, "30k", "29,540 jobs"),
        (JOBS, 0, "0", "0 jobs"),
        (RATIO, 0.83, "0.83", "0.83"),
        (RATIO, 3.614, "3.61", "3.61"),
        (SHARE, 0.0437, "+4%", "+4.4%"),
        (SHARE, -0.0653, "-7%", "-6.5%"),
        (SHARE, -0.0004, "+0%", "+0.0%"),
        (SHARE, 0, "+0%", "+0.0%"),
    ],
)
def test_other_measures_in_words(unit: Unit, value: float, short: str, full: str) -> None:
    assert (unit.short(value), unit.full(value)) == (short, full)


def test_each_unit_of_a_measure_has_a_scale() -> None:
    assert {measure.unit for measure in MEASURES.values()} == set(UNITS)
    assert UNITS == {"dollars": DOLLARS, "jobs": JOBS, "ratio": RATIO, "share": SHARE}
    assert [unit.signed for unit in UNITS.values()] == [False] * 4
    assert DIFFERENCE.signed


# Of 10, 20, ..., 1010 jobs 2 per cent lie below 30 and above 990; of 0.1 to 10.1 below 0.3 and above 9.9; of -50 % to
# +50 % below -48 % and above +48 %.
@pytest.mark.parametrize(
    ("unit", "values", "limits"),
    [
        (JOBS, [10.0 * at for at in range(1, 102)], (30, 990)),
        (RATIO, [0.1 * at for at in range(1, 102)], (0.3, 9.9)),
        (SHARE, [0.01 * at for at in range(-50, 51)], (-0.48, 0.48)),
        (SHARE, [0.05], (0.05, 0.06)),
        (JOBS, [], (0, 10)),
    ],
)
def test_the_ends_of_other_scales(unit: Unit, values: list[float], limits: tuple[float, float]) -> None:
    assert unit.limits(values) == pytest.approx(limits)


# Of the 51 values 2 per cent lie below the second and above the last but one.
@pytest.mark.parametrize(
    ("unit", "first", "step", "low", "high"),
    [
        (JOBS, 10, 10, "20 or less ", " 500 or more"),
        (JOBS, 100, 100, "200 or less ", " 5k or more"),
        (RATIO, 0.1, 0.1, "0.20 or less ", " 5.00 or more"),
        (SHARE, -0.25, 0.01, "-24% or less ", " +24% or more"),
    ],
    ids=["jobs", "many jobs", "ratio", "share"],
)
def test_a_map_of_another_measure(unit: Unit, first: float, step: float, low: str, high: str) -> None:
    frame = states({}).assign(value=[first + step * at for at in range(51)])
    chart = tile_map(frame, measure="Some measure", unit=unit)
    drawn = parts(chart)
    known = frame.set_index("state")["value"]
    assert labels(drawn["labels"])[TILES["TX"]] == f"<b>TX</b><br>{unit.short(known['TX'])}"
    assert (drawn["key"].text[0], drawn["key"].text[-1]) == (low, high)
    assert f"highest {NAMES['WY']} {unit.full(known['WY'])}" in chart.alt
    assert f"lowest {NAMES['AK']} {unit.full(known['AK'])}" in chart.alt
    assert "earn more" not in chart.alt


# Of 1, 2, ..., 101 thousand 2 per cent lie below 3 and above 99 thousand.
def test_outliers_do_not_stretch_the_scale() -> None:
    values = [1000.0 * at for at in range(1, 102)]
    assert DOLLARS.limits(values) == (3000, 99_000)
    assert DIFFERENCE.limits([-value for value in values]) == (-99_000, 99_000)
    assert DOLLARS.limits([50_000.0]) == (50_000, 51_000)


def test_words_for_a_place() -> None:
    row = {"label": "Ohio", "value": 50_000.0, "basis": "estimated", "note": ""}
    assert told(row, DOLLARS) == "Ohio: $50,000 (estimated)"
    assert told({**row, "value": nan, "note": NOTE}, DOLLARS) == f"Ohio: {NOTE}"


def test_the_key_stands_where_it_is_told() -> None:
    key = key_trace(DOLLARS, (40_000, 80_000), x=10, y=3, step=2)
    assert key["x"] == [6, 8, 10, 12, 14]
    assert key["y"] == [3] * 5
    assert key["text"] == ["$40k or less ", "", "", "", " $80k or more"]


def test_the_map_cannot_be_dragged_and_fetches_nothing() -> None:
    figure = tile_map(PAY, measure=MEASURE, unit=DOLLARS).figure
    assert {trace.type for trace in figure.data} == {"heatmap", "scatter"}
    assert figure.layout.dragmode is False
    assert not figure.layout.xaxis.visible
    assert not figure.layout.yaxis.visible


@settings(max_examples=15)
@given(st.dictionaries(st.sampled_from(sorted(TILES)), st.floats(-40_000, 120_000) | st.just(nan)))
def test_any_values_are_drawn_as_they_are(changes: dict[str, float]) -> None:
    frame = states(changes)
    drawn = parts(tile_map(frame, measure=MEASURE, unit=DIFFERENCE))
    shown = [cell for line in drawn["tiles"].z for cell in line if cell is not None]
    assert sorted(shown) == sorted(frame["value"].dropna())
    assert len(drawn["labels"].text) + len(drawn["empty_labels"].text) == 51
