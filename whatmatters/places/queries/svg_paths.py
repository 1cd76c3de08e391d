"""Boundaries as the line of an SVG path."""

from collections.abc import Iterable

from whatmatters.places.queries.geometry import Boundary
from whatmatters.places.queries.rings import Ring
from whatmatters.places.queries.shape_map import Frame


def path_of(parts: Iterable[Boundary], frame: Frame) -> str:
    """The `d` of an SVG path around all parts."""
    rings = (ring for part in parts for polygon in part.polygons for ring in polygon)
    return "".join(_ring(ring, frame) for ring in rings)


def _ring(ring: Ring, frame: Frame) -> str:
    """One closed line; corners that fall on the same tenth of a pixel are drawn once."""
    corners: list[tuple[float, float]] = []
    for longitude, latitude in ring[:-1]:
        corner = frame.at(longitude, latitude)
        if not corners or corner != corners[-1]:
            corners.append(corner)
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in corners) + "Z"
