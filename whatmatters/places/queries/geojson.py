"""Features and polygons of a GeoJSON file."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from whatmatters.places.queries.refusals import Expected, LocalityBadFile, LocalityFileMissing
from whatmatters.places.queries.rings import Polygon, Ring


def features_in(path: Path) -> list[Any]:
    """All features of a file. Raises LocalityFileMissing or LocalityBadFile."""
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise LocalityFileMissing(file=path.name, folder=str(path.parent)) from None
    except (ValueError, UnicodeDecodeError) as problem:
        raise LocalityBadFile(
            file=path.name, row=0, expected=Expected.GEOJSON, found=problem
        ) from problem
    features = read.get("features") if isinstance(read, dict) else None
    if not isinstance(features, list) or not features:
        raise LocalityBadFile(
            file=path.name, row=0, expected=Expected.FEATURES, found=type(read).__name__
        )
    return features


def polygons_of(geometry: dict[str, Any]) -> Iterator[Polygon]:
    """The polygons of a geometry. ValueError, KeyError or TypeError where it has none."""
    if geometry["type"] == "Polygon":
        yield _polygon(geometry["coordinates"])
    elif geometry["type"] == "MultiPolygon":
        yield from map(_polygon, geometry["coordinates"])
    else:
        raise ValueError(geometry["type"])


def _polygon(rings: list[list[list[float]]]) -> Polygon:
    return tuple(_ring(ring) for ring in rings)


def _ring(corners: list[list[float]]) -> Ring:
    """The corners of a ring; longitudes and latitudes in degrees, so not in metres of a grid."""
    ring = tuple((float(corner[0]), float(corner[1])) for corner in corners)
    if len(ring) < 4 or any(abs(lon) > 180 or abs(lat) > 90 for lon, lat in ring):
        raise ValueError(ring[:2])
    return ring
