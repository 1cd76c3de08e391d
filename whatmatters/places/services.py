"""Verbs of places: record a council with its areas and patches.

Places lie below access, so nothing here knows an actor: whoever calls writes the audit row.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction

from whatmatters.places.models import Area, Council, Patch, PatchArea
from whatmatters.places.queries import Locality

FIGURES = ("residents", "aged_65_plus", "disabled", "deprivation_decile")


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
    place no longer has are left, since people may live in them.
    """
    council, _ = Council.objects.update_or_create(
        code=locality.council_code,
        defaults={
            "name_en": locality.name_en,
            "name_cy": locality.name_cy,
            "nation": locality.nation,
        },
    )
    msoa_ids = _record(council, "msoa", _msoas(council, locality))
    lsoa_ids = _record(council, "lsoa", _lsoas(council, locality, msoa_ids))
    ward_ids = _record(council, "ward", _wards(council, locality))
    patch_ids = _patches(council, locality)
    _link(council, locality, patch_ids, msoa_ids)
    return LoadedLocality(
        council_id=council.pk,
        ward_ids=ward_ids,
        lsoa_ids=lsoa_ids,
        msoa_ids=msoa_ids,
        patch_ids=patch_ids,
        patch_of_lsoa=locality.patch_by_lsoa(),
    )


def _record(council: Council, kind: str, rows: Iterable[Area]) -> dict[str, int]:
    """Write areas of one kind, or bring them up to date; ids by code."""
    Area.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["council", "kind", "code"],
        update_fields=["name_en", "name_cy", "parent", *FIGURES],
    )
    return dict(Area.objects.filter(council=council, kind=kind).values_list("code", "pk"))


def _msoas(council: Council, locality: Locality) -> list[Area]:
    """Neighbourhoods, with the sums of their small areas (no decile is published for them)."""
    sums: dict[str, Counter[str]] = {msoa.code: Counter() for msoa in locality.msoas}
    for area in locality.lsoas:
        sums[area.msoa_code].update(
            residents=area.residents,
            disabled=area.disabled,
            aged_65_plus=area.ages.aged_65_plus,
        )
    return [
        Area(
            council=council,
            kind="msoa",
            code=msoa.code,
            name_en=msoa.name_en,
            name_cy=msoa.name_cy,
            **sums[msoa.code],
        )
        for msoa in locality.msoas
    ]


def _lsoas(council: Council, locality: Locality, msoa_ids: Mapping[str, int]) -> list[Area]:
    return [
        Area(
            council=council,
            kind="lsoa",
            code=area.code,
            name_en=area.name,
            name_cy=area.name,
            parent_id=msoa_ids[area.msoa_code],
            residents=area.residents,
            aged_65_plus=area.ages.aged_65_plus,
            disabled=area.disabled,
            deprivation_decile=area.decile,
        )
        for area in locality.lsoas
    ]


def _wards(council: Council, locality: Locality) -> list[Area]:
    """Wards, without figures: those of small areas do not add up to wards."""
    return [
        Area(council=council, kind="ward", code=w.code, name_en=w.name_en, name_cy=w.name_cy)
        for w in locality.wards
    ]


def _patches(council: Council, locality: Locality) -> dict[str, int]:
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


def _link(
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
