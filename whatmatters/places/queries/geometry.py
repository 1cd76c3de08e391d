"""Points, boundaries and distances on the ground, in degrees of WGS84 (longitude, latitude)."""

from collections.abc import Iterator
from dataclasses import dataclass

from whatmatters.places.queries.distances import distance_km
from whatmatters.places.queries.rings import Polygon, crossings


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
        return sum(crossings(ring, latitude, longitude) for ring in rings) % 2 == 1

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
