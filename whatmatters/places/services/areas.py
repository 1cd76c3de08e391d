"""Recording a council's published areas with their figures."""

from collections import Counter
from collections.abc import Iterable, Mapping

from whatmatters.places.models import Area, Council
from whatmatters.places.queries import Locality

FIGURES = ("residents", "aged_65_plus", "disabled", "deprivation_decile")


def record_areas(council: Council, kind: str, rows: Iterable[Area]) -> dict[str, int]:
    """Write areas of one kind, or bring them up to date; ids by code."""
    Area.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["council", "kind", "code"],
        update_fields=["name_en", "name_cy", "parent", *FIGURES],
    )
    return dict(Area.objects.filter(council=council, kind=kind).values_list("code", "pk"))


def msoa_rows(council: Council, locality: Locality) -> list[Area]:
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


def lsoa_rows(council: Council, locality: Locality, msoa_ids: Mapping[str, int]) -> list[Area]:
    """Small areas with their published figures, each under its neighbourhood."""
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


def ward_rows(council: Council, locality: Locality) -> list[Area]:
    """Wards, without figures: those of small areas do not add up to wards."""
    return [
        Area(council=council, kind="ward", code=w.code, name_en=w.name_en, name_cy=w.name_cy)
        for w in locality.wards
    ]
