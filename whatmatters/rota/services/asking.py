"""Asking for a plan of a day: the queue makes it, no page waits for a search; or why it is none."""

from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.rota.models import DayAsked, DayUnplanned
from whatmatters.rota.queries.at_work import shifts_on
from whatmatters.rota.services.at_work import must_plan
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.rota.day_refusals import NobodyAtWork
from whatmatters.rules.rota.faults import BadInput, Fault


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


@transaction.atomic
def keep_unplanned(*, by: Actor, at: datetime, team_id: int, day: date, why: Refusal) -> None:
    """Keep why the day as it was last asked for cannot be planned, to be read on its page."""
    asked = DayAsked.objects.of(by.council_id).filter(team_id=team_id, on=day)
    last = asked.order_by("-id").first()
    if last is None or DayUnplanned.objects.filter(asked=last).exists():
        return
    DayUnplanned.objects.create(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        asked=last,
        faults=[asdict(fault) for fault in _kept_from_it(why)],
    )
    audit_many(by=by, at=at, events=[Audited("day.not_planned", "team", team_id)])


def _kept_from_it(why: Refusal) -> tuple[Fault, ...]:
    """A visit that nobody can make is put aside: it keeps no day from being planned."""
    if not isinstance(why, BadInput):
        return (Fault(why.code),)
    return tuple(fault for fault in why.faults if not fault.where.startswith("visits."))
