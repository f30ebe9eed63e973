"""From longitude and latitude to a flat map of the United States, in kilometres.

Albers' equal-area conic projection of a sphere (Snyder, Map Projections: A Working Manual, 1987, pages 98
to 100), so that a square kilometre is the same size everywhere in the lower 48 states. Alaska is shrunk,
Puerto Rico is enlarged, and both are moved below the lower 48 states, as is Hawaii.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import cos, radians, sin, sqrt
from typing import Final

EARTH_RADIUS: Final = 6371.0


@dataclass(frozen=True)
class Albers:
    """A cone through two parallels.

    Attributes:
        south: First standard parallel, in degrees.
        north: Second standard parallel.
        latitude: Where y is 0.
        longitude: Where x is 0.
    """

    south: float
    north: float
    latitude: float
    longitude: float

    @cached_property
    def cone(self) -> float:
        """The constant of the cone, n in Snyder's formulas."""
        return (sin(radians(self.south)) + sin(radians(self.north))) / 2

    def radius(self, latitude: float) -> float:
        """Return the distance of a parallel from the tip of the cone, in radii of the Earth."""
        south = radians(self.south)
        return sqrt(cos(south) ** 2 + 2 * self.cone * (sin(south) - sin(radians(latitude)))) / self.cone

    def project(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Return x and y in radii of the Earth."""
        angle = self.cone * radians(longitude - self.longitude)
        radius = self.radius(latitude)
        return radius * sin(angle), self.radius(self.latitude) - radius * cos(angle)


@dataclass(frozen=True)
class Part:
    """A part of the map with its own projection, drawn ``scale`` times as large and moved by x and y kilometres."""

    projection: Albers
    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0


LOWER_48: Final = Part(Albers(29.5, 45.5, 23, -96))
ALASKA: Final = Part(Albers(55, 65, 50, -154), scale=0.35, x=-1900, y=70)
HAWAII: Final = Part(Albers(8, 18, 13, -157), x=-912, y=-410)
PUERTO_RICO: Final = Part(Albers(8, 18, 18, -66), scale=2.0, x=2010, y=330)


def part_of(longitude: float, latitude: float) -> Part:
    """Return the part of the map a place of the United States belongs to."""
    if latitude > 50:
        return ALASKA
    if longitude < -140:
        return HAWAII
    return PUERTO_RICO if latitude < 20 else LOWER_48


def to_map(longitude: float, latitude: float) -> tuple[float, float]:
    """Return where a place of the United States stands on the map: x and y in kilometres."""
    part = part_of(longitude, latitude)
    x, y = part.projection.project(longitude, latitude)
    size = EARTH_RADIUS * part.scale
    return size * x + part.x, size * y + part.y
