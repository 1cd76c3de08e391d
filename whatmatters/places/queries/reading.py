"""A locality read from the package or from a folder with the same four files side by side."""

from collections import Counter
from functools import lru_cache
from pathlib import Path

from whatmatters.places.queries.area_files import lsoa_of, msoas_in, wards_in
from whatmatters.places.queries.boundaries import outlines
from whatmatters.places.queries.locality import Locality
from whatmatters.places.queries.need import need_of
from whatmatters.places.queries.patch_plan import plan_patches
from whatmatters.places.queries.place_names import LOCALITIES, names_in
from whatmatters.places.queries.postcode_files import postcodes_in
from whatmatters.places.queries.refusals import LocalityNotSingle, LocalityUnknown
from whatmatters.places.queries.tables import DATA


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
    msoas = msoas_in(folder / f"msoa_{name}.geojson", need)
    lsoas = tuple(lsoa_of(outline, need[outline.properties[0]]) for outline in small)
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
        wards=wards_in(folder / f"ward_{name}.geojson"),
        postcodes=postcodes_in(folder / f"postcodes_{name}.csv.gz", frozenset(need)),
        patches=plan_patches(msoas, older),
        packaged=folder == DATA,
    )
