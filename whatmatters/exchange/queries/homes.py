"""Where a postcode of a council lies: its small area, ward and patch, by the published files."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from whatmatters.places.queries import LOCALITIES, areas, council, patches, read_locality


@dataclass(frozen=True, slots=True)
class Home:
    """A postcode with our ids of its areas. Kept for distances; nobody is shown so closely."""

    postcode: str
    latitude: Decimal
    longitude: Decimal
    lsoa_id: int
    ward_id: int
    patch_id: int | None


def homes_of(council_id: int) -> dict[str, Home]:
    """Every postcode of a council without its blank; empty where its place is not packaged."""
    facts = council(council_id)
    held = areas(council_id)
    key = tuple(sorted((area.code, area.id) for area in held.values()))
    patch_ids = tuple((patch.code, patch.id) for patch in patches(council_id))
    return _homes(facts.code if facts else "", key, patch_ids)


@lru_cache(maxsize=2)
def _homes(
    code: str, area_ids: tuple[tuple[str, int], ...], patch_ids: tuple[tuple[str, int], ...]
) -> dict[str, Home]:
    place = next((p for p in map(read_locality, LOCALITIES) if p.council_code == code), None)
    if place is None:
        return {}
    ids, patch_of = dict(area_ids), dict(patch_ids)
    by_lsoa = place.patch_by_lsoa()
    found = {}
    for point in place.postcodes:
        ward = place.ward_of(point)
        if point.lsoa_code not in ids or ward not in ids:
            continue
        found[point.postcode.replace(" ", "").upper()] = Home(
            postcode=point.postcode,
            latitude=point.latitude,
            longitude=point.longitude,
            lsoa_id=ids[point.lsoa_code],
            ward_id=ids[ward],
            patch_id=patch_of.get(by_lsoa[point.lsoa_code]),
        )
    return found
