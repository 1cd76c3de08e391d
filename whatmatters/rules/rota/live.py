"""The day that is left when something happens: what is frozen, and what may be planned anew.

>>> left = left_of(problem, plan, event, allowed)        # doctest: +SKIP
>>> whole = left.joined(search(left.problem, ..., warm=left.warm).plan)        # doctest: +SKIP
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from whatmatters.rules.rota.days_work import starts_of
from whatmatters.rules.rota.live_events import Allowed, Event, What, check_event
from whatmatters.rules.rota.live_frozen import frozen_counts
from whatmatters.rules.rota.live_happened import happened
from whatmatters.rules.rota.live_kept import kept_tails, with_tail
from whatmatters.rules.rota.live_links import links_left
from whatmatters.rules.rota.live_missed import as_it_was_made
from whatmatters.rules.rota.live_shifts import shifts_left
from whatmatters.rules.rota.live_windows import promised
from whatmatters.rules.rota.plan import Plan, Stop
from whatmatters.rules.rota.problem import Problem, Visit


@dataclass(frozen=True, slots=True)
class Left:
    """`whole` is the day with the event in it, `problem` what is left of it to plan.

    `frozen` are stops that never move, `kept` those of later that need not, `warm` the rest of the
    old plan where it may still hold.
    `unmet` names visits that no plan can make any more within what was agreed.
    """

    whole: Problem
    problem: Problem
    frozen: Plan
    kept: Plan
    warm: Plan
    unmet: tuple[str, ...]

    def joined(self, rest: Plan) -> Plan:
        """The whole day's plan: what is frozen, a plan of what is left, and what is kept."""
        parts = (self.frozen, rest, self.kept)
        return Plan(
            {
                shift: tuple(s for part in parts for s in part.routes.get(shift, ()))
                for shift in self.whole.shifts
            }
        )


def left_of(
    problem: Problem, plan: Plan, event: Event, allowed: Allowed, before: Sequence[Event] = ()
) -> Left:
    """What is left of a planned day at `event.at`. `before` are the day's earlier events.

    Raises EventRefused.
    """
    problem = happened(problem, before, allowed)
    check_event(problem, plan, event)
    whole = happened(problem, (event,), allowed)
    made = as_it_was_made(problem, plan, event)
    counts = frozen_counts(problem, made, event)
    frozen = Plan({shift: made.routes[shift][:count] for shift, count in counts.items()})
    kept = kept_tails(problem, made, counts, event, allowed)
    done = {stop.visit for part in (frozen, kept) for _, stop in part.stops()}
    free = {
        pk: promised(visit, plan, problem, event, allowed)
        for pk, visit in whole.visits.items()
        if pk not in done
    }
    unmet = tuple(pk for pk, visit in free.items() if _too_late(visit, plan, event))
    shifts = shifts_left(whole, plan, frozen, event, before)
    rest = replace(
        whole,
        shifts={
            pk: with_tail(whole, shift, kept.routes.get(pk, ())) for pk, shift in shifts.items()
        },
        visits={pk: visit for pk, visit in free.items() if pk not in unmet},
    )
    rest = links_left(rest, whole.links, starts_of(frozen), frozen)
    return Left(whole, rest, frozen, kept, _warm(made, done, rest), unmet)


def _too_late(visit: Visit, plan: Plan, event: Event) -> bool:
    """What nobody was to make, or got no reply, and can no more begin within what was agreed."""
    planned = any(stop.visit == visit.id for _, stop in plan.stops())
    if planned and not (event.what is What.NO_REPLY and event.visit == visit.id):
        return False
    return max(visit.earliest, event.at) > visit.limit


def _warm(plan: Plan, done: set[str], rest: Problem) -> Plan:
    """The old plan's other stops, less visits of which one worker cannot be there any more."""
    left = [(shift, stop) for shift, stop in plan.stops() if stop.visit not in done]
    lost = {
        stop.visit
        for shift, stop in left
        if shift not in rest.shifts
        or stop.visit not in rest.visits
        or stop.start < max(rest.shifts[shift].starts, rest.visits[stop.visit].earliest)
    }
    routes: dict[str, tuple[Stop, ...]] = dict.fromkeys(rest.shifts, ())
    for shift, stop in left:
        if stop.visit not in lost:
            routes[shift] += (stop,)
    return Plan(routes)
