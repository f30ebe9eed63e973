from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from math import cos, hypot, radians
from typing import TYPE_CHECKING, Any

import pytest

from lib.tables import TableError, load_wages
from lib.tables.map_shapes import Ring, load_area_points, load_state_outlines
from tests.tables.copies import as_it_is, read_rows, with_cells, with_row_twice, without_column

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OUTLINES, POINTS = "state_outlines.csv", "area_points.csv"
LOADERS: dict[str, Callable[[Path], Any]] = {OUTLINES: load_state_outlines, POINTS: load_area_points}
COLUMNS = {OUTLINES: "state ring corners source", POINTS: "area_code longitude latitude source"}
FARTHEST = 60  # kilometres from an area's centre to the outline of one of its states
METROS = sorted(area.area_code for area in load_wages().areas.values() if area.area_type == "metro")
by_file = pytest.mark.parametrize("file", LOADERS)


def refusal(file: str, folder: Path) -> str:
    with pytest.raises(TableError) as raised:
        LOADERS[file](folder)
    return str(raised.value)


@by_file
def test_a_faithful_copy_loads(file: str, tmp_path: Path) -> None:
    assert LOADERS[file](as_it_is(file, tmp_path))
    assert list(read_rows(file)[0]) == COLUMNS[file].split()


@by_file
def test_a_missing_file_is_named(file: str, tmp_path: Path) -> None:
    assert str(tmp_path / file) in refusal(file, tmp_path)


@pytest.mark.parametrize(("file", "column"), [(file, name) for file in COLUMNS for name in COLUMNS[file].split()])
def test_a_missing_column_is_named(file: str, column: str, tmp_path: Path) -> None:
    without_column(file, tmp_path, column)
    assert refusal(file, tmp_path) == f"{file}, line 1: the columns {column} are missing."


@by_file
def test_a_repeated_row_is_refused(file: str, tmp_path: Path) -> None:
    line = with_row_twice(file, tmp_path)
    assert refusal(file, tmp_path).startswith(f"{file}, line {line} (")


@by_file
@pytest.mark.parametrize("source", ["", "hearsay"])
def test_a_source_that_is_not_described_is_refused(file: str, source: str, tmp_path: Path) -> None:
    with_cells(file, tmp_path, read_rows(file)[0], {"source": source})
    assert refusal(file, tmp_path).endswith("source must name rows of sources.csv.")


ABILENE = {"area_code": "10180"}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"area_code": ""}, "area_code must be filled in."),
        ({"longitude": ""}, "longitude must be filled in."),
        ({"latitude": ""}, "latitude must be filled in."),
        ({"longitude": "99.72"}, "longitude must lie between -180 and -64."),
        ({"latitude": "-32.45"}, "latitude must lie between 17 and 72."),
        ({"latitude": "32 N"}, "latitude is '32 N', which is not a number."),
    ],
)
def test_a_point_outside_the_country_is_refused(changes: dict[str, str], message: str, tmp_path: Path) -> None:
    line = with_cells(POINTS, tmp_path, ABILENE, changes)
    sentence = refusal(POINTS, tmp_path)
    assert sentence.startswith(f"{POINTS}, line {line}")
    assert sentence.endswith(message)


NO_PLACES = "corners must be longitudes and latitudes in the United States, such as -77.04 38.99;-76.91 38.89"
NOT_CLOSED = "corners must end where they begin, after two others"


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"state": "Ohio"}, "state must be a postal code"),
        ({"ring": "first"}, "ring must be a number"),
        ({"corners": ""}, NO_PLACES),
        ({"corners": "-77 39;-76"}, NO_PLACES),
        ({"corners": "-77 39;-76 x"}, NO_PLACES),
        ({"corners": "77 39;76 39;76 38;77 39"}, NO_PLACES),
        ({"corners": "-77 39;-76 39;-76 8;-77 39"}, NO_PLACES),
        ({"corners": "-77 39;-76 39;-76 nan;-77 39"}, NO_PLACES),
        ({"corners": "-77 39;-76 39;-76 38;-77 38"}, NOT_CLOSED),
        ({"corners": "-77 39;-76 39;-77 39"}, NOT_CLOSED),
    ],
)
def test_a_ring_that_is_none_is_refused(changes: dict[str, str], rule: str, tmp_path: Path) -> None:
    line = with_cells(OUTLINES, tmp_path, {"state": "DC", "ring": "1"}, changes)
    shown = {"state": "DC", "ring": "1"} | {key: value for key, value in changes.items() if key != "corners"}
    where = f"{OUTLINES}, line {line} (state {shown['state']!r}, ring {shown['ring']!r})"
    assert refusal(OUTLINES, tmp_path) == f"{where}: {rule}."


