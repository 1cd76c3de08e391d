"""The end of a direct payment. After a death or a move four weeks more are paid, for notice."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit_many
from whatmatters.commissioning.queries import agreements_of_sources
from whatmatters.commissioning.services import end_agreement
from whatmatters.direct_payments.models import DirectPayment
from whatmatters.direct_payments.queries.direct import SOURCE
from whatmatters.direct_payments.queries.refusals import DirectOver, OutsideDirect
from whatmatters.direct_payments.services.held import direct_event, held_direct
from whatmatters.direct_payments.services.introducing import end_introductions
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.periods import ONE_DAY
from whatmatters.rules.permissions import Action


@transaction.atomic
def end_direct(*, by: Actor, at: datetime, direct_id: int, on: date, reason: EndReason) -> None:
    """Write its last day. What was paid beyond the days that are due is taken back.

    The day before its first one says that it never began. Raises DirectNotAllowed, Absent,
    DirectOver, OutsideDirect.
    """
    row = held_direct(by, at, Action.AGREE_FUND, direct_id)
    if row.ends is not None:
        raise DirectOver(ends=row.ends)
    if on < row.starts - ONE_DAY:
        raise OutsideDirect(field="on", starts=row.starts)
    _end(by, at, row, on, reason)


@transaction.atomic
def end_direct_of(
    *, by: Actor, at: datetime, person_ids: Iterable[int], on: date, reason: EndReason
) -> None:
    """End every direct payment of these people; one that was to begin later never begins."""
    rows = DirectPayment.objects.of(by.council_id).filter(person_id__in=list(person_ids))
    for row in rows.filter(Q(ends__isnull=True) | Q(ends__gt=on)).order_by("id"):
        last = max(on, row.starts - ONE_DAY)
        if row.ends is None or last < row.ends:
            _end(by, at, row, last, reason)


def _end(by: Actor, at: datetime, row: DirectPayment, on: date, reason: EndReason) -> None:
    row.ends = on
    row.save(update_fields=["ends"])
    agreement = agreements_of_sources(by.council_id, SOURCE, [row.pk])[row.pk]
    end_agreement(by=by, at=at, agreement_id=agreement, on=on, reason=reason)
    end_introductions(by, at, row, on, reason)
    audit_many(by=by, at=at, events=[direct_event("direct_payment.ended", row, str(reason))])
