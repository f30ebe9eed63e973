from __future__ import annotations

from math import cos, pi, radians

import pytest

from lib.charts.projection import ALASKA, EARTH_RADIUS, HAWAII, LOWER_48, PUERTO_RICO, Albers, Part, part_of, to_map

PLACES = {
    "Washington": ((-77.04, 38.91), LOWER_48),
    "San Diego": ((-117.16, 32.72), LOWER_48),
    "Key West": ((-81.78, 24.56), LOWER_48),
    "Lake of the Woods": ((-95.15, 49.38), LOWER_48),
    "Anchorage": ((-149.9, 61.22), ALASKA),
    "Ketchikan": ((-131.65, 55.34), ALASKA),
    "Honolulu": ((-157.86, 21.31), HAWAII),
    "San Juan": ((-66.1, 18.47), PUERTO_RICO),
}


# Snyder, Map Projections: A Working Manual (1987), numerical example for the sphere, pages 291 and 292:
# standard parallels 29.5 and 45.5 N, origin 23 N 96 W, the point 35 N 75 W, a sphere of radius 1.
def test_snyders_example() -> None:
    albers = Albers(29.5, 45.5, 23, -96)
    assert albers.cone == pytest.approx(0.6028370, abs=5e-8)
    x, y = albers.project(-75, 35)
    assert x == pytest.approx(0.2952720, abs=5e-8)
    assert y == pytest.approx(0.2416774, abs=5e-8)


# With both parallels at 30 degrees the cone's constant is sin 30 = 0.5 and the radius of a parallel is
# sqrt(cos2 30 + 2 * 0.5 * (0.5 - sin latitude)) / 0.5 = 2 sqrt(1.25 - sin latitude): 2.2361 at the equator,
# 1.7321 at 30 degrees, 1 at the pole.
@pytest.mark.parametrize(("latitude", "radius"), [(0, 2.2360680), (30, 1.7320508), (90, 1.0)])
def test_the_radius_of_a_parallel_by_hand(latitude: float, radius: float) -> None:
    assert Albers(30, 30, 0, 0).radius(latitude) == pytest.approx(radius)


# Same cone: 60 degrees east are half as wide an angle on the map. At 30 N: x = 1.7320508 sin 30 = 0.8660254,
# y = 2.2360680 - 1.7320508 cos 30 = 2.2360680 - 1.5 = 0.7360680.
def test_a_point_by_hand() -> None:
    assert Albers(30, 30, 0, 0).project(60, 30) == pytest.approx((0.8660254, 0.7360680))


@pytest.mark.parametrize("part", [LOWER_48, ALASKA, HAWAII, PUERTO_RICO], ids=["lower 48", "AK", "HI", "PR"])
def test_the_origin_stays_at_the_origin(part: Part) -> None:
    albers = part.projection
    assert albers.project(albers.longitude, albers.latitude) == pytest.approx((0, 0))


@pytest.mark.parametrize("name", PLACES)
def test_each_place_belongs_to_its_part(name: str) -> None:
    position, part = PLACES[name]
    assert part_of(*position) is part


def test_parts_are_scaled_and_moved() -> None:
    position = (-149.9, 61.22)
    x, y = ALASKA.projection.project(*position)
    assert to_map(*position) == pytest.approx((0.35 * 6371 * x - 1900, 0.35 * 6371 * y + 70))
    assert EARTH_RADIUS == 6371
    assert (LOWER_48.scale, LOWER_48.x, LOWER_48.y) == (1, 0, 0)


# A square of a tenth of a degree at latitude l covers (6371 * pi / 1800)^2 * cos l square kilometres.
@pytest.mark.parametrize("latitude", [25.0, 37.5, 49.0])
@pytest.mark.parametrize("longitude", [-124.0, -96.0, -67.0])
def test_areas_are_true(longitude: float, latitude: float) -> None:
    half = 0.05
    corners = [
        to_map(longitude + east * half, latitude + north * half) for east, north in ((-1, -1), (1, -1), (1, 1), (-1, 1))
    ]
    twice = sum(x * y2 - x2 * y for (x, y), (x2, y2) in zip(corners, corners[1:] + corners[:1], strict=True))
    assert twice / 2 == pytest.approx((6371 * pi / 1800) ** 2 * cos(radians(latitude)), rel=1e-4)


def test_north_is_up_and_east_is_right() -> None:
    (west, south), (east, north) = to_map(-110, 35), to_map(-80, 45)
    assert west < east
    assert south < north
