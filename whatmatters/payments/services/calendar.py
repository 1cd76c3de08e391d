"""Set the council's anchor Monday, and find the period that a run is for."""

from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.payments.models import Calendar
from whatmatters.payments.queries.calendar import (
    calendar,
    is_released,
    last_release,
    next_period,
)
from whatmatters.payments.queries.refusals import (
    AnchorTooFar,
    CalendarAlreadySet,
    CalendarMissing,
    NotAMonday,
    PeriodNotOver,
    PeriodOutOfOrder,
)
from whatmatters.payments.services.permission import must_be_allowed
from whatmatters.rules.days import london_day
from whatmatters.rules.periods import PERIOD_DAYS, PERIODS_IN_A_YEAR, Period, period_starting
from whatmatters.rules.permissions import Action


@transaction.atomic
def set_calendar(*, by: Actor, at: datetime, anchor: date) -> None:
    """Say from which Monday the council's 28-day periods run, for ever.

    The same again changes nothing. Raises NotAMonday, AnchorTooFar, CalendarAlreadySet.
    """
    must_be_allowed(by, Action.PROPOSE_RUN)
    if anchor.weekday():
        raise NotAMonday(anchor=anchor)
    latest = london_day(at) + timedelta(days=PERIODS_IN_A_YEAR * PERIOD_DAYS)
    if anchor > latest:
        raise AnchorTooFar(anchor=anchor, latest=latest)
    now = calendar(by.council_id)
    if now == anchor:
        return
    try:
        with transaction.atomic():
            Calendar.objects.create(
                council_id=by.council_id, by_id=by.user_id, at=at, anchor=anchor
            )
    except IntegrityError as error:
        raise CalendarAlreadySet(anchor=now) from error
    audit(by=by, at=at, action="set_calendar", subject="council", subject_id=by.council_id)


def period_to_run(council_id: int, start: date, at: datetime) -> Period:
    """The period that starts on a day, over and next in order (or already released).

    Raises CalendarMissing, NotAPeriodStart (with the nearest), PeriodNotOver, PeriodOutOfOrder.
    """
    anchor = calendar(council_id)
    if anchor is None:
        raise CalendarMissing()
    period = period_starting(start, anchor)
    if is_released(council_id, period):
        return period
    if london_day(at) < period.end:
        raise PeriodNotOver(period_start=period.start, period_end=period.end)
    _check_order(council_id, period)
    return period


def _check_order(council_id: int, period: Period) -> None:
    expected = next_period(council_id)
    if expected is None or period == expected:
        return
    # Before anything was released an earlier, empty period may be run: nothing is skipped by it.
    if last_release(council_id) is None and period.start < expected.start:
        return
    raise PeriodOutOfOrder(period_start=period.start, expected=expected.start)
