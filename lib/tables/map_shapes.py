"""What a map is drawn from: state outlines (data/state_outlines.csv) and area centres (data/area_points.csv).

Longitudes and latitudes are degrees; west is negative.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from lib.tables.checks import fail_on, require_filled
from lib.tables.files import DATA, read_keyed_table, to_number
from lib.tables.sources import require_known_sources

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

OUTLINE_FILE: Final = "state_outlines.csv"
POINT_FILE: Final = "area_points.csv"
WEST, EAST, SOUTH, NORTH = -180.0, -64.0, 17.0, 72.0
LEAST_CORNERS: Final = 4  # three and the first again

Position = tuple[float, float]


@dataclass(frozen=True)
class Ring:
    """A closed line around a state or one of its islands: (longitude, latitude), the last corner the first."""

    state: str
    corners: tuple[Position, ...]


@cache
def load_state_outlines(folder: Path = DATA) -> tuple[Ring, ...]:
    """Return the outlines of the states, the District of Columbia and Puerto Rico, simplified to about 3 km.

    Raises:
        TableError: If the file breaks a rule.
    """
    columns = ("state", "ring", "corners", "source")
    rows = read_keyed_table(OUTLINE_FILE, folder, columns=columns, key=["state", "ring"])
    corners = rows["corners"].map(_corners)
    _fail("state must be a postal code", ~rows["state"].str.fullmatch("[A-Z]{2}"), rows)
    _fail("ring must be a number", ~rows["ring"].str.fullmatch(r"\d+"), rows)
    rule = "corners must be longitudes and latitudes in the United States, such as -77.04 38.99;-76.91 38.89"
    _fail(rule, corners.map(len) == 0, rows)
    _fail("corners must end where they begin, after two others", ~corners.map(_closed).astype(bool), rows)
    require_known_sources(rows, file=OUTLINE_FILE)
    return tuple(Ring(state, ring) for state, ring in zip(rows["state"], corners, strict=True))


@cache
def load_area_points(folder: Path = DATA) -> dict[str, Position]:
    """Return the longitude and latitude of the centre of metropolitan areas, by BLS area code.

    Areas whose centre was not found (nonmetropolitan areas) are absent.

    Raises:
        TableError: If the file breaks a rule.
    """
    columns = ("area_code", "longitude", "latitude", "source")
    rows = read_keyed_table(POINT_FILE, folder, columns=columns, key=["area_code"])
    require_filled(rows, columns[:3], file=POINT_FILE, show=["area_code"])
    found = {}
    for name, low, high in (("longitude", WEST, EAST), ("latitude", SOUTH, NORTH)):
        found[name] = to_number(rows[name], file=POINT_FILE, name=name)
        rule = f"{name} must lie between {low:g} and {high:g}"
        fail_on(~found[name].between(low, high), file=POINT_FILE, rule=rule, rows=rows, show=["area_code", name])
    require_known_sources(rows, file=POINT_FILE)
    positions = zip(found["longitude"].tolist(), found["latitude"].tolist(), strict=True)
    return dict(zip(rows["area_code"], positions, strict=True))


def _corners(text: str) -> tuple[Position, ...]:
    """Return the corners of a ring; none if one of them is not a place in the United States."""
    try:
        pairs = [tuple(map(float, corner.split(" "))) for corner in text.split(";")]
        corners = tuple((longitude, latitude) for longitude, latitude in pairs)
    except ValueError:
        return ()
    inside = all(WEST <= longitude <= EAST and SOUTH <= latitude <= NORTH for longitude, latitude in corners)
    return corners if inside else ()


def _closed(corners: tuple[Position, ...]) -> bool:
    return len(corners) >= LEAST_CORNERS and corners[0] == corners[-1]


def _fail(rule: str, broken: pd.Series[bool], rows: pd.DataFrame) -> None:
    fail_on(broken, file=OUTLINE_FILE, rule=rule, rows=rows, show=["state", "ring"])
