"""Areas as SVG paths, for a map that needs no other service."""

from collections.abc import Iterable
from math import cos, radians
from typing import Literal

from whatmatters.places.queries.geometry import Boundary
from whatmatters.places.queries.locality import Locality
from whatmatters.places.queries.shape_map import Frame, Shape, ShapeMap
from whatmatters.places.queries.svg_paths import path_of

Kind = Literal["ward", "lsoa", "msoa", "patch"]


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
    frame = Frame(west, north, across, down)
    height = round((north - south) * down)
    return ShapeMap(
        view_box=f"0 0 {width} {height}",
        width=width,
        height=height,
        shapes=tuple(Shape(code, en, cy, path_of(parts, frame)) for code, en, cy, parts in areas),
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
