"""An area as recorded, with its real figures."""

from dataclasses import dataclass

from whatmatters.places.models import Area


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


def area_facts(row: Area) -> AreaFacts:
    """A recorded area, to be read by other contexts."""
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
