"""Links and crews as arrays: which tasks hang together, and by which lags."""

from typing import Any

import numpy as np

from whatmatters.rota.solvers.arrays import NEVER
from whatmatters.rota.solvers.tasks import Job
from whatmatters.rules.rota.links import bundles, lags
from whatmatters.rules.rota.problem import Link, Problem


def bundle_arrays(problem: Problem, jobs: list[Job], task: Any) -> tuple[Any, Any]:
    """`member` and `lag`; each task learns its bundle and its slot."""
    names = [f"{n}" for n in range(len(jobs))]
    links = _between_tasks(problem, jobs)
    groups = bundles(names, links)
    widest = max(map(len, groups), default=1)
    member = np.full((max(1, len(groups)), widest), -1, np.int32)
    lag = np.full((len(member), widest, widest), NEVER)
    for b, group in enumerate(groups):
        for i, row in enumerate(lags(group, links)):
            lag[b, i, : len(row)] = np.maximum(row, NEVER)
            member[b, i] = int(group[i])
            task[int(group[i])]["bundle"], task[int(group[i])]["slot"] = b, i
    return member, lag


def _between_tasks(problem: Problem, jobs: list[Job]) -> list[Link]:
    """The problem's links between the first tasks of visits, and each crew's being together."""
    first = {visit.id: n for n, (visit, part) in enumerate(jobs) if part == 0}
    timed = [link for link in problem.links if (link.least, link.most) != (None, None)]
    found = [Link(f"{first[k.first]}", f"{first[k.then]}", k.least, k.most) for k in timed]
    crews = ((f"{n - part}", f"{n}") for n, (_, part) in enumerate(jobs) if part)
    return [*found, *(Link(one, other, 0.0, 0.0) for one, other in crews)]


def crew_arrays(problem: Problem, jobs: list[Job]) -> tuple[Any, Any]:
    """`crew` of each task, itself among them, and one task of each crew of two or more.

    Visits that must have different workers are a crew too.
    """
    together = [Link(k.first, k.then) for k in problem.links if k.apart]
    of_visit: dict[str, list[int]] = {}
    for n, (visit, _) in enumerate(jobs):
        of_visit.setdefault(visit.id, []).append(n)
    groups = dict(of_visit.items())
    for bundle in bundles(tuple(of_visit), together):
        joined = [n for name in bundle for n in of_visit[name]]
        groups.update(dict.fromkeys(bundle, joined))
    widest = max(2, *map(len, groups.values())) if groups else 2
    crew = np.full((len(jobs), widest), -1, np.int32)
    for tasks in groups.values():
        for n in tasks:
            crew[n, : len(tasks)] = tasks
    firsts = sorted({tasks[0] for tasks in groups.values() if len(tasks) > 1})
    return crew, np.array(firsts, np.int32)
