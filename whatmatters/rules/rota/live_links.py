"""Links to what is frozen: a window of what is left, or other workers than those who were there."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from whatmatters.rules.rota.plan import Plan
from whatmatters.rules.rota.problem import Link, Problem, Visit, Worker


def links_left(
    rest: Problem, links: Sequence[Link], done: Mapping[str, float], frozen: Plan
) -> Problem:
    """The problem with the links between its own visits, those to what is done worked into it.

    As with an event outside: not sooner than a link allows, and late when later.
    """
    visits, workers = dict(rest.visits), dict(rest.workers)
    for link in links:
        if link.first in done and link.then in visits:
            visits[link.then] = _after(visits[link.then], link, done[link.first])
            other = link.then
        elif link.then in done and link.first in visits:
            visits[link.first] = _before(visits[link.first], link, done[link.then])
            other = link.first
        else:
            continue
        if link.apart:
            there = _who(rest, frozen, {link.first, link.then})
            visits[other] = _not_by(visits[other])
            workers = _others_can(workers, other, there)
    own = tuple(link for link in links if link.first in visits and link.then in visits)
    return replace(rest, visits=visits, workers=workers, links=own)


def _after(visit: Visit, link: Link, first: float) -> Visit:
    earliest = visit.earliest if link.least is None else max(visit.earliest, first + link.least)
    latest = visit.latest if link.most is None else min(visit.latest, first + link.most)
    return replace(visit, earliest=earliest, latest=latest)


def _before(visit: Visit, link: Link, then: float) -> Visit:
    earliest = visit.earliest if link.most is None else max(visit.earliest, then - link.most)
    latest = visit.latest if link.least is None else min(visit.latest, then - link.least)
    return replace(visit, earliest=earliest, latest=latest)


def _who(rest: Problem, frozen: Plan, visits: set[str]) -> set[str]:
    """Who was at one of these visits; a shift that is over is no matter here."""
    there = {shift for shift, stop in frozen.stops() if stop.visit in visits}
    return {rest.shifts[shift].worker for shift in there if shift in rest.shifts}


def _not_by(visit: Visit) -> Visit:
    needs = tuple(needed | {f"apart {visit.id}"} for needed in visit.needs)
    return replace(visit, needs=needs)


def _others_can(workers: Mapping[str, Worker], visit: str, there: set[str]) -> dict[str, Worker]:
    """A skill that only those have who were not there."""
    return {
        pk: one if pk in there else replace(one, skills=one.skills | {f"apart {visit}"})
        for pk, one in workers.items()
    }
