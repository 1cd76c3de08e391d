"""The last day that earns of an agreement: told once, and again for each day that is sooner."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Min

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.commissioning.models import Agreement, AgreementEnd, EndSooner
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
    first day means that nothing is earned. An end that was told for a later day is brought forward
    and what was told stays. Raises AgreementAlreadyEnded, AgreementNotFound, EndBeforeStart.
    """
    rows = Agreement.objects.of(by.council_id).in_bulk([end.agreement_id for end in ends])
    for end in ends:
        if end.agreement_id not in rows:
            raise AgreementNotFound(agreement_id=end.agreement_id)
        starts = rows[end.agreement_id].starts
        if end.on.toordinal() < starts.toordinal() - 1:
            raise EndBeforeStart(starts=starts, ends=end.on)
    written = _write(by, at, ends)
    events = [_ended(end, rows[end.agreement_id].person_id) for end in written]
    audit_many(by=by, at=at, events=events)


def _write(by: Actor, at: datetime, ends: Sequence[EndGiven]) -> list[EndGiven]:
    """Those of them that were not over already."""
    stamp: dict[str, Any] = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    standing, earliest = _told([end.agreement_id for end in ends])
    made, sooner, written = [], [], []
    for end in ends:
        row, last = standing.get(end.agreement_id), earliest.get(end.agreement_id)
        if row is None or last is None:
            made.append(
                AgreementEnd(**stamp, agreement_id=end.agreement_id, on=end.on, reason=end.reason)
            )
        elif end.on < last:
            sooner.append(EndSooner(**stamp, end=row, on=end.on, reason=end.reason))
        elif end.reason is EndReason.DIED and last < row.on:
            continue  # over before she died: nobody is kept from telling it, and nothing is written
        else:
            raise AgreementAlreadyEnded(agreement_id=end.agreement_id)
        written.append(end)
    try:
        with transaction.atomic():
            AgreementEnd.objects.bulk_create(made, batch_size=CHUNK)
            EndSooner.objects.bulk_create(sooner, batch_size=CHUNK)
    except IntegrityError as error:
        raise AgreementAlreadyEnded(agreement_id=ends[0].agreement_id) from error
    return written


def _told(agreement_ids: list[int]) -> tuple[dict[int, AgreementEnd], dict[int, date]]:
    """What was told of each first, and the earliest day that was told since."""
    rows = list(
        AgreementEnd.objects.filter(agreement_id__in=agreement_ids).annotate(
            earliest=Min("sooner__on")
        )
    )
    days = {row.agreement_id: row.earliest or row.on for row in rows}
    return {row.agreement_id: row for row in rows}, days


def _ended(end: EndGiven, person_id: int | None) -> Audited:
    why = str(end.reason)
    return Audited("end_agreement", "agreement", end.agreement_id, person_id, why)
