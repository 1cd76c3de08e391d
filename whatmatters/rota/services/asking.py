"""Asking for a plan of a day: the queue makes it, and no page waits for a search."""

from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.rota.models import DayAsked
from whatmatters.rota.queries.at_work import shifts_on
from whatmatters.rota.services.at_work import must_plan
from whatmatters.rules.rota.day_refusals import NobodyAtWork


@transaction.atomic
def ask_for_plan(*, by: Actor, at: datetime, on: date, team_id: int, day: date) -> int:
    """Ask for it; the asking's id. Raises DayNotAllowed, NobodyAtWork."""
    must_plan(by, on, team_id)
    if not shifts_on(by.council_id, team_id, day):
        raise NobodyAtWork()
    row = DayAsked.objects.create(
        council_id=by.council_id, by_id=by.user_id, at=at, team_id=team_id, on=day
    )
    audit_many(by=by, at=at, events=[Audited("day.asked", "team", team_id)])
    return int(row.pk)
