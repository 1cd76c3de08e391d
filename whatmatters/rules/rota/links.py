"""Links of a day: before, after, together; also with an event that is not ours."""

from collections.abc import Iterator, Sequence

from whatmatters.rules.rota.faults import Fault
from whatmatters.rules.rota.problem import Link

NEVER = float("-inf")
ROUNDING = 1e-9


def bundles(visits: Sequence[str], links: Sequence[Link]) -> list[list[str]]:
    """Visits that hang together by links, each bundle in the order of the day's list."""
    group = {visit: {visit} for visit in visits}
    for link in links:
        one, other = group[link.first], group[link.then]
        if one is not other:
            one |= other
            group.update(dict.fromkeys(other, one))
    order = {visit: n for n, visit in enumerate(visits)}
    found = {id(g): sorted(g, key=order.__getitem__) for g in group.values() if len(g) > 1}
    return list(found.values())


def lags(bundle: Sequence[str], links: Sequence[Link]) -> list[list[float]]:
    """`lags[i][j]`: minutes from the start of i that j must wait at least, over all paths."""
    n, at = len(bundle), {visit: i for i, visit in enumerate(bundle)}
    least = [[0.0 if i == j else NEVER for j in range(n)] for i in range(n)]
    for link in links:
        if link.first in at and link.then in at:
            i, j = at[link.first], at[link.then]
            if link.least is not None:
                least[i][j] = max(least[i][j], link.least)
            if link.most is not None:
                least[j][i] = max(least[j][i], -link.most)
    for k in range(n):
        for i in range(n):
            for j in range(n):
                least[i][j] = max(least[i][j], least[i][k] + least[k][j])
    return least


def link_faults(visits: Sequence[str], links: Sequence[Link], most_linked: int) -> Iterator[Fault]:
    """Links in a circle that no times can satisfy, and more visits in one bundle than are taken."""
    for bundle in bundles(visits, links):
        names = ", ".join(bundle)
        if len(bundle) > most_linked:
            yield Fault("too_many_linked", f"links.{bundle[0]}", {"most": most_linked})
            continue
        found = lags(bundle, links)
        if any(found[i][i] > ROUNDING for i in range(len(bundle))):
            yield Fault("links_in_a_circle", f"links.{bundle[0]}", {"visits": names})
