"""Build the compact place files of `whatmatters/places/data` from the published ones.

    uv run --no-project --with "shapely==2.1.2" python scripts/build_places_data.py SOURCE

SOURCE holds `geography/` and `postcodes/`, the published files as extracted (docs/data.md).
Boundaries are simplified as a coverage (Visvalingam-Whyatt, GEOS), so neighbours keep the same
border; figures are copied as published. The same source gives the same bytes.
"""

import csv
import gzip
import hashlib
import io
import json
import logging
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import cos, radians
from pathlib import Path
from typing import Any

import shapely
from shapely.affinity import scale
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

TARGET = Path(__file__).resolve().parent.parent / "whatmatters" / "places" / "data"
PLACES = ("Gwynedd", "Leeds", "Oldham", "Trafford", "Wiltshire")
TOLERANCE_DEGREES = 0.0008  # the side of the smallest triangle kept, about 90 m
DECIMALS = 5

PROPERTIES = {
    "lsoa": ("LSOA21CD", "LSOA21NM"),
    "msoa": ("MSOA21CD", "MSOA21NM"),
    "ward": ("WD25CD", "WD25NM", "WD25NMW"),
}
NEED_COLUMNS = [
    *("lsoa21cd", "lsoa21nm", "ladcd", "ladnm", "country", "msoa21cd"),
    *("msoa_hcl_name", "msoa_hcl_name_cy", "residents_2021", "disabled_2021"),
    *("imd2025_decile", "wimd2019_decile"),
    *(f"hh_deprived_dims_{dimensions}" for dimensions in range(5)),
]
AGE_COLUMNS = [
    *("lsoa11_code", "lsoa11_name", "age18_64", "age65_69", "age70_74"),
    *("age75_79", "age80_84", "age85_89", "age90plus"),
]

log = logging.getLogger("build_places_data")


@dataclass(frozen=True)
class Written:
    """One file of the package, for its entry in `sources.toml`."""

    file: str
    kind: str
    rows: int
    sha256: str


def write(name: str, kind: str, rows: int, content: bytes) -> Written:
    """Put one file into the package."""
    (TARGET / name).write_bytes(content)
    log.info("%s: %s rows, %s bytes", name, rows, len(content))
    return Written(name, kind, rows, hashlib.sha256(content).hexdigest())


