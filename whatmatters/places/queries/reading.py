"""A locality read from the package or from a folder with the same four files side by side."""

from collections import Counter
from decimal import Decimal
from functools import lru_cache
from pathlib import Path

from whatmatters.places.queries.boundaries import Outline, outlines
from whatmatters.places.queries.locality import Locality, Lsoa, Msoa, PostcodePoint, Ward
from whatmatters.places.queries.need import Need, need_of
from whatmatters.places.queries.patch_plan import plan_patches
from whatmatters.places.queries.refusals import (
    Expected,
    LocalityBadFile,
    LocalityNotSingle,
    LocalityUnknown,
)
from whatmatters.places.queries.tables import DATA, cell, rows

POSTCODE_COLUMNS = ("postcode", "lat", "long", "lsoa21cd")


def names_in(folder: Path) -> tuple[str, ...]:
    """Names of the places of a folder, by its `lsoa_NAME.geojson` files."""
    return tuple(sorted(path.stem.removeprefix("lsoa_") for path in folder.glob("lsoa_*.geojson")))


LOCALITIES: tuple[str, ...] = tuple(name.lower() for name in names_in(DATA))


def read_locality(name: str | None = None, directory: Path | None = None) -> Locality:
    """A place by name (any case), of the package or of `directory` (R-NX-18).

    A folder that holds one place needs no name. Raises `LocalityUnknown`, `LocalityNotSingle`,
    `LocalityFileMissing`, `LocalityBadFile`.
    """
    folder = DATA if directory is None else directory
    known = names_in(folder)
    if name is None:
        if len(known) != 1:
            raise LocalityNotSingle(folder=str(folder), found=", ".join(known))
        name = known[0]
    match = [one for one in known if one.lower() == name.lower()]
    if not match:
        raise LocalityUnknown(name=name, known=", ".join(one.lower() for one in known))
    return _packaged(match[0]) if directory is None else _read(folder, match[0])


@lru_cache(maxsize=len(LOCALITIES))
def _packaged(name: str) -> Locality:
    return _read(DATA, name)


def _read(folder: Path, name: str) -> Locality:
    path = folder / f"lsoa_{name}.geojson"
    small = outlines(path, "LSOA21CD")
    need = need_of(path, [(outline.row, outline.properties[0]) for outline in small])
    msoas = _msoas(folder / f"msoa_{name}.geojson", need)
    lsoas = tuple(_lsoa(outline, need[outline.properties[0]]) for outline in small)
    older: Counter[str] = Counter()
    for area in lsoas:
        older[area.msoa_code] += area.ages.aged_65_plus
    first = next(iter(need.values()))
    return Locality(
        name=name.lower(),
        council_code=first.council_code,
        name_en=first.council_en,
        name_cy=first.council_cy,
        nation=first.nation,
        lsoas=lsoas,
        msoas=msoas,
        wards=_wards(folder / f"ward_{name}.geojson"),
        postcodes=_postcodes(folder / f"postcodes_{name}.csv.gz", frozenset(need)),
        patches=plan_patches(msoas, older),
    )


def _lsoa(outline: Outline, need: Need) -> Lsoa:
    return Lsoa(
        code=need.code,
        name=need.name,
        msoa_code=need.msoa_code,
        residents=need.residents,
        disabled=need.disabled,
        decile=need.decile,
        deprived_share=need.deprived_share,
        ages=need.ages,
        ages_basis=need.ages_basis,
        boundary=outline.boundary,
    )


def _msoas(path: Path, need: dict[str, Need]) -> tuple[Msoa, ...]:
    """The MSOAs that hold the small areas; all must be in the file."""
    names = {n.msoa_code: n for n in need.values()}
    found = {o.properties[0]: o for o in outlines(path, "MSOA21CD", "MSOA21NM")}
    missing = sorted(names.keys() - found.keys())
    if missing:
        raise LocalityBadFile(
            file=path.name, row=0, expected=Expected.MSOA, name=missing[0], found=", ".join(found)
        )
    return tuple(
        Msoa(
            code, outline.properties[1], names[code].msoa_en, names[code].msoa_cy, outline.boundary
        )
        for code, outline in found.items()
        if code in names
    )


def _wards(path: Path) -> tuple[Ward, ...]:
    return tuple(
        Ward(code, en, cy or en, outline.boundary)
        for outline in outlines(path, "WD25CD", "WD25NM", "WD25NMW")
        for code, en, cy in [outline.properties]
    )


def _postcodes(path: Path, lsoas: frozenset[str]) -> tuple[PostcodePoint, ...]:
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
