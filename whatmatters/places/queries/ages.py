"""Mid-2020 ages, published on the small areas of 2011, carried to those of 2021.

Nearly all small areas kept their code. Where areas were split or merged, the people of the
retired codes are shared out over the new codes of the same neighbourhood (MSOA), and what is then
left over those of the same council, by 2021 residents; so each council's totals stay as published.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from whatmatters.places.queries.age_bands import AGE_BANDS, AgeBands, AgesBasis
from whatmatters.places.queries.apportion import largest_remainder

NOBODY = AgeBands((0,) * len(AGE_BANDS))


@dataclass(frozen=True, slots=True)
class NewArea:
    """A 2021 small area: code, name ("Gwynedd 016F") and residents in 2021."""

    code: str
    name: str
    residents: int


@dataclass(frozen=True, slots=True)
class OldArea:
    """A 2011 small area: code, name and published ages."""

    code: str
    name: str
    ages: AgeBands


Aged = dict[str, tuple[AgeBands, AgesBasis]]


def ages_by_area(
    new: Sequence[NewArea], old: Sequence[OldArea], codes_in_2021: frozenset[str]
) -> Mapping[str, tuple[AgeBands, AgesBasis]]:
    """Ages of one council's 2021 areas, each with how it came by them.

    `codes_in_2021` are all codes of both nations: an old area whose code lives on elsewhere is
    not this council's to share out. Only old areas named like a new one are looked at.
    """
    published = {area.code: area.ages for area in old}
    found: Aged = {
        area.code: (published[area.code], AgesBasis.PUBLISHED)
        for area in new
        if area.code in published
    }
    councils = {_council(area.name) for area in new}
    retired = [
        area for area in old if area.code not in codes_in_2021 and _council(area.name) in councils
    ]
    opened = [area for area in new if area.code not in published]
    retired, opened = _share_by_neighbourhood(found, retired, opened)
    if opened and retired:
        _share(found, retired, opened)
    elif opened:
        _estimate(found, new, opened)
    return found


def _share_by_neighbourhood(
    found: Aged, retired: Sequence[OldArea], opened: Sequence[NewArea]
) -> tuple[list[OldArea], list[NewArea]]:
    """Share within each neighbourhood that lost and won areas; what is left on either side."""
    lost: defaultdict[str, list[OldArea]] = defaultdict(list)
    won: defaultdict[str, list[NewArea]] = defaultdict(list)
    for before in retired:
        lost[_neighbourhood(before.name)].append(before)
    for area in opened:
        won[_neighbourhood(area.name)].append(area)
    for name in lost.keys() & won.keys():
        _share(found, lost.pop(name), won.pop(name))
    return [a for group in lost.values() for a in group], [a for g in won.values() for a in g]


def _share(found: Aged, retired: Sequence[OldArea], opened: Sequence[NewArea]) -> None:
    residents = [area.residents for area in opened]
    shared = [largest_remainder(n, residents) for n in total(area.ages for area in retired).counts]
    for area, counts in zip(opened, zip(*shared, strict=True), strict=True):
        found[area.code] = (AgeBands(counts), AgesBasis.SHARED_OUT)


def _estimate(found: Aged, new: Sequence[NewArea], opened: Sequence[NewArea]) -> None:
    """No retired area to share out: as many of each age as elsewhere in the same council."""
    known = sum(area.residents for area in new if area.code in found)
    ages = total(bands for bands, _ in found.values())
    for area in opened:
        counts = tuple(n * area.residents // max(known, 1) for n in ages.counts)
        found[area.code] = (AgeBands(counts), AgesBasis.ESTIMATED)


def total(many: Iterable[AgeBands]) -> AgeBands:
    """All people of several areas, by band."""
    counts = [ages.counts for ages in many]
    return AgeBands(tuple(map(sum, zip(*counts, strict=True)))) if counts else NOBODY


def _neighbourhood(name: str) -> str:
    """ "Gwynedd 016F" -> "Gwynedd 016"."""
    return re.sub(r"[A-Z]+$", "", name)


def _council(name: str) -> str:
    """ "Gwynedd 016F" -> "Gwynedd": the council of the name, which may be one since merged."""
    return name.rsplit(" ", 1)[0]
