"""From where and when each worker can go on, when something happens."""

from collections.abc import Sequence
from dataclasses import replace

from whatmatters.rules.rota.live_events import Event, What
from whatmatters.rules.rota.plan import Plan
from whatmatters.rules.rota.problem import Problem, Shift


def shifts_left(
    whole: Problem, plan: Plan, frozen: Plan, event: Event, before: Sequence[Event]
) -> dict[str, Shift]:
    """Shifts that are not over: each begins where its last frozen stop is, when that ends."""
    found = {}
    for pk, shift in whole.shifts.items():
        place, at = _after(whole, shift, frozen)
        if _at_the_door(plan, pk, event):
            place = whole.people[whole.visits[event.visit].person].place
        for one in (*before, event):
            at = max(at, _held_until(shift, one))
        begins = replace(shift, starts=max(at, event.at), begins_at=place)
        if not _is_over(begins):
            found[pk] = begins
    return found


def _after(whole: Problem, shift: Shift, frozen: Plan) -> tuple[str, float]:
    """Where and when she is free: what is frozen of an earlier shift may reach into this one."""
    place, at = shift.begins_at, shift.starts
    for pk, route in frozen.routes.items():
        one = whole.shifts[pk]
        if route and one.worker == shift.worker and one.starts <= shift.starts:
            visit = whole.visits[route[-1].visit]
            ends = route[-1].start + visit.planned
            if ends > at:
                place, at = whole.people[visit.person].place, ends
    return place, at


def _at_the_door(plan: Plan, shift: str, event: Event) -> bool:
    stops = plan.routes.get(shift, ())
    return event.what is What.NO_REPLY and any(stop.visit == event.visit for stop in stops)


def _held_until(shift: Shift, event: Event) -> float:
    """Until when somebody stays with a person: in any shift of hers that begins before then; to
    the end of the shift, in that one alone."""
    if event.what is not What.STAYING or event.worker != shift.worker:
        return shift.starts
    if event.time is not None:
        return event.time
    return shift.ends if shift.starts <= event.at < shift.ends else shift.starts


def _is_over(shift: Shift) -> bool:
    return shift.most_overtime is not None and shift.starts >= shift.ends + shift.most_overtime
