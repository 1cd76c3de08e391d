"""Groups of adjoining MSOAs, merged and evened out by older people."""

from collections.abc import Iterable, Mapping

from whatmatters.places.queries.neighbours import Neighbours, reached_from

Group = frozenset[str]


def size_of(group: Iterable[str], older: Mapping[str, int]) -> int:
    """How many older people live in a group."""
    return sum(older[code] for code in group)


def merge_smallest(
    groups: list[Group], wanted: int, near: Neighbours, older: Mapping[str, int]
) -> list[Group]:
    """Merge the smallest group with its smallest neighbour until `wanted` remain."""

    def key(group: Group) -> tuple[int, str]:
        return size_of(group, older), min(group)

    while len(groups) > wanted:
        smallest = min(groups, key=key)
        beside = frozenset(code for member in smallest for code in near[member])
        partner = min((g for g in groups if g != smallest and g & beside), key=key)
        groups = [g for g in groups if g not in (smallest, partner)] + [smallest | partner]
    return groups


def even_out(groups: list[Group], near: Neighbours, older: Mapping[str, int]) -> list[Group]:
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
    return older[code] * (size_of(giver, older) - size_of(taker, older) - older[code])


def _holds_without(group: Group, code: str, near: Neighbours) -> bool:
    rest = group - {code}
    return bool(rest) and len(reached_from(min(rest), rest, near)) == len(rest)
