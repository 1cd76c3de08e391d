"""Questions about a council's areas and patches as recorded: ids and frozen values."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from whatmatters.places.models import Area, Council, Patch, PatchArea


@dataclass(frozen=True, slots=True)
class CouncilFacts:
    """A council (the tenant)."""

    id: int
    code: str
    name_en: str
    name_cy: str
    nation: str


@dataclass(frozen=True, slots=True)
class AreaFacts:
    """A recorded area with its published figures (None where none are published for its kind)."""

    id: int
    kind: str
    code: str
    name_en: str
    name_cy: str
    parent_id: int | None
    residents: int | None
    aged_65_plus: int | None
    disabled: int | None
    deprivation_decile: int | None


@dataclass(frozen=True, slots=True)
class PatchFacts:
    """A patch with the ids of its areas (MSOAs)."""

    id: int
    code: str
    name_en: str
    name_cy: str
    area_ids: tuple[int, ...]


def council(council_id: int) -> CouncilFacts | None:
    """The council with this id."""
    return _council(Council.objects.filter(pk=council_id).first())


def council_by_code(code: str) -> CouncilFacts | None:
    """The council with this ONS code."""
    return _council(Council.objects.filter(code=code).first())


def council_ids() -> tuple[int, ...]:
    """Every council of this database: for upkeep, never for a page."""
    return tuple(Council.objects.order_by("pk").values_list("pk", flat=True))


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


def areas(council_id: int, ids: Collection[int] | None = None) -> dict[int, AreaFacts]:
    """Areas of a council by id: all, or those asked for (one SQL query)."""
    found = Area.objects.filter(council_id=council_id)
    if ids is not None:
        found = found.filter(pk__in=ids)
    return {a.pk: _area(a) for a in found.order_by("kind", "code")}


def _council(row: Council | None) -> CouncilFacts | None:
    if row is None:
        return None
    return CouncilFacts(row.pk, row.code, row.name_en, row.name_cy, row.nation)


def _area(row: Area) -> AreaFacts:
    return AreaFacts(
        id=row.pk,
        kind=row.kind,
        code=row.code,
        name_en=row.name_en,
        name_cy=row.name_cy,
        parent_id=row.parent_id,
        residents=row.residents,
        aged_65_plus=row.aged_65_plus,
        disabled=row.disabled,
        deprivation_decile=row.deprivation_decile,
    )
