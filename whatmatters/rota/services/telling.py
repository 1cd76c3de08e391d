"""Telling people what is planned: kept apart from the plan, and never changed by a later one."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.rota import models as rows
from whatmatters.rota.queries.day_plans import StopFacts, day_plan
from whatmatters.rota.services.at_work import must_plan
from whatmatters.rules.rota.day_file import Told
from whatmatters.rules.rota.day_refusals import NothingPlanned


@transaction.atomic
def tell_people(*, by: Actor, at: datetime, on: date, team_id: int, day: date) -> int:
    """Tell each person the planned start and who comes; how many visits were told anew.

    What was told the same before is not told again. Raises DayNotAllowed, NothingPlanned.
    """
    must_plan(by, on, team_id)
    plan = day_plan(by.council_id, team_id, day)
    if plan is None:
        raise NothingPlanned()
    stamp: dict[str, Any] = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    new = [
        rows.ToldVisit(
            **stamp,
            visit_id=visit.visit_id,
            on=day,
            start=visit.stops[0].start,
            worker_id=visit.stops[0].worker_id,
        )
        for visit in plan.visits
        if visit.stops and (visit.told is None or not _same(visit.told, visit.stops))
    ]
    rows.ToldVisit.objects.bulk_create(new)
    audit_many(by=by, at=at, events=[Audited("day.told", "day_plan", plan.id)])
    return len(new)


def _same(told: Told, stops: tuple[StopFacts, ...]) -> bool:
    return told.start == stops[0].start and told.worker_id in {stop.worker_id for stop in stops}
