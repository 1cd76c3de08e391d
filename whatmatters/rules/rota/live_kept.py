"""The later part of a day that an event cannot reach: kept as it was planned, so that less is
searched. It begins after the shifts that the event is about are over."""

from collections.abc import Mapping

from whatmatters.rules.rota.live_events import Allowed, Event, What
from whatmatters.rules.rota.live_frozen import Counts, whom_it_is_about
from whatmatters.rules.rota.plan import Plan, Stop
from whatmatters.rules.rota.problem import Problem, Shift


def kept_tails(
    problem: Problem, plan: Plan, counts: Counts, event: Event, allowed: Allowed
) -> Plan:
    """The last stops of each shift that stay as they are, behind its first `counts`."""
    until = _reach(problem, plan, event, allowed)
    planned = {stop.visit for _, stop in plan.stops()}
    missed = [visit for pk, visit in problem.visits.items() if pk not in planned]
    if any(visit.limit > until for visit in missed):
        return Plan(dict.fromkeys(plan.routes, ()))
    near = {pk: route[counts[pk] :] for pk, route in plan.routes.items()}
    tails = {pk: tuple(s for s in rest if s.start > until) for pk, rest in near.items()}
    return Plan(_without_the_shared(problem, near, tails))


def with_tail(problem: Problem, shift: Shift, tail: tuple[Stop, ...]) -> Shift:
    """A shift that is to be at its tail's first visit when that begins."""
    if not tail:
        return shift
    first = tail[0]
    there = problem.people[problem.visits[first.visit].person].place
    ends = max(first.start, shift.starts)
    return Shift(shift.id, shift.worker, shift.mode, shift.starts, ends, shift.begins_at, there, 0)


def _reach(problem: Problem, plan: Plan, event: Event, allowed: Allowed) -> float:
    """Until when an event is felt: the end of the shifts it is about, or of those at work now.

    A visit that takes longer may reach beyond them.
    """
    about = whom_it_is_about(problem, plan, event)
    now = [s.ends for s in problem.shifts.values() if s.starts <= event.at < s.ends]
    ends = [problem.shifts[pk].ends for pk in about] or now
    longer = [
        stop.start + problem.visits[stop.visit].planned + event.minutes
        for _, stop in plan.stops()
        if event.what is What.LONG and stop.visit == event.visit
    ]
    return max((event.at, *ends, *longer)) + allowed.promise


def _without_the_shared(
    problem: Problem, near: Mapping[str, tuple[Stop, ...]], tails: dict[str, tuple[Stop, ...]]
) -> dict[str, tuple[Stop, ...]]:
    """Tails less what hangs together with what is free, by a link or as a visit by two."""
    while True:
        kept = {stop.visit for tail in tails.values() for stop in tail}
        free = {
            stop.visit
            for pk, route in near.items()
            for stop in route[: len(route) - len(tails[pk])]
        }
        loose = {k.then for k in problem.links if k.first in free and k.then in kept}
        loose |= {k.first for k in problem.links if k.then in free and k.first in kept}
        loose |= free & kept
        if not loose:
            return tails
        tails = {pk: _behind(tail, loose) for pk, tail in tails.items()}


def _behind(tail: tuple[Stop, ...], loose: set[str]) -> tuple[Stop, ...]:
    last = max((n + 1 for n, stop in enumerate(tail) if stop.visit in loose), default=0)
    return tail[last:]
