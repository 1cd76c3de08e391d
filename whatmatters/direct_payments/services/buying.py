"""Hours that were bought of a day; told again, a day is corrected by a new row."""

from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit_many
from whatmatters.direct_payments.models import BoughtDay, Introduction
from whatmatters.direct_payments.queries.refusals import (
    BoughtAlready,
    BoughtChanged,
    MinutesImpossible,
    OutsideIntroduction,
)
from whatmatters.direct_payments.services.held import direct_event
from whatmatters.direct_payments.services.introducing import held_introduction
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.minutes import MINUTES_IN_A_DAY
from whatmatters.rules.permissions import Action


@transaction.atomic
def buy_hours(
    *, by: Actor, at: datetime, introduction_id: int, on: date, minutes: int, seen: int = 0
) -> int:
    """Tell the minutes of a day, all together, or put them right; `seen` is the revision that they
    had before them, 0 for none. The same again changes nothing. The introduction's id.

    Raises DirectNotAllowed, Absent, DayNotReached, OutsideIntroduction, MinutesImpossible,
    BoughtAlready, BoughtChanged.
    """
    one, row = held_introduction(by, at, Action.KEEP_DIRECT_PAYMENT, introduction_id)
    must_be_reached(on, at)
    _check(one, on, minutes, seen)
    before = BoughtDay.objects.filter(introduction=one, on=on).order_by("-revision").first()
    known = before.revision if before else 0
    if before is not None and before.minutes == minutes:
        return introduction_id
    if known and not seen:
        raise BoughtAlready(on=on, minutes=before.minutes if before else 0)
    if known != seen:
        raise BoughtChanged(on=on)
    BoughtDay.objects.create(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        introduction=one,
        on=on,
        revision=known + 1,
        minutes=minutes,
    )
    audit_many(by=by, at=at, events=[direct_event("direct_payment.bought", row)])
    return introduction_id


def _check(one: Introduction, on: date, minutes: int, seen: int) -> None:
    if on < one.starts or (one.ends is not None and on > one.ends):
        raise OutsideIntroduction(on=on, starts=one.starts)
    least = 0 if seen else 1
    if not least <= minutes <= MINUTES_IN_A_DAY:
        raise MinutesImpossible(field="minutes")
