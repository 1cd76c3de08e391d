"""The file of a place's postcodes."""

from decimal import Decimal
from pathlib import Path

from whatmatters.places.queries.postcode_point import PostcodePoint
from whatmatters.places.queries.refusals import Expected, LocalityBadFile
from whatmatters.places.queries.tables import cell, rows

POSTCODE_COLUMNS = ("postcode", "lat", "long", "lsoa21cd")


def postcodes_in(path: Path, lsoas: frozenset[str]) -> tuple[PostcodePoint, ...]:
    """Postcodes with their points. LocalityBadFile for one outside the place."""
    points = []
    for number, row in rows(path, POSTCODE_COLUMNS):
        if row["lsoa21cd"] not in lsoas:
            raise LocalityBadFile(
                file=path.name,
                row=number,
                expected=Expected.KNOWN_SMALL_AREA,
                found=row["lsoa21cd"],
            )
        if not 5 <= len(row["postcode"].strip()) <= 8:
            raise LocalityBadFile(
                file=path.name, row=number, expected=Expected.POSTCODE, found=row["postcode"]
            )
        latitude = cell(path, number, Expected.DEGREES, _degrees, row["lat"], "lat")
        longitude = cell(path, number, Expected.DEGREES, _degrees, row["long"], "long")
        ward = row.get("wd25cd") or None
        points.append(PostcodePoint(row["postcode"], latitude, longitude, row["lsoa21cd"], ward))
    if not points:
        raise LocalityBadFile(file=path.name, row=1, expected=Expected.POSTCODE, found="no row")
    return tuple(points)


def _degrees(text: str) -> Decimal:
    value = Decimal(text)
    if not abs(value) <= 180:
        raise ValueError(text)
    return value.quantize(Decimal("0.00001"))
