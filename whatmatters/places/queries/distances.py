"""Distances on the ground."""

from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0088  # mean radius (IUGG)


def distance_km(
    a_latitude: float, a_longitude: float, b_latitude: float, b_longitude: float
) -> float:
    """Kilometres between two points as the crow flies (haversine)."""
    north = radians(b_latitude - a_latitude) / 2
    east = radians(b_longitude - a_longitude) / 2
    chord = sin(north) ** 2 + cos(radians(a_latitude)) * cos(radians(b_latitude)) * sin(east) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(chord))
