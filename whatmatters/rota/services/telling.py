"""Telling people what is planned: kept apart from the plan, and never changed by a later one."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.rota import models as rows
from whatmatters.rota.queries.day_plans import PlannedVisit, StopFacts, day_plan
from whatmatters.rota.services.at_work import must_plan
from whatmatters.rules.rota.day_file import Told
from whatmatters.rules.rota.day_refusals import NothingPlanned


@transaction.atomic
def tell_people(*, by: Actor, at: datetime, on: date, team_id: int, day: date) -> int:
    """Tell each person the planned start and who comes; how many visits were told anew.

    Where nobody comes any more she is told that, once. What was told the same before is not told
    again. Raises DayNotAllowed, NothingPlanned.
    """
    must_plan(by, on, team_id)
    plan = day_plan(by.council_id, team_id, day)
    if plan is None:
        raise NothingPlanned()
    stamp: dict[str, Any] = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    new = [
        rows.ToldVisit(
            **stamp, visit_id=visit.visit_id, on=day, start=now.start, worker_id=now.worker_id
        )
        for visit in plan.visits
        for now in _now(visit)
    ]
    rows.ToldVisit.objects.bulk_create(new)
    audit_many(by=by, at=at, events=[Audited("day.told", "day_plan", plan.id)])
    return len(new)


def _now(visit: PlannedVisit) -> Iterator[Told]:
    """What there is to tell of a visit, if anything."""
    told, stops = visit.told, visit.stops
    if not stops:
        if told is not None and not told.nobody:
            yield Told(told.start, None)
    elif told is None or told.start != stops[0].start or not _named(told, stops):
        yield Told(stops[0].start, stops[0].worker_id)


def _named(told: Told, stops: tuple[StopFacts, ...]) -> bool:
    return told.worker_id in {stop.worker_id for stop in stops}
