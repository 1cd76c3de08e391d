"""Areas as SVG paths, for a map that needs no other service."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians
from typing import Literal

from whatmatters.places.queries.geometry import Boundary, Ring
from whatmatters.places.queries.locality import Locality

Kind = Literal["ward", "lsoa", "msoa", "patch"]


@dataclass(frozen=True, slots=True)
class Shape:
    """One area to draw: `path` is the `d` of an SVG path (fill rule evenodd)."""

    code: str
    name_en: str
    name_cy: str
    path: str


@dataclass(frozen=True, slots=True)
class ShapeMap:
    """All areas of one kind in one frame; `view_box` is the SVG viewBox, starting at 0 0."""

    view_box: str
    width: int
    height: int
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the place lies on the page: degrees to whole tenths of a pixel."""

    west: float
    north: float
    across: float
    down: float

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        x = (longitude - self.west) * self.across
        y = (self.north - latitude) * self.down
        return round(x, 1), round(y, 1)


def map_shapes(locality: Locality, kind: Kind, width: int = 600) -> ShapeMap:
    """The wards, small areas, MSOAs or patches of a place, north up, `width` pixels wide.

    Longitudes are narrowed by the cosine of the middle latitude, so shapes look as on the ground.
    """
    areas = list(_areas(locality, kind))
    everything = [boundary for *_, parts in areas for boundary in parts]
    west, east = min(b.west for b in everything), max(b.east for b in everything)
    south, north = min(b.south for b in everything), max(b.north for b in everything)
    across = width / (east - west)
    down = across / cos(radians((south + north) / 2))
    frame = _Frame(west, north, across, down)
    height = round((north - south) * down)
    return ShapeMap(
        view_box=f"0 0 {width} {height}",
        width=width,
        height=height,
        shapes=tuple(Shape(code, en, cy, _path(parts, frame)) for code, en, cy, parts in areas),
    )


def _areas(locality: Locality, kind: Kind) -> Iterable[tuple[str, str, str, list[Boundary]]]:
    if kind == "patch":
        borders = {msoa.code: msoa.boundary for msoa in locality.msoas}
        return (
            (p.code, p.name_en, p.name_cy, [borders[code] for code in p.msoa_codes])
            for p in locality.patches
        )
    if kind == "lsoa":
        return ((a.code, a.name, a.name, [a.boundary]) for a in locality.lsoas)
    named = locality.wards if kind == "ward" else locality.msoas
    return ((area.code, area.name_en, area.name_cy, [area.boundary]) for area in named)


def _path(parts: Iterable[Boundary], frame: _Frame) -> str:
    rings = (ring for part in parts for polygon in part.polygons for ring in polygon)
    return "".join(_ring(ring, frame) for ring in rings)


def _ring(ring: Ring, frame: _Frame) -> str:
    """One closed line; corners that fall on the same tenth of a pixel are drawn once."""
    corners: list[tuple[float, float]] = []
    for longitude, latitude in ring[:-1]:
        corner = frame.at(longitude, latitude)
        if not corners or corner != corners[-1]:
            corners.append(corner)
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in corners) + "Z"
