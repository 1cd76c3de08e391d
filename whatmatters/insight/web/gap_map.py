"""Gaps on a map of the council's real wards, with the same figures in a table."""

from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from whatmatters.frontend.charts import Chart, Step, ward_map
from whatmatters.frontend.charts import Ward as DrawnWard
from whatmatters.insight.queries.gaps import Gaps, Missing, WardGaps
from whatmatters.places.queries import LOCALITIES, ShapeMap, map_shapes, read_locality

WIDTH = 560


@dataclass(frozen=True, slots=True)
class GapRow:
    """One ward in the table; `people` None: not told apart."""

    ward: str
    people: int | None
    what: str


@dataclass(frozen=True, slots=True)
class GapsShown:
    """The map (None where the council's boundaries are not packaged) and the table."""

    map: Chart | None
    rows: tuple[GapRow, ...]
    few_wards: int
    missing: tuple[Missing, ...]
    other_things: int
    gaps: int
    total_told: bool
    wards: int


def gaps_shown(gaps: Gaps, minimum: int, council_code: str, council_name: str) -> GapsShown:
    """What the page shows of the gaps."""
    told = [ward for ward in gaps.wards if ward.people is not None]
    return GapsShown(
        map=_map(gaps, minimum, council_code, council_name),
        rows=tuple(GapRow(_name(w.name_en, w.name_cy), w.people, w.what) for w in told),
        few_wards=len(gaps.wards) - len(told),
        missing=gaps.missing,
        other_things=gaps.other_things,
        gaps=gaps.gaps,
        total_told=gaps.total_told,
        wards=len(gaps.wards),
    )


def _map(gaps: Gaps, minimum: int, council_code: str, council_name: str) -> Chart | None:
    shapes = packaged_wards(council_code, council_name)
    if shapes is None or not gaps.wards:
        return None
    by_code = {ward.code: ward for ward in gaps.wards}
    drawn = [
        DrawnWard(s.code, _name(s.name_en, s.name_cy), s.path, _step(by_code.get(s.code), minimum))
        for s in shapes.shapes
    ]
    most = 2 * minimum
    labels = [
        Step(_("None recorded")),
        Step(_("Fewer than %(least)s people, or not told apart") % {"least": minimum}),
        Step(_("%(least)s to %(most)s people") % {"least": minimum, "most": most - 1}),
        Step(_("%(least)s people or more") % {"least": most}),
    ]
    return ward_map(
        drawn,
        labels,
        view_box=shapes.view_box,
        title=_("Wards by how many people missed something"),
        summary=_("The table says the same in figures."),
    )


@lru_cache(maxsize=len(LOCALITIES))
def packaged_wards(council_code: str, council_name: str) -> ShapeMap | None:
    """The outlines of a council's wards; None for a council whose boundaries are not packaged."""
    name = council_name.casefold()
    if name not in LOCALITIES:
        return None
    locality = read_locality(name)
    return map_shapes(locality, "ward", WIDTH) if locality.council_code == council_code else None


def _step(ward: WardGaps | None, minimum: int) -> int:
    if ward is None:
        return 0
    if ward.people is None:
        return 1
    return 2 if ward.people < 2 * minimum else 3


def _name(english: str, welsh: str) -> str:
    return (welsh if (get_language() or "").startswith("cy") else "") or english
