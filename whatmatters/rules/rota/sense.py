"""What is well written and can not be: named by its record, before anybody searches."""

from collections.abc import Iterator
from itertools import pairwise

from whatmatters.rules.rota.faults import Fault, Limits
from whatmatters.rules.rota.links import link_faults
from whatmatters.rules.rota.problem import Problem, Shift, Visit


def senseless(problem: Problem, limits: Limits) -> Iterator[Fault]:
    """Every record of a problem that no plan could make sense of."""
    for shift in problem.shifts.values():
        if shift.ends <= shift.starts:
            yield Fault("shift_ends_first", f"shifts.{shift.id}")
        elif shift.ends - shift.starts > limits.longest_minutes:
            most = {"minutes": limits.longest_minutes}
            yield Fault("shift_too_long", f"shifts.{shift.id}", most)
    for visit in problem.visits.values():
        yield from _visit(problem, visit)
    yield from link_faults(tuple(problem.visits), problem.links, limits.most_linked)
    yield from _overlapping(problem)


def _visit(problem: Problem, visit: Visit) -> Iterator[Fault]:
    where = f"visits.{visit.id}"
    if visit.latest < visit.earliest:
        yield Fault("impossible_window", where)
        return
    able = [_able(problem, visit, part) for part in range(len(visit.needs))]
    for part, shifts in enumerate(able):
        if not shifts:
            skills = ", ".join(sorted(visit.needs[part])) or "-"
            yield Fault("no_one_skilled", where, {"skills": skills})
    if not all(able):
        return
    if len({shift.worker for shifts in able for shift in shifts}) < len(visit.needs):
        yield Fault("too_few_for_two", where, {"needed": len(visit.needs)})
    if not any(_fits(visit, shift) for shift in able[0]):
        yield Fault("longer_than_any_shift", where, {"minutes": visit.planned})


def _able(problem: Problem, visit: Visit, part: int) -> list[Shift]:
    return [s for s in problem.shifts.values() if problem.can(s.worker, visit, part)]


def _fits(visit: Visit, shift: Shift) -> bool:
    return shift.most_overtime is None or (
        visit.planned <= shift.ends + shift.most_overtime - shift.starts
    )


def _overlapping(problem: Problem) -> Iterator[Fault]:
    shifts = sorted(problem.shifts.values(), key=lambda shift: (shift.worker, shift.starts))
    for one, other in pairwise(shifts):
        over = one.ends + (one.most_overtime or 0)
        if one.worker == other.worker and other.starts < over:
            yield Fault("shifts_overlap", f"shifts.{other.id}", {"other": one.id})
