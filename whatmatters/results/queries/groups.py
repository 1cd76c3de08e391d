"""Counts of the groups that were agreed, as they are kept and as the rules read them."""

from collections.abc import Iterable

from whatmatters.rules.commissioning_models.community_outcome import Evidence, GroupCount, Terms

# Of each group that the terms agree, in their order: to how many, of how many, how many left out.
Groups = tuple[tuple[int, int, int], ...]


def read_groups(kept: Iterable[Iterable[int]]) -> Groups:
    """As the column holds them."""
    return tuple((events, people, left_out) for events, people, left_out in kept)


def evidence_of(terms: Terms, events: int, people: int, groups: Groups) -> Evidence:
    """What `assess` reads of one count, each group by its agreed name."""
    named = zip(terms.groups, groups, strict=True)
    counted = (GroupCount(group.name, row[0], row[1]) for group, row in named)
    return Evidence(events, people, tuple(counted))
