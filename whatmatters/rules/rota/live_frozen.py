"""What of a plan is done or on the way and so never moves: how many stops of each shift.

A stop is on the way once the last moment to leave for it has passed. Whom an event is about has
not left: of hers only what has begun is frozen. A visit by two is frozen for both or for neither.
"""

from collections.abc import Mapping

from whatmatters.rules.rota.days_work import arrivals
from whatmatters.rules.rota.live_events import Event, What
from whatmatters.rules.rota.plan import Plan
from whatmatters.rules.rota.problem import Problem

Counts = Mapping[str, int]


def frozen_counts(problem: Problem, plan: Plan, event: Event) -> Counts:
    """Of each shift of the plan, how many of its first stops are frozen."""
    free = _freed(problem, plan, event)
    while True:
        counts = _bound(plan, _alone(problem, plan, event, free), free)
        split = _split(plan, counts)
        if not split:
            return counts
        free |= split


def whom_it_is_about(problem: Problem, plan: Plan, event: Event) -> set[str]:
    """The shifts whose workers an event is about."""
    if event.worker:
        return {pk for pk, shift in problem.shifts.items() if shift.worker == event.worker}
    return {shift for shift, stop in plan.stops() if stop.visit == event.visit}


def _freed(problem: Problem, plan: Plan, event: Event) -> set[str]:
    """Visits that the event takes from who was to make them, so that nobody is on the way."""
    if event.what is What.NO_REPLY:
        return {event.visit}
    about = whom_it_is_about(problem, plan, event)
    hers = [stop for shift, stop in plan.stops() if shift in about]
    if event.what is What.GONE:
        return {stop.visit for stop in hers if stop.start >= event.since}
    return {stop.visit for stop in hers if stop.start > event.at}


def _alone(problem: Problem, plan: Plan, event: Event, free: set[str]) -> dict[str, int]:
    about, counts = whom_it_is_about(problem, plan, event), {}
    for shift in plan.routes:
        count = 0
        for arrival in arrivals(problem, plan, shift):
            stop = arrival.stop
            leaves = stop.start if shift in about else stop.start - arrival.travel
            if leaves > event.at or stop.visit in free:
                break
            count += 1
        counts[shift] = count
    return counts


def _bound(plan: Plan, counts: dict[str, int], free: set[str]) -> dict[str, int]:
    """Whoever is to be with somebody who is on the way is bound too, and to what comes before."""
    moved = True
    while moved:
        moved = False
        frozen = _frozen_visits(plan, counts)
        for shift, route in plan.routes.items():
            open_to = next((n for n, s in enumerate(route) if s.visit in free), len(route))
            bound = [n + 1 for n, s in enumerate(route[:open_to]) if s.visit in frozen]
            if bound and bound[-1] > counts[shift]:
                counts[shift], moved = bound[-1], True
    return counts


def _frozen_visits(plan: Plan, counts: Counts) -> set[str]:
    return {stop.visit for pk, route in plan.routes.items() for stop in route[: counts[pk]]}


def _split(plan: Plan, counts: Counts) -> set[str]:
    """Visits that are frozen for one of their workers and not for another."""
    open_ones = {stop.visit for pk, route in plan.routes.items() for stop in route[counts[pk] :]}
    return _frozen_visits(plan, counts) & open_ones
