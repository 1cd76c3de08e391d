"""Councils as recorded."""

from dataclasses import dataclass

from whatmatters.places.models import Council


@dataclass(frozen=True, slots=True)
class CouncilFacts:
    """A council (the tenant)."""

    id: int
    code: str
    name_en: str
    name_cy: str
    nation: str


def council(council_id: int) -> CouncilFacts | None:
    """The council with this id."""
    return _council(Council.objects.filter(pk=council_id).first())


def council_by_code(code: str) -> CouncilFacts | None:
    """The council with this ONS code."""
    return _council(Council.objects.filter(code=code).first())


def council_ids() -> tuple[int, ...]:
    """Every council of this database: for upkeep, never for a page."""
    return tuple(Council.objects.order_by("pk").values_list("pk", flat=True))


def _council(row: Council | None) -> CouncilFacts | None:
    if row is None:
        return None
    return CouncilFacts(row.pk, row.code, row.name_en, row.name_cy, row.nation)
