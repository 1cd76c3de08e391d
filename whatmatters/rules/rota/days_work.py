"""Walking through one shift: when its worker arrives, waits, works and is back."""

from collections.abc import Iterator
from dataclasses import dataclass

from whatmatters.rules.rota.plan import Plan, Stop
from whatmatters.rules.rota.problem import Problem

EPSILON = 1e-6  # minutes: how far two ways of adding up fractions may differ


@dataclass(frozen=True, slots=True)
class Arrival:
    """A stop, when its worker can be there at the earliest, and her minutes of travel to it."""

    stop: Stop
    at: float
    travel: float


def arrivals(problem: Problem, plan: Plan, shift: str) -> Iterator[Arrival]:
    """Each stop of a shift, in its order."""
    work = problem.shifts[shift]
    now, here = work.starts, work.begins_at
    for stop in plan.routes.get(shift, ()):
        visit = problem.visits[stop.visit]
        there = problem.people[visit.person].place
        travel = minutes_between(problem, work.mode, here, there)
        yield Arrival(stop, now + travel, travel)
        now, here = stop.start + visit.planned, there


def back_at(problem: Problem, plan: Plan, shift: str) -> float:
    """When a shift's worker is back where it ends; its start where it has no stop."""
    work, route = problem.shifts[shift], plan.routes.get(shift, ())
    if not route:
        return work.starts
    return (
        route[-1].start + problem.visits[route[-1].visit].planned + _way_back(problem, plan, shift)
    )


def travel_of(problem: Problem, plan: Plan, shift: str) -> float:
    """Minutes of travel of a shift, the way back included."""
    there = sum(arrival.travel for arrival in arrivals(problem, plan, shift))
    return there + _way_back(problem, plan, shift)


def _way_back(problem: Problem, plan: Plan, shift: str) -> float:
    work, route = problem.shifts[shift], plan.routes.get(shift, ())
    if not route:
        return 0
    last = problem.people[problem.visits[route[-1].visit].person].place
    return minutes_between(problem, work.mode, last, work.ends_at)


def minutes_between(problem: Problem, mode: str, here: str, there: str) -> float:
    """Minutes of travel by a mode."""
    places = problem.places
    return problem.travel[mode][places.index(here)][places.index(there)]


def starts_of(plan: Plan) -> dict[str, float]:
    """When each planned visit starts: where its workers differ, when the last is there."""
    starts: dict[str, float] = {}
    for _, stop in plan.stops():
        starts[stop.visit] = max(stop.start, starts.get(stop.visit, stop.start))
    return starts
