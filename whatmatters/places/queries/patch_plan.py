"""Patches that follow real areas: adjoining MSOAs, similar in older people (R-GW-01)."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from whatmatters.places.queries.neighbours import neighbours
from whatmatters.places.queries.patch_groups import Group, even_out, merge_smallest, size_of
from whatmatters.places.queries.patches import PatchPlan
from whatmatters.places.queries.published_areas import Msoa

FEWEST, MOST = 6, 10
AGED_65_PLUS_EACH = 3600  # a patch small enough to know; the number of patches follows from it


def plan_patches(msoas: Sequence[Msoa], older: Mapping[str, int]) -> tuple[PatchPlan, ...]:
    """Six to ten patches (fewer when there are fewer MSOAs), each in one piece.

    `older` is the number aged 65 and over by MSOA code. Small neighbouring groups are merged
    until few enough remain; then MSOAs on a border move over while that evens the groups out.
    """
    if not msoas:
        return ()
    wanted = round(sum(older.values()) / AGED_65_PLUS_EACH)
    wanted = min(max(wanted, FEWEST), MOST, len(msoas))
    near = neighbours(msoas)
    groups = merge_smallest([frozenset([m.code]) for m in msoas], wanted, near, older)
    groups = even_out(groups, near, older)
    by_code = {m.code: m for m in msoas}
    return tuple(sorted((_plan(g, by_code, older) for g in groups), key=lambda p: p.code))


def _plan(group: Group, by_code: Mapping[str, Msoa], older: Mapping[str, int]) -> PatchPlan:
    """A patch named after its most populous MSOA, by the names people use for it."""
    chief = by_code[max(sorted(group), key=lambda code: older[code])]
    return PatchPlan(
        code=slug(chief.name_en),
        name_en=chief.name_en,
        name_cy=chief.name_cy,
        msoa_codes=tuple(sorted(group)),
        aged_65_plus=size_of(group, older),
    )


def slug(name: str) -> str:
    """A short code for addresses: "Pen-y-groes & Nantlle" -> "pen-y-groes-nantlle"."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-")
