"""Questions about a council's areas and patches as recorded: ids and frozen values."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from whatmatters.places.models import Area, Patch, PatchArea
from whatmatters.places.queries.area_facts import AreaFacts, area_facts


@dataclass(frozen=True, slots=True)
class PatchFacts:
    """A patch with the ids of its areas (MSOAs)."""

    id: int
    code: str
    name_en: str
    name_cy: str
    area_ids: tuple[int, ...]


def patches(council_id: int) -> tuple[PatchFacts, ...]:
    """All patches of a council, in the order of their codes (two SQL queries)."""
    links: defaultdict[int, list[int]] = defaultdict(list)
    pairs = PatchArea.objects.filter(patch__council_id=council_id).order_by("area_id")
    for patch_id, area_id in pairs.values_list("patch_id", "area_id"):
        links[patch_id].append(area_id)
    return tuple(
        PatchFacts(p.pk, p.code, p.name_en, p.name_cy, tuple(links[p.pk]))
        for p in Patch.objects.filter(council_id=council_id).order_by("code")
    )


def patch_names(council_id: int, *, welsh: bool) -> dict[int, str]:
    """The name of each patch by id, in the order of their codes (one SQL query)."""
    rows = Patch.objects.filter(council_id=council_id).order_by("code")
    told = rows.values_list("pk", "name_en", "name_cy")
    return {pk: (name_cy if welsh else "") or name_en for pk, name_en, name_cy in told}


def areas(council_id: int, ids: Collection[int] | None = None) -> dict[int, AreaFacts]:
    """Areas of a council by id: all, or those asked for (one SQL query)."""
    found = Area.objects.filter(council_id=council_id)
    if ids is not None:
        found = found.filter(pk__in=ids)
    return {a.pk: area_facts(a) for a in found.order_by("kind", "code")}
