"""Which line of one version stands beside which of another (R-WI-05)."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from whatmatters.rules.plans import PlannedLine


@dataclass(frozen=True, slots=True)
class Pair:
    """Positions (from 0) in each version; None where a line was added or left out.

    `changed` names the parts that are not the same.
    """

    before: int | None
    after: int | None
    changed: tuple[str, ...] = ()


def pair_lines(before: Sequence[PlannedLine], after: Sequence[PlannedLine]) -> tuple[Pair, ...]:
    """Every line of both once: the new version's order, then what was left out.

    Lines that are the same stand together first, then those about the same thing by the same
    deliverer, then those about the same thing.
    """
    left = list(range(len(before)))
    found: dict[int, int] = {}
    for alike in (_same, _same_by_whom, _same_thing):
        for new, line in enumerate(after):
            match = next((old for old in left if alike(before[old], line)), None)
            if new not in found and match is not None:
                found[new] = match
                left.remove(match)
    pairs = [_pair(found.get(new), new, before, after) for new in range(len(after))]
    return (*pairs, *(Pair(old, None) for old in left))


def _pair(
    old: int | None, new: int, before: Sequence[PlannedLine], after: Sequence[PlannedLine]
) -> Pair:
    if old is None:
        return Pair(None, new)
    return Pair(old, new, changed_parts(before[old], after[new]))


def changed_parts(before: PlannedLine, after: PlannedLine) -> tuple[str, ...]:
    """Names of the parts that differ, in the order of a line's parts."""
    names = [part.name for part in fields(PlannedLine)]
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))


def _same(before: PlannedLine, after: PlannedLine) -> bool:
    return before == after


def _same_by_whom(before: PlannedLine, after: PlannedLine) -> bool:
    return _same_thing(before, after) and before.deliverer == after.deliverer


def _same_thing(before: PlannedLine, after: PlannedLine) -> bool:
    return before.what == after.what
