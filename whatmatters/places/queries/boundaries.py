"""Boundaries read from GeoJSON, with a named refusal for whatever cannot be read."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from whatmatters.places.queries.geojson import features_in, polygons_of
from whatmatters.places.queries.geometry import boundary_of
from whatmatters.places.queries.outline import Outline
from whatmatters.places.queries.refusals import Expected, LocalityBadFile


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
    for row, feature in enumerate(features_in(path), start=1):
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
            boundary = boundary_of(tuple(polygons_of(feature["geometry"])))
        except (KeyError, TypeError, ValueError, IndexError) as problem:
            raise LocalityBadFile(
                file=path.name, row=row, expected=Expected.POLYGON, found=repr(problem)
            ) from problem
        yield Outline(row, tuple(values), boundary)
