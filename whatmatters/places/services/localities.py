"""Recording a place: its council, areas and patches."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from whatmatters.places.models import Council
from whatmatters.places.queries import Locality
from whatmatters.places.services.areas import lsoa_rows, msoa_rows, record_areas, ward_rows
from whatmatters.places.services.patches import link_patches, record_patches
from whatmatters.places.services.postcodes import keep_postcodes


@dataclass(frozen=True, slots=True)
class LoadedLocality:
    """Ids of what was recorded, by ONS code or patch code."""

    council_id: int
    ward_ids: Mapping[str, int]
    lsoa_ids: Mapping[str, int]
    msoa_ids: Mapping[str, int]
    patch_ids: Mapping[str, int]
    patch_of_lsoa: Mapping[str, str]


@transaction.atomic
def load_locality(*, locality: Locality) -> LoadedLocality:
    """Record a place's council, areas and patches (R-GW-01); again changes nothing.

    A second call with newer figures or names brings those up to date; areas and patches that the
    place no longer has are left, since people may live in them. The postcodes of a place that is
    not packaged are kept, so that people can be registered there when its folder is gone.
    """
    council, _ = Council.objects.update_or_create(
        code=locality.council_code,
        defaults={
            "name_en": locality.name_en,
            "name_cy": locality.name_cy,
            "nation": locality.nation,
        },
    )
    msoa_ids = record_areas(council, "msoa", msoa_rows(council, locality))
    lsoa_ids = record_areas(council, "lsoa", lsoa_rows(council, locality, msoa_ids))
    ward_ids = record_areas(council, "ward", ward_rows(council, locality))
    patch_ids = record_patches(council, locality)
    link_patches(council, locality, patch_ids, msoa_ids)
    if not locality.packaged:
        ids = {"lsoa_ids": lsoa_ids, "ward_ids": ward_ids, "patch_ids": patch_ids}
        keep_postcodes(council, locality, **ids)
    return LoadedLocality(
        council_id=council.pk,
        ward_ids=ward_ids,
        lsoa_ids=lsoa_ids,
        msoa_ids=msoa_ids,
        patch_ids=patch_ids,
        patch_of_lsoa=locality.patch_by_lsoa(),
    )
