"""What a promise still is when life happens: about as it was planned, never looser than agreed."""

from dataclasses import replace

from whatmatters.rules.rota.days_work import starts_of
from whatmatters.rules.rota.live_events import Allowed, Event, What
from whatmatters.rules.rota.plan import Plan
from whatmatters.rules.rota.problem import Problem, Promise, Visit


def promised(visit: Visit, plan: Plan, problem: Problem, event: Event, allowed: Allowed) -> Visit:
    """A visit that is left: near its planned start, by the worker who was named or planned.

    What was not planned, or got no reply, keeps what was agreed.
    """
    start = starts_of(plan).get(visit.id)
    if start is None:
        return visit
    told = visit.promised
    if told is None or not told.worker:
        told = Promise(start if told is None else told.start, _planned_worker(visit, plan, problem))
    if event.what is What.NO_REPLY and event.visit == visit.id:
        return replace(visit, promised=told)
    latest = max(min(visit.latest, start + allowed.promise), visit.earliest)
    earliest = max(visit.earliest, min(start - allowed.promise, latest))
    return replace(visit, earliest=earliest, latest=latest, promised=told)


def _planned_worker(visit: Visit, plan: Plan, problem: Problem) -> str:
    return next(problem.shifts[pk].worker for pk, stop in plan.stops() if stop.visit == visit.id)
