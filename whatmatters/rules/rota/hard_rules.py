"""Tier 0: what no plan may do. Each finding has a code and the values that tell it."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from whatmatters.rules.rota.days_work import EPSILON, Arrival, arrivals, back_at, starts_of
from whatmatters.rules.rota.plan import Broken, Plan
from whatmatters.rules.rota.problem import Link, Problem


def broken_rules(problem: Problem, plan: Plan) -> tuple[Broken, ...]:
    """Every hard rule broken, in the order of the day's parts."""
    unknown = tuple(_unknown(problem, plan))
    if unknown:
        return unknown
    found = [rule for shift in plan.routes for rule in _of_shift(problem, plan, shift)]
    return (*found, *_shared(problem, plan), *_links(problem, plan), *_twice_at_once(problem, plan))


def _unknown(problem: Problem, plan: Plan) -> Iterator[Broken]:
    for shift in plan.routes:
        if shift not in problem.shifts:
            yield Broken("unknown_shift", {"shift": shift})
    for shift, stop in plan.stops():
        if stop.visit not in problem.visits:
            yield Broken("unknown_visit", {"shift": shift, "visit": stop.visit})
        elif not 0 <= stop.part < len(problem.visits[stop.visit].needs):
            yield Broken("unknown_part", {"visit": stop.visit, "part": stop.part + 1})


def _of_shift(problem: Problem, plan: Plan, shift: str) -> Iterator[Broken]:
    work = problem.shifts[shift]
    for arrival in arrivals(problem, plan, shift):
        yield from _of_stop(problem, shift, arrival)
    over = back_at(problem, plan, shift) - work.ends
    if work.most_overtime is not None and over > work.most_overtime + EPSILON:
        yield Broken("too_long", {"shift": shift, "minutes": over, "most": work.most_overtime})


def _of_stop(problem: Problem, shift: str, arrival: Arrival) -> Iterator[Broken]:
    stop, worker = arrival.stop, problem.shifts[shift].worker
    visit = problem.visits[stop.visit]
    told = {"visit": visit.id, "shift": shift, "worker": worker, "start": stop.start}
    if stop.start < arrival.at - EPSILON:
        yield Broken("not_there_yet", {**told, "at": arrival.at})
    if stop.start < visit.earliest - EPSILON:
        yield Broken("too_early", {**told, "earliest": visit.earliest})
    person = problem.people[visit.person]
    if worker in person.barred:
        yield Broken("barred", {**told, "person": person.id})
    elif not visit.needs[stop.part] <= problem.workers[worker].skills:
        lacking = sorted(visit.needs[stop.part] - problem.workers[worker].skills)
        yield Broken("not_skilled", {**told, "skills": ", ".join(lacking)})
    elif not problem.can(worker, visit, stop.part):
        yield Broken("not_delegated", {**told, "person": person.id})


def _shared(problem: Problem, plan: Plan) -> Iterator[Broken]:
    """Each part once; all parts or none; together; by different workers."""
    placed: dict[str, list[tuple[int, str, float]]] = {}
    for shift, stop in plan.stops():
        row = (stop.part, problem.shifts[shift].worker, stop.start)
        placed.setdefault(stop.visit, []).append(row)
    for visit, rows in placed.items():
        needed = len(problem.visits[visit].needs)
        parts = Counter(part for part, _, _ in rows)
        for part in [p for p, times in parts.items() if times > 1]:
            yield Broken("planned_twice", {"visit": visit, "part": part + 1})
        if len(parts) < needed:
            yield Broken("too_few_workers", {"visit": visit, "here": len(parts), "needed": needed})
        elif len({worker for _, worker, _ in rows}) < needed:
            yield Broken("same_worker_twice", {"visit": visit, "worker": rows[0][1]})
        if max(r[2] for r in rows) - min(r[2] for r in rows) > EPSILON:
            yield Broken("not_together", {"visit": visit})


def _links(problem: Problem, plan: Plan) -> Iterator[Broken]:
    starts, who = starts_of(plan), _workers(problem, plan)
    for link in problem.links:
        if link.first not in starts or link.then not in starts:
            continue
        told = {
            "first": link.first,
            "then": link.then,
            "lag": starts[link.then] - starts[link.first],
        }
        if not _lag_holds(link, starts[link.then] - starts[link.first]):
            yield Broken("link_broken", {**told, "least": link.least, "most": link.most})
        if link.apart and who[link.first] & who[link.then]:
            yield Broken("not_apart", {**told, "worker": min(who[link.first] & who[link.then])})


def _lag_holds(link: Link, lag: float) -> bool:
    enough = link.least is None or lag >= link.least - EPSILON
    return enough and (link.most is None or lag <= link.most + EPSILON)


def _workers(problem: Problem, plan: Plan) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for shift, stop in plan.stops():
        found.setdefault(stop.visit, set()).add(problem.shifts[shift].worker)
    return found


def _twice_at_once(problem: Problem, plan: Plan) -> Iterator[Broken]:
    """A worker with two shifts goes home from one before she sets out on the other."""
    by_worker: dict[str, list[str]] = {}
    for shift in plan.routes:
        by_worker.setdefault(problem.shifts[shift].worker, []).append(shift)
    for worker, shifts in by_worker.items():
        order = sorted(shifts, key=lambda shift: problem.shifts[shift].starts)
        for one, other in pairwise(order):
            if back_at(problem, plan, one) > problem.shifts[other].starts + EPSILON:
                yield Broken("two_shifts_at_once", {"worker": worker, "shift": one, "next": other})
