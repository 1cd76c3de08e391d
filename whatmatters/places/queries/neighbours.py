"""Which MSOAs lie beside one another."""

from collections.abc import Iterable, Mapping, Sequence

from whatmatters.places.queries.distances import distance_km
from whatmatters.places.queries.published_areas import Msoa

Neighbours = Mapping[str, frozenset[str]]


def neighbours(msoas: Sequence[Msoa]) -> Neighbours:
    """Which MSOAs share a border (two corners or more); an island is joined to the nearest."""
    corners = {m.code: set(m.boundary.points()) for m in msoas}
    near: dict[str, set[str]] = {m.code: set() for m in msoas}
    for i, one in enumerate(msoas):
        for other in msoas[i + 1 :]:
            if len(corners[one.code] & corners[other.code]) >= 2:
                near[one.code].add(other.code)
                near[other.code].add(one.code)
    while len(reached := reached_from(msoas[0].code, set(near), near)) < len(msoas):
        a, b = _closest([m for m in msoas if m.code in reached], _others(msoas, reached))
        near[a].add(b)
        near[b].add(a)
    return {code: frozenset(codes) for code, codes in near.items()}


def _others(msoas: Iterable[Msoa], codes: set[str]) -> list[Msoa]:
    return [m for m in msoas if m.code not in codes]


def _closest(ones: Sequence[Msoa], others: Sequence[Msoa]) -> tuple[str, str]:
    pairs = ((a, b) for a in ones for b in others)
    a, b = min(pairs, key=lambda p: distance_km(*p[0].boundary.middle, *p[1].boundary.middle))
    return a.code, b.code


def reached_from(start: str, within: Iterable[str], near: Mapping[str, Iterable[str]]) -> set[str]:
    """All codes of `within` that can be reached from `start` without leaving it."""
    allowed, found, ahead = set(within), {start}, [start]
    while ahead:
        for code in near[ahead.pop()]:
            if code in allowed and code not in found:
                found.add(code)
                ahead.append(code)
    return found
