"""A day after what happened: a longer visit, a shift that ends sooner, a visit that is new."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from whatmatters.rules.rota.live_events import Allowed, Event, What
from whatmatters.rules.rota.problem import Harm, Problem, Visit


def happened(problem: Problem, events: Sequence[Event], allowed: Allowed) -> Problem:
    """The whole day with all of the events in it, in their order.

    One about a visit or a person whom the day no longer knows (a death told since, a newer version
    agreed, nobody left who may) changes nothing.
    """
    for event in events:
        step = _STEPS.get(event.what)
        problem = step(problem, event, allowed) if step else problem
    return problem


def _gone(problem: Problem, event: Event, allowed: Allowed) -> Problem:
    """Her shifts end when she goes, without overtime; one that had not begun is empty."""
    shifts = {
        pk: replace(shift, ends=max(shift.starts, min(shift.ends, event.since)), most_overtime=0)
        if event.ends(shift.worker, pk)
        else shift
        for pk, shift in problem.shifts.items()
    }
    return replace(problem, shifts=shifts)


def _long(problem: Problem, event: Event, allowed: Allowed) -> Problem:
    held = problem.visits.get(event.visit)
    if held is None:
        return problem
    longer = replace(
        held,
        minutes=held.minutes + event.minutes,
        long_minutes=max(held.long_minutes, held.minutes) + event.minutes,
    )
    return _with(problem, longer)


def _again(problem: Problem, event: Event, allowed: Allowed) -> Problem:
    held = problem.visits.get(event.visit)
    if held is None:
        return problem
    return _with(problem, replace(held, earliest=max(held.earliest, event.at + allowed.again)))


def _urgent(problem: Problem, event: Event, allowed: Allowed) -> Problem:
    """As harmful to miss as what must happen on time, whoever she is: it goes first."""
    if event.person not in problem.people:
        return problem
    new = Visit(
        id=event.visit,
        person=event.person,
        earliest=event.at,
        latest=event.at + allowed.urgent,
        minutes=event.minutes,
        needs=(event.skills,),
        harm=Harm.CRITICAL,
    )
    return _with(problem, new)


def _with(problem: Problem, visit: Visit) -> Problem:
    return replace(problem, visits={**problem.visits, visit.id: visit})


_STEPS: Mapping[What, Callable[[Problem, Event, Allowed], Problem]] = {
    What.GONE: _gone,
    What.LONG: _long,
    What.NO_REPLY: _again,
    What.URGENT: _urgent,
}
