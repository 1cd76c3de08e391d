"""Patches that follow real areas: adjoining MSOAs, similar in older people (R-GW-01)."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from whatmatters.places.queries.geometry import distance_km
from whatmatters.places.queries.locality import Msoa, PatchPlan

FEWEST, MOST = 6, 10
AGED_65_PLUS_EACH = 3600  # a patch small enough to know; the number of patches follows from it

Group = frozenset[str]
Neighbours = Mapping[str, frozenset[str]]


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
    groups = _merge([frozenset([m.code]) for m in msoas], wanted, near, older)
    groups = _even_out(groups, near, older)
    by_code = {m.code: m for m in msoas}
    return tuple(sorted((_plan(g, by_code, older) for g in groups), key=lambda p: p.code))


def neighbours(msoas: Sequence[Msoa]) -> Neighbours:
    """Which MSOAs share a border (two corners or more); an island is joined to the nearest."""
    corners = {m.code: set(m.boundary.points()) for m in msoas}
    near: dict[str, set[str]] = {m.code: set() for m in msoas}
    for i, one in enumerate(msoas):
        for other in msoas[i + 1 :]:
            if len(corners[one.code] & corners[other.code]) >= 2:
                near[one.code].add(other.code)
                near[other.code].add(one.code)
    while len(reached := _reached(msoas[0].code, set(near), near)) < len(msoas):
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


def _reached(start: str, within: Iterable[str], near: Mapping[str, Iterable[str]]) -> set[str]:
    """All codes of `within` that can be reached from `start` without leaving it."""
    allowed, found, ahead = set(within), {start}, [start]
    while ahead:
        for code in near[ahead.pop()]:
            if code in allowed and code not in found:
                found.add(code)
                ahead.append(code)
    return found


def _size(group: Iterable[str], older: Mapping[str, int]) -> int:
    return sum(older[code] for code in group)


def _merge(
    groups: list[Group], wanted: int, near: Neighbours, older: Mapping[str, int]
) -> list[Group]:
    """Merge the smallest group with its smallest neighbour until `wanted` remain."""

    def key(group: Group) -> tuple[int, str]:
        return _size(group, older), min(group)

    while len(groups) > wanted:
        smallest = min(groups, key=key)
        beside = frozenset(code for member in smallest for code in near[member])
        partner = min((g for g in groups if g != smallest and g & beside), key=key)
        groups = [g for g in groups if g not in (smallest, partner)] + [smallest | partner]
    return groups


def _even_out(groups: list[Group], near: Neighbours, older: Mapping[str, int]) -> list[Group]:
    """Move single MSOAs across borders, the best move first, while it evens the groups out."""
    while True:
        moves = [
            (_gain(code, giver, taker, older), code, giver, taker)
            for giver in groups
            for code in sorted(giver)
            for taker in groups
            if taker != giver and taker & near[code] and _holds_without(giver, code, near)
        ]
        best = max(moves, key=lambda move: (move[0], move[1]), default=None)
        if best is None or best[0] <= 0:
            return groups
        _, code, giver, taker = best
        kept = [g for g in groups if g not in (giver, taker)]
        groups = [*kept, giver - {code}, taker | {code}]


def _gain(code: str, giver: Group, taker: Group, older: Mapping[str, int]) -> int:
    """By how much a move lessens the sum of the squared sizes."""
    return older[code] * (_size(giver, older) - _size(taker, older) - older[code])


def _holds_without(group: Group, code: str, near: Neighbours) -> bool:
    rest = group - {code}
    return bool(rest) and len(_reached(min(rest), rest, near)) == len(rest)


def _plan(group: Group, by_code: Mapping[str, Msoa], older: Mapping[str, int]) -> PatchPlan:
    """A patch named after its most populous MSOA, by the names people use for it."""
    chief = by_code[max(sorted(group), key=lambda code: older[code])]
    return PatchPlan(
        code=slug(chief.name_en),
        name_en=chief.name_en,
        name_cy=chief.name_cy,
        msoa_codes=tuple(sorted(group)),
        aged_65_plus=_size(group, older),
    )


def slug(name: str) -> str:
    """A short code for addresses: "Pen-y-groes & Nantlle" -> "pen-y-groes-nantlle"."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-")
