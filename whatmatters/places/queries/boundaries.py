"""Boundaries read from GeoJSON, with a named refusal for whatever cannot be read."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from whatmatters.places.queries.geometry import Boundary, Polygon, Ring, boundary_of
from whatmatters.places.queries.refusals import Expected, LocalityBadFile, LocalityFileMissing


@dataclass(frozen=True, slots=True)
class Outline:
    """One feature of a boundary file: the properties asked for, in that order, and its area."""

    row: int
    properties: tuple[str, ...]
    boundary: Boundary


def outlines(path: Path, *properties: str) -> tuple[Outline, ...]:
    """All features of a GeoJSON file, ordered by their first property (the code, once each)."""
    found = sorted(_outlines(path, properties), key=lambda outline: outline.properties[0])
    for before, after in pairwise(found):
        if before.properties[0] == after.properties[0]:
            raise LocalityBadFile(
                file=path.name,
                row=after.row,
                expected=Expected.ONCE,
                name=properties[0],
                found=after.properties[0],
            )
    return tuple(found)


def _outlines(path: Path, properties: tuple[str, ...]) -> Iterator[Outline]:
    for row, feature in enumerate(_features(path), start=1):
        given = feature.get("properties") if isinstance(feature, dict) else None
        if not isinstance(given, dict):
            raise LocalityBadFile(
                file=path.name, row=row, expected=Expected.PROPERTIES, found=feature
            )
        values = []
        for name in properties:
            if not isinstance(given.get(name), str):
                raise LocalityBadFile(
                    file=path.name,
                    row=row,
                    expected=Expected.PROPERTY,
                    name=name,
                    found=", ".join(map(str, given)),
                )
            values.append(given[name].strip())
        try:
            boundary = boundary_of(tuple(_polygons(feature["geometry"])))
        except (KeyError, TypeError, ValueError, IndexError) as problem:
            raise LocalityBadFile(
                file=path.name, row=row, expected=Expected.POLYGON, found=repr(problem)
            ) from problem
        yield Outline(row, tuple(values), boundary)


def _features(path: Path) -> list[Any]:
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


def _polygons(geometry: dict[str, Any]) -> Iterator[Polygon]:
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
