"""Points, boundaries and distances on the ground, in degrees of WGS84 (longitude, latitude)."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0088  # mean radius (IUGG)

Ring = tuple[tuple[float, float], ...]
Polygon = tuple[Ring, ...]


def distance_km(
    a_latitude: float, a_longitude: float, b_latitude: float, b_longitude: float
) -> float:
    """Kilometres between two points as the crow flies (haversine)."""
    north = radians(b_latitude - a_latitude) / 2
    east = radians(b_longitude - a_longitude) / 2
    chord = sin(north) ** 2 + cos(radians(a_latitude)) * cos(radians(b_latitude)) * sin(east) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(chord))


@dataclass(frozen=True, slots=True)
class Boundary:
    """The polygons of an area: of each, the outer ring first, then its holes."""

    polygons: tuple[Polygon, ...]
    west: float
    south: float
    east: float
    north: float

    def points(self) -> Iterator[tuple[float, float]]:
        """All corners as (longitude, latitude)."""
        for polygon in self.polygons:
            for ring in polygon:
                yield from ring

    def contains(self, latitude: float, longitude: float) -> bool:
        """Whether the point lies inside: an odd number of borders between it and the far east."""
        if not (self.west <= longitude <= self.east and self.south <= latitude <= self.north):
            return False
        rings = (ring for polygon in self.polygons for ring in polygon)
        return sum(_crossings(ring, latitude, longitude) for ring in rings) % 2 == 1

    def distance_km(self, latitude: float, longitude: float) -> float:
        """Kilometres to the nearest corner of the boundary."""
        return min(distance_km(latitude, longitude, lat, lon) for lon, lat in self.points())

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the box around the area: latitude, longitude."""
        return (self.south + self.north) / 2, (self.west + self.east) / 2


def boundary_of(polygons: tuple[Polygon, ...]) -> Boundary:
    """A boundary with the box around it."""
    corners = [point for polygon in polygons for point in polygon[0]]
    longitudes = [longitude for longitude, _ in corners]
    latitudes = [latitude for _, latitude in corners]
    return Boundary(polygons, min(longitudes), min(latitudes), max(longitudes), max(latitudes))


def _crossings(ring: Ring, latitude: float, longitude: float) -> int:
    """How many sides of the ring a line from the point due east crosses."""
    count = 0
    x1, y1 = ring[-1]
    for x2, y2 in ring:
        # One end counts and the other does not, so a corner is never met twice.
        if (y1 > latitude) != (y2 > latitude):
            meets = x1 + (latitude - y1) * (x2 - x1) / (y2 - y1)
            count += longitude < meets
        x1, y1 = x2, y2
    return count
