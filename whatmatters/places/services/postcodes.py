"""Keeping the postcodes of a place whose files may be gone tomorrow."""

from collections.abc import Mapping

from whatmatters.places.models import Council, Postcode
from whatmatters.places.queries import Locality
from whatmatters.places.queries.postcode_places import plain

AT_ONCE = 1000


def keep_postcodes(
    council: Council,
    locality: Locality,
    *,
    lsoa_ids: Mapping[str, int],
    ward_ids: Mapping[str, int],
    patch_ids: Mapping[str, int],
) -> None:
    """Write where each lies, or bring it up to date; one that is no longer given is left."""
    patch_of = locality.patch_by_lsoa()
    Postcode.objects.bulk_create(
        (
            Postcode(
                council=council,
                plain=plain(point.postcode),
                postcode=point.postcode,
                lsoa_id=lsoa_ids[point.lsoa_code],
                ward_id=ward_ids[locality.ward_of(point)],
                patch_id=patch_ids.get(patch_of[point.lsoa_code]),
                latitude=point.latitude,
                longitude=point.longitude,
            )
            for point in locality.postcodes
        ),
        batch_size=AT_ONCE,
        update_conflicts=True,
        unique_fields=["council", "plain"],
        update_fields=["postcode", "lsoa", "ward", "patch", "latitude", "longitude"],
    )
