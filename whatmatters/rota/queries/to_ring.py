"""What an offered plan changes, and whom to ring: who was told something that no longer holds."""

from collections.abc import Collection

from whatmatters.policy.rota import rota_ways
from whatmatters.rota.queries.day_plans import DayFacts, PlannedVisit
from whatmatters.rules.rota.live_difference import Came, Change, changes, is_kept


def came(plan: DayFacts) -> dict[str, Came]:
    """Each planned visit with its start and its workers, by the numbers of their rows."""
    found = {
        str(visit.visit_id): Came(
            visit.stops[0].start, frozenset(str(stop.worker_id) for stop in visit.stops)
        )
        for visit in plan.visits
        if visit.stops
    }
    for one in plan.urgent:
        if one.stop is not None:
            found[f"u{one.about_id}"] = Came(one.stop.start, frozenset({str(one.stop.worker_id)}))
    return found


def changed(before: DayFacts, after: DayFacts) -> tuple[Change, ...]:
    """Every visit whose time or worker the offer changes, the earliest first."""
    return changes(came(before), came(after))


def to_ring(before: DayFacts, after: DayFacts) -> tuple[PlannedVisit, ...]:
    """Changed visits, as offered, whose person was told what does not hold any more."""
    touched, told = {change.visit for change in changed(before, after)}, came(after)
    return tuple(
        visit
        for visit in after.visits
        if str(visit.visit_id) in touched and not _holds(visit, told.get(str(visit.visit_id)))
    )


def on_the_list(
    before: DayFacts, after: DayFacts, rung: Collection[int]
) -> tuple[PlannedVisit, ...]:
    """Whom to ring, and who was rung about these visits whatever came of it since."""
    wanted = {visit.visit_id for visit in to_ring(before, after)} | set(rung)
    return tuple(visit for visit in after.visits if visit.visit_id in wanted)


def still_so(visit_id: int, after: DayFacts, used: DayFacts | None) -> bool:
    """Whether an offered plan's visit is so by the plan in use: only then is it said to anybody."""
    key = str(visit_id)
    return used is not None and came(used).get(key) == came(after).get(key)


def _holds(visit: PlannedVisit, after: Came | None) -> bool:
    if visit.told is None:
        return True
    if visit.told.nobody:
        return after is None
    return is_kept(visit.told.start, str(visit.told.worker_id), after, rota_ways().told_within)
