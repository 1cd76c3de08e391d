"""Whom to call on where nobody at work can: workers of the team who could, if they came."""

from collections.abc import Mapping
from dataclasses import replace

from whatmatters.rules.rota.live_events import Event, What
from whatmatters.rules.rota.problem import Problem, Worker


def whom_to_call(
    problem: Problem, visit: str, team: Mapping[str, Worker], events: tuple[Event, ...] = ()
) -> tuple[str, ...]:
    """Workers who may make the visit and are on no shift at its time, whom she chose first.

    Whoever stays with somebody, or is gone, is not called on.
    """
    needed = problem.visits[visit]
    known = replace(problem, workers={**team, **problem.workers})
    busy = {event.worker for event in events if event.what in (What.STAYING, What.GONE)}
    busy |= {
        shift.worker
        for shift in problem.shifts.values()
        if shift.starts < needed.limit + needed.planned and needed.earliest < shift.ends
    }
    chosen = problem.people[needed.person].preferred
    able = (
        pk
        for pk in known.workers
        if pk not in busy and any(known.can(pk, needed, part) for part in range(len(needed.needs)))
    )
    return tuple(sorted(able, key=lambda pk: (pk not in chosen, pk)))
