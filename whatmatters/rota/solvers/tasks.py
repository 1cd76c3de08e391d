"""From a problem to the kernel's arrays: tasks, shifts, who may and whom it would be strange."""

from typing import Any

import numpy as np

from whatmatters.rota.solvers.arrays import SHIFT, TASK
from whatmatters.rota.solvers.weights import Weights
from whatmatters.rules.rota.problem import Problem, Visit

Job = tuple[Visit, int]  # a visit and which of its workers
ENDLESS = 1e12


def jobs_of(problem: Problem) -> list[Job]:
    """Every task of the problem, the workers of one visit side by side."""
    visits = problem.visits.values()
    return [(visit, part) for visit in visits for part in range(len(visit.needs))]


def task_rows(problem: Problem, jobs: list[Job], weights: Weights) -> Any:
    """The tasks, none of them on a route, and the closed rings of the shifts behind them."""
    rows = np.zeros(len(jobs) + len(problem.shifts), TASK)
    place = {name: n for n, name in enumerate(problem.places)}
    rows["before"] = rows["after"] = np.arange(len(rows))
    rows["shift"] = rows["bundle"] = -1
    for row, (visit, _) in zip(rows, jobs, strict=False):
        once, minute = weights.late[visit.harm]
        row["place"] = place[problem.people[visit.person].place]
        row["earliest"] = row["start"] = row["ready"] = visit.earliest
        row["limit"], row["length"] = visit.limit, visit.planned
        row["late_once"], row["late_minute"] = once, minute
        row["missed"] = weights.missed_cost(visit)
    return rows


def shift_rows(problem: Problem, weights: Weights) -> Any:
    """The shifts, in the problem's order."""
    rows = np.zeros(len(problem.shifts), SHIFT)
    place = {name: n for n, name in enumerate(problem.places)}
    modes = {name: n for n, name in enumerate(problem.travel)}
    workers = {name: n for n, name in enumerate(problem.workers)}
    for row, shift in zip(rows, problem.shifts.values(), strict=True):
        row["mode"], row["worker"] = modes[shift.mode], workers[shift.worker]
        row["from_place"], row["to_place"] = place[shift.begins_at], place[shift.ends_at]
        row["starts"] = row["back"] = shift.starts
        row["ends"] = row["far_end"] = ENDLESS
        if shift.most_overtime is not None:
            row["ends"], row["far_end"] = shift.ends, shift.ends + shift.most_overtime
            row["over_minute"] = weights.overtime_minute
    return rows


def able_and_face(problem: Problem, jobs: list[Job], weights: Weights) -> tuple[Any, Any]:
    """Whether each shift may do each task, and what it costs that its worker is the one."""
    able = np.zeros((len(jobs), len(problem.shifts)), np.uint8)
    face = np.zeros(able.shape)
    for u, (visit, part) in enumerate(jobs):
        for v, shift in enumerate(problem.shifts.values()):
            able[u, v] = problem.can(shift.worker, visit, part)
            face[u, v] = _strangeness(problem, visit, shift.worker, weights)
    return able, face


def _strangeness(problem: Problem, visit: Visit, worker: str, weights: Weights) -> float:
    known = problem.people[visit.person].preferred
    cost = weights.not_preferred if known and worker not in known else 0.0
    told = visit.promised
    if told is not None and told.worker and told.worker != worker:
        cost += weights.worker_changed / len(visit.needs)
    return cost
