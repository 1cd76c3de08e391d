"""The last day that earns of an agreement, written once."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.commissioning.models import Agreement, AgreementEnd
from whatmatters.commissioning.queries.agreements import CHUNK
from whatmatters.commissioning.queries.refusals import (
    AgreementAlreadyEnded,
    AgreementNotFound,
    EndBeforeStart,
)
from whatmatters.commissioning.services.end_given import EndGiven
from whatmatters.rules.outcomes import EndReason


def end_agreement(
    *, by: Actor, at: datetime, agreement_id: int, on: date, reason: EndReason
) -> None:
    """End one, once. See `end_many`."""
    end_many(by=by, at=at, ends=[EndGiven(agreement_id, on, reason)])


@transaction.atomic
def end_many(*, by: Actor, at: datetime, ends: Sequence[EndGiven]) -> None:
    """Write the last day that earns of many agreements, all or none.

    `on` before the last day is an early end; after it, the review was late. The day before the
    first day means that nothing is earned. Raises AgreementAlreadyEnded, AgreementNotFound,
    EndBeforeStart.
    """
    rows = Agreement.objects.of(by.council_id).in_bulk([end.agreement_id for end in ends])
    for end in ends:
        if end.agreement_id not in rows:
            raise AgreementNotFound(agreement_id=end.agreement_id)
        starts = rows[end.agreement_id].starts
        if end.on.toordinal() < starts.toordinal() - 1:
            raise EndBeforeStart(starts=starts, ends=end.on)
    made = [
        AgreementEnd(
            council_id=by.council_id,
            by_id=by.user_id,
            at=at,
            agreement_id=end.agreement_id,
            on=end.on,
            reason=end.reason,
        )
        for end in ends
    ]
    try:
        with transaction.atomic():
            AgreementEnd.objects.bulk_create(made, batch_size=CHUNK)
    except IntegrityError as error:
        raise AgreementAlreadyEnded(agreement_id=ends[0].agreement_id) from error
    events = [_ended(end, rows[end.agreement_id].person_id) for end in ends]
    audit_many(by=by, at=at, events=events)


def _ended(end: EndGiven, person_id: int | None) -> Audited:
    why = str(end.reason)
    return Audited("end_agreement", "agreement", end.agreement_id, person_id, why)
