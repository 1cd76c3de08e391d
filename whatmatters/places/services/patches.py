"""Recording a council's patches and which neighbourhoods lie in them."""

from collections.abc import Mapping

from whatmatters.places.models import Council, Patch, PatchArea
from whatmatters.places.queries import Locality


def record_patches(council: Council, locality: Locality) -> dict[str, int]:
    """Write patches, or bring their names up to date; ids by code."""
    Patch.objects.bulk_create(
        [
            Patch(council=council, code=p.code, name_en=p.name_en, name_cy=p.name_cy)
            for p in locality.patches
        ],
        update_conflicts=True,
        unique_fields=["council", "code"],
        update_fields=["name_en", "name_cy"],
    )
    return dict(Patch.objects.filter(council=council).values_list("code", "pk"))


def link_patches(
    council: Council, locality: Locality, patch_ids: Mapping[str, int], msoa_ids: Mapping[str, int]
) -> None:
    """Put each neighbourhood into its patch, unless it already lies in one."""
    PatchArea.objects.bulk_create(
        [
            PatchArea(council_id=council.pk, patch_id=patch_ids[p.code], area_id=msoa_ids[code])
            for p in locality.patches
            for code in p.msoa_codes
        ],
        ignore_conflicts=True,
    )
