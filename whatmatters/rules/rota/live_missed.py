"""Visits that nobody made although a plan says they began: their worker was gone by then."""

from whatmatters.rules.rota.live_events import Event, What
from whatmatters.rules.rota.plan import Plan
from whatmatters.rules.rota.problem import Problem


def as_it_was_made(problem: Problem, plan: Plan, event: Event) -> Plan:
    """The plan less the stops of whoever was gone before it was told.

    A visit by two that her colleague began without her has been made, by one.
    """
    if event.what is not What.GONE:
        return plan
    return Plan(
        {
            pk: tuple(
                stop
                for stop in route
                if problem.shifts[pk].worker != event.worker
                or not event.since <= stop.start < event.at
            )
            for pk, route in plan.routes.items()
        }
    )
