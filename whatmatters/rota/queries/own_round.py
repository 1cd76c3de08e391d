"""A worker's own day: when they are at work, and to whom they go."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from whatmatters.access.queries import Actor
from whatmatters.rota.models import DayStop, Shift
from whatmatters.rota.queries.visiting import stops_of, urgent_of
from whatmatters.rules.rota.problem import Harm


@dataclass(frozen=True, slots=True)
class RoundStop:
    """A visit: about when, its agreed window, and the latest start of what must happen, all in
    minutes of the clock; who comes as well. `what` is empty where somebody was needed at once.
    """

    person_id: int
    what: str
    start: int
    earliest: int
    latest: int
    must_by: int | None
    beside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Round:
    """The shifts of the day (minutes of the clock) and the visits in them, in their order."""

    shifts: tuple[tuple[int, int], ...]
    stops: tuple[RoundStop, ...]


def round_of(actor: Actor, on: date) -> Round:
    """Four queries; empty for who is in no team or not at work."""
    rows = Shift.objects.of(actor.council_id).filter(
        worker__user_id=actor.user_id,
        worker__organisation_id=actor.organisation_id or 0,
        on=on,
        struck_at__isnull=True,
    )
    shifts = tuple(rows.order_by("starts", "id").values_list("starts", "ends"))
    stops = [*_visits(actor, on), *_urgent(actor, on)] if shifts else []
    return Round(shifts, tuple(sorted(stops, key=lambda one: (one.start, one.person_id))))


def _visits(actor: Actor, on: date) -> Iterator[RoundStop]:
    beside = DayStop.objects.filter(shift__struck_at__isnull=True).select_related("shift__worker")
    rows = stops_of(actor, on).select_related("day_visit__visit__said", "day_visit__visit__plan")
    for row in rows.prefetch_related(Prefetch("day_visit__stops", beside.order_by("id"))):
        visit = row.day_visit.visit
        must = visit.harm == Harm.CRITICAL
        yield RoundStop(
            visit.plan.person_id,
            visit.said.what,
            row.start,
            row.day_visit.earliest,
            row.day_visit.latest,
            row.day_visit.latest + visit.tolerance if must else None,
            tuple(s.shift.worker.name for s in row.day_visit.stops.all() if s.pk != row.pk),
        )


def _urgent(actor: Actor, on: date) -> Iterator[RoundStop]:
    for row in urgent_of(actor, on).select_related("about"):
        start = row.start or 0
        yield RoundStop(row.about.person_id, "", start, start, start, start, ())
