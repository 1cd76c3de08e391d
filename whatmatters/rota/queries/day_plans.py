"""The plan of a team's day as it stands, visit by visit, beside what people were told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Prefetch

from whatmatters.rota.models import DayPlan, DayStop, DayUrgent, DayVisit
from whatmatters.rota.queries.day_people import ToldOf, told_on
from whatmatters.rota.queries.in_use import plan_in_use
from whatmatters.rules.rota.day_file import Told
from whatmatters.rules.rota.problem import Harm


@dataclass(frozen=True, slots=True)
class StopFacts:
    """One worker at a visit: minutes of the clock."""

    worker_id: int
    worker: str
    start: int


@dataclass(frozen=True, slots=True)
class PlannedVisit:
    """A visit of the day. Without stops nobody makes it; `late` minutes beyond what is borne."""

    visit_id: int
    person_id: int
    what: str
    earliest: int
    latest: int
    minutes: int
    harm: Harm
    late: int
    nobody_can: bool
    stops: tuple[StopFacts, ...]
    told: Told | None


@dataclass(frozen=True, slots=True)
class UrgentFacts:
    """Somebody who needs a worker now: since when, for how long; without a stop nobody goes."""

    about_id: int
    person_id: int
    minute: int
    minutes: int
    stop: StopFacts | None


@dataclass(frozen=True, slots=True)
class DayFacts:
    """A plan of a day."""

    id: int
    at: datetime
    visits: tuple[PlannedVisit, ...]
    urgent: tuple[UrgentFacts, ...] = ()


def day_plan(council_id: int, team_id: int, on: date) -> DayFacts | None:
    """The plan in use; None where the day has none. Five queries."""
    plan = plan_in_use(council_id, team_id, on)
    return None if plan is None else facts_of(plan)


def facts_of(plan: DayPlan, told_by: datetime | None = None) -> DayFacts:
    """A plan, in use or offered, as it stands, beside what was told by a moment. Four queries."""
    # Whoever is not at work after all comes to nobody, though the day is not planned anew yet.
    stops = DayStop.objects.filter(shift__struck_at__isnull=True)
    stops = stops.select_related("shift__worker").order_by("start", "id")
    rows = (
        DayVisit.objects.filter(plan=plan)
        .select_related("visit__said", "visit__plan")
        .prefetch_related(Prefetch("stops", stops))
        .order_by("earliest", "id")
    )
    told = told_on(plan.council_id, plan.on, told_by)
    visits = tuple(_visit(row, told) for row in rows)
    return DayFacts(plan.pk, plan.at, visits, _urgent(plan))


def _urgent(plan: DayPlan) -> tuple[UrgentFacts, ...]:
    rows = DayUrgent.objects.filter(plan=plan).select_related("about__offer", "shift__worker")
    return tuple(
        UrgentFacts(
            row.about_id,
            row.about.person_id,
            row.about.offer.minute,
            row.about.offer.minutes or 0,
            _stop(row) if row.shift is not None and row.shift.struck_at is None else None,
        )
        for row in rows.order_by("id")
    )


def _stop(row: Any) -> StopFacts:
    return StopFacts(row.shift.worker_id, row.shift.worker.name, row.start)


def _visit(row: Any, told: Mapping[ToldOf, Told]) -> PlannedVisit:
    plan = row.visit.plan
    return PlannedVisit(
        visit_id=row.visit_id,
        person_id=plan.person_id,
        what=row.visit.said.what,
        earliest=row.earliest,
        latest=row.latest,
        minutes=row.visit.minutes,
        harm=Harm(row.visit.harm),
        late=row.late,
        nobody_can=row.nobody_can,
        stops=tuple(_stop(stop) for stop in row.stops.all()),
        told=told.get((plan.person_id, plan.provider_id, row.visit.number)),
    )
