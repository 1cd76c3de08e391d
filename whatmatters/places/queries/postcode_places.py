"""Where a postcode of a council lies, among its areas as recorded."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from whatmatters.places.models import Postcode
from whatmatters.places.queries.councils import CouncilFacts, council
from whatmatters.places.queries.locality import Locality
from whatmatters.places.queries.place_names import LOCALITIES
from whatmatters.places.queries.reading import read_locality
from whatmatters.places.queries.recorded import areas, patches


@dataclass(frozen=True, slots=True)
class PostcodePlace:
    """The areas and the point of a postcode: the middle of a few houses, never one of them."""

    postcode: str
    lsoa_id: int
    ward_id: int
    patch_id: int | None
    latitude: Decimal
    longitude: Decimal


def place_of_postcode(council_id: int, typed: str) -> PostcodePlace | None:
    """Where a postcode lies, however it was typed; None where the council's published postcodes
    do not have it (one of another council, or too new). Kept ones of a folder come first."""
    wanted = plain(typed)
    kept = Postcode.objects.filter(council_id=council_id, plain=wanted).first()
    if kept is not None:
        ids = (kept.lsoa_id, kept.ward_id, kept.patch_id)
        return PostcodePlace(kept.postcode, *ids, kept.latitude, kept.longitude)
    place = council(council_id)
    found = _locality(place) if place else None
    point = (
        next((p for p in found.postcodes if plain(p.postcode) == wanted), None) if found else None
    )
    if found is None or point is None:
        return None
    recorded = {(area.kind, area.code): area.id for area in areas(council_id).values()}
    lsoa = recorded.get(("lsoa", point.lsoa_code))
    ward = recorded.get(("ward", found.ward_of(point)))
    if lsoa is None or ward is None:
        return None
    code = found.patch_by_lsoa()[point.lsoa_code]
    patch = next((patch.id for patch in patches(council_id) if patch.code == code), None)
    return PostcodePlace(point.postcode, lsoa, ward, patch, point.latitude, point.longitude)


def _locality(place: CouncilFacts) -> Locality | None:
    return next((one for one in _localities(place) if one.council_code == place.code), None)


def _localities(place: CouncilFacts) -> Iterator[Locality]:
    """The packaged places, the one of this name first: each is read once, when it is needed."""
    for name in sorted(LOCALITIES, key=lambda name: name != place.name_en.lower()):
        yield read_locality(name)


def plain(postcode: str) -> str:
    """A postcode without its blanks, in capitals."""
    return "".join(postcode.split()).upper()