def test_outlines_stand_for_every_state_and_puerto_rico() -> None:
    surveyed = {area.state for area in load_wages().areas.values() if area.area_type in {"state", "territory"}}
    assert {ring.state for ring in load_state_outlines()} == surveyed
    assert len(surveyed) == 52


def test_the_file_stays_small() -> None:
    assert sum(len(row["corners"]) for row in read_rows(OUTLINES)) < 60_000


@pytest.mark.parametrize("code", METROS)
def test_every_metropolitan_area_has_a_centre_in_one_of_its_states(code: str) -> None:
    states = load_wages().areas[code].area_title.rpartition(", ")[2].split("-")
    position = load_area_points()[code]
    rings = [ring for state in states for ring in rings_of(state)]
    assert any(inside(position, ring) for ring in rings) or min(distance(position, ring) for ring in rings) < FARTHEST


def test_no_centre_stands_for_an_unknown_area() -> None:
    assert sorted(load_area_points()) == METROS


# U.S. Geological Survey (GNIS): city halls and centres. A centre of an area lies within its counties.
@pytest.mark.parametrize(
    ("code", "longitude", "latitude", "within"),
    [
        ("16980", -87.63, 41.88, 40),  # Chicago
        ("12060", -84.39, 33.75, 15),  # Atlanta
        ("41420", -123.03, 44.94, 25),  # Salem, Oregon
        ("25540", -72.68, 41.76, 25),  # Hartford, whose area was redrawn in 2023
        ("46520", -157.86, 21.31, 50),  # Honolulu
    ],
)
def test_centres_lie_near_their_city(code: str, longitude: float, latitude: float, within: float) -> None:
    east, north = load_area_points()[code]
    assert hypot((east - longitude) * cos(radians(latitude)), north - latitude) * 111.2 < within


@pytest.mark.parametrize(
    ("longitude", "latitude", "state"),
    [(-105.0, 39.7, "CO"), (-97.7, 30.3, "TX"), (-149.9, 61.2, "AK"), (-77.03, 38.91, "DC"), (-66.1, 18.3, "PR")],
)
def test_a_known_place_lies_in_its_state_only(longitude: float, latitude: float, state: str) -> None:
    found = {ring.state for ring in load_state_outlines() if inside((longitude, latitude), ring)}
    assert found == {state}


def test_corners_are_written_to_a_hundredth_of_a_degree() -> None:
    ends = re.compile(r"^-?\d+(\.\d{1,2})?$")
    for row in read_rows(OUTLINES):
        assert all(ends.match(number) for corner in row["corners"].split(";") for number in corner.split(" "))


@cache
def rings_of(state: str) -> tuple[Ring, ...]:
    return tuple(ring for ring in load_state_outlines() if ring.state == state)


def inside(position: tuple[float, float], ring: Ring) -> bool:
    """Return whether a ray to the east crosses the ring an odd number of times."""
    x, y = position
    crossings = 0
    for (x1, y1), (x2, y2) in pairwise(ring.corners):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            crossings += 1
    return crossings % 2 == 1


def distance(position: tuple[float, float], ring: Ring) -> float:
    """Return the distance to the nearest side in kilometres."""
    east = cos(radians(position[1]))
    around = [((x - position[0]) * east * 111.2, (y - position[1]) * 111.2) for x, y in ring.corners]
    nearest = []
    for (x1, y1), (x2, y2) in pairwise(around):
        along = -(x1 * (x2 - x1) + y1 * (y2 - y1)) / max((x2 - x1) ** 2 + (y2 - y1) ** 2, 1e-9)
        part = min(max(along, 0), 1)
        nearest.append(hypot(x1 + part * (x2 - x1), y1 + part * (y2 - y1)))
    return min(nearest)
