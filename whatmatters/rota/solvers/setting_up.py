"""A problem made ready for the kernel, and what stands in its arrays made a plan again."""

from dataclasses import dataclass

import numpy as np

from whatmatters.rota.solvers.arrays import (
    BEST,
    FAR_MINUTE,
    MOST_LATE_MINUTE,
    TRAVEL_MINUTE,
    Day,
    room,
)
from whatmatters.rota.solvers.linked import bundle_arrays, crew_arrays
from whatmatters.rota.solvers.nearness import nearest
from whatmatters.rota.solvers.tasks import Job, able_and_face, jobs_of, shift_rows, task_rows
from whatmatters.rota.solvers.weights import Weights
from whatmatters.rules.rota.plan import Plan, Stop
from whatmatters.rules.rota.problem import Problem

BIG = 1e300


@dataclass(frozen=True)
class Ready:
    """Arrays with what they were made from. `scale` is a typical cost of going to a neighbour."""

    problem: Problem
    jobs: list[Job]
    day: Day
    scale: float


def ready(problem: Problem, weights: Weights) -> Ready:
    """The arrays of a problem with at least one visit and one shift, all routes empty."""
    jobs = jobs_of(problem)
    task = task_rows(problem, jobs, weights)
    able, face = able_and_face(problem, jobs, weights)
    travel = np.array(list(problem.travel.values()), np.float64)
    member, lag = bundle_arrays(problem, jobs, task)
    crew, crews = crew_arrays(problem, jobs)
    near, typical = nearest(task, travel, able)
    day = Day(
        task=task,
        shift=shift_rows(problem, weights),
        travel=travel,
        able=able,
        face=face,
        near=near,
        crew=crew,
        crews=crews,
        member=member,
        lag=lag,
        **room(len(jobs), len(problem.shifts)),
    )
    day.sums[[TRAVEL_MINUTE, MOST_LATE_MINUTE]] = weights.travel_minute, weights.most_late_minute
    day.sums[FAR_MINUTE], day.sums[BEST] = weights.past_limit_minute, BIG
    return Ready(problem, jobs, day, typical * weights.travel_minute)


def plan_of(made: Ready) -> Plan:
    """The best plan that the arrays hold, with the starts that stand in them."""
    m, routes = len(made.jobs), {}
    for v, shift in enumerate(made.problem.shifts):
        stops, u = [], int(made.day.task["after"][m + v])
        while u < m:
            visit, number = made.jobs[u]
            stops.append(Stop(visit.id, float(made.day.task["start"][u]), number))
            u = int(made.day.task["after"][u])
        routes[shift] = tuple(stops)
    return Plan(routes)


def hook_plan(made: Ready, plan: Plan) -> None:
    """Let the arrays hold the routes of a plan; what the problem does not know is left out."""
    m, shifts = len(made.jobs), {name: v for v, name in enumerate(made.problem.shifts)}
    where = {(visit.id, number): u for u, (visit, number) in enumerate(made.jobs)}
    for shift, stop in plan.stops():
        u = where.get((stop.visit, stop.part), -1)
        v = shifts.get(shift, -1)
        if u < 0 or v < 0 or not made.day.able[u, v] or made.day.task["shift"][u] >= 0:
            continue
        last = made.day.task["before"][m + v]
        made.day.task["after"][last] = made.day.task["before"][m + v] = u
        made.day.task["before"][u], made.day.task["after"][u] = last, m + v
        made.day.task["shift"][u] = v