def packed(rows: Iterable[list[str]]) -> tuple[int, bytes]:
    """Rows (the first holds the column names) as a gzipped CSV with no time stamp."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    count = -1
    for row in rows:
        writer.writerow(row)
        count += 1
    return count, gzip.compress(text.getvalue().encode(), 9, mtime=0)


def unpacked(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a gzipped CSV."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def only(path: Path, columns: list[str]) -> Iterator[list[str]]:
    """The named columns of a published table, in its own order, figures untouched."""
    yield columns
    for row in unpacked(path):
        yield [row[column] for column in columns]


def features(source: Path, kind: str, place: str) -> list[dict[str, Any]]:
    """The features of one boundary file."""
    found: list[dict[str, Any]] = json.loads(
        (source / "geography" / f"{kind}_{place}.geojson").read_text(encoding="utf-8")
    )["features"]
    return found


def polygonal(geometry: dict[str, Any]) -> BaseGeometry:
    """A valid area: repaired, without the stray lines and points that a repair leaves over."""
    repaired = shapely.make_valid(shape(geometry), method="structure", keep_collapsed=False)
    parts = shapely.get_parts(shapely.get_parts(repaired))
    return shapely.union_all([part for part in parts if part.geom_type == "Polygon"])


def simplified(found: list[dict[str, Any]]) -> list[BaseGeometry]:
    """The areas of one file, simplified together so that shared borders stay shared."""
    areas = [polygonal(f["geometry"]) for f in found]
    # A degree of longitude is shorter than one of latitude: weigh them as they lie on the ground.
    narrow = cos(radians(shapely.union_all(areas).centroid.y))
    flat = [scale(area, xfact=narrow, yfact=1, origin=(0, 0)) for area in areas]
    smaller = shapely.coverage_simplify(flat, TOLERANCE_DEGREES)
    return [scale(area, xfact=1 / narrow, yfact=1, origin=(0, 0)) for area in smaller]


def rounded(coordinates: Any) -> Any:
    """Coordinates with five decimals (about a metre)."""
    if isinstance(coordinates[0], int | float):
        return [round(float(value), DECIMALS) for value in coordinates[:2]]
    return [rounded(part) for part in coordinates]


def boundaries(source: Path, kind: str, place: str) -> Written:
    """One compact boundary file."""
    found = features(source, kind, place)
    kept = []
    for feature, area in zip(found, simplified(found), strict=True):
        council = feature["properties"]["LADCD_ACTIVE"]
        kept.append(
            {
                "type": "Feature",
                "properties": {
                    **{k: feature["properties"][k].strip() for k in PROPERTIES[kind]},
                    "LADCD_ACTIVE": council,
                },
                "geometry": {
                    "type": area.geom_type,
                    "coordinates": rounded(mapping(area)["coordinates"]),
                },
            }
        )
    lines = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in kept)
    text = f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'
    return write(f"{kind}_{place}.geojson", f"{kind}_boundaries", len(kept), text.encode())


def postcodes(source: Path, place: str) -> Written:
    """One postcode file, each point with its ward by the published (not simplified) boundary."""
    wards = features(source, "ward", place)
    tree = shapely.STRtree([polygonal(f["geometry"]) for f in wards])
    codes = [f["properties"]["WD25CD"] for f in wards]

    def rows() -> Iterator[list[str]]:
        yield ["postcode", "lat", "long", "lsoa21cd", "wd25cd"]
        for row in unpacked(source / "postcodes" / f"postcodes_{place}.csv.gz"):
            point = shapely.Point(float(row["long"]), float(row["lat"]))
            within = sorted(tree.query(point, predicate="intersects").tolist())
            ward = codes[within[0] if within else int(tree.nearest(point))]
            yield [row["postcode"], row["lat"], row["long"], row["lsoa21cd"], ward]

    count, content = packed(rows())
    return write(f"postcodes_{place}.csv.gz", "postcodes", count, content)


def table(source: Path, name: str, kind: str, columns: list[str], target: str) -> Written:
    """One national table with only the columns that are used."""
    count, content = packed(only(source / "geography" / name, columns))
    return write(target, kind, count, content)


def sources(written: list[Written]) -> None:
    """Write `sources.toml`: what each file is, who published it, and its checksum."""
    described = tomllib.loads((TARGET / "descriptions.toml").read_text(encoding="utf-8"))
    assert {w.kind for w in written} == set(described), "describe every kind of file"
    lines = ["# Written by scripts/build_places_data.py; the texts are in descriptions.toml."]
    for one in sorted(written, key=lambda w: (w.kind, w.file)):
        lines += ["", "[[file]]"]
        for key, value in vars(one).items():
            lines.append(f"{key} = {json.dumps(value)}")
    (TARGET / "sources.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def build(source: Path) -> None:
    """Build every file of the package."""
    written = [boundaries(source, kind, place) for place in PLACES for kind in PROPERTIES]
    written += [postcodes(source, place) for place in PLACES]
    written.append(
        table(source, "lsoa21_need_england_wales.csv.gz", "need", NEED_COLUMNS, "need.csv.gz")
    )
    written.append(
        table(
            source,
            "population_mid2020_lsoa11_age_bands.csv.gz",
            "ages",
            AGE_COLUMNS,
            "ages.csv.gz",
        )
    )
    sources(written)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    if len(sys.argv) != 2:
        sys.exit("Usage: build_places_data.py SOURCE (the folder with geography/ and postcodes/)")
    build(Path(sys.argv[1]))
