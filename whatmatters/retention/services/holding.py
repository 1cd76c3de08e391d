"""Legal holds: while one holds, no rule touches the person's words."""

from datetime import datetime

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.people.queries import in_council
from whatmatters.records.locks import RETENTION, lock_council
from whatmatters.retention.models import LegalHold, LegalHoldEnd
from whatmatters.retention.queries.holds import held_people
from whatmatters.retention.services.gate import must_be_council_administrator
from whatmatters.retention.services.refusals import AlreadyHeld, HoldOver
from whatmatters.rules.refusals import Absent
from whatmatters.rules.words import words


@transaction.atomic
def hold_record(*, by: Actor, at: datetime, person_id: int, reason: str) -> int:
    """Hold a person's words from now on; the id of the hold.

    Raises NotYoursToBlank, Absent, AlreadyHeld, WordsMissing.
    """
    must_be_council_administrator(by)
    if not in_council(by.council_id, [person_id]):
        raise Absent(what="person", id=person_id)
    lock_council(by.council_id, RETENTION)
    if person_id in held_people(by.council_id):
        raise AlreadyHeld(person_id=person_id)
    row = LegalHold.objects.create(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        person_id=person_id,
        reason=words("reason", reason),
    )
    _audited(by, at, "hold.began", row)
    return row.pk


@transaction.atomic
def end_hold(*, by: Actor, at: datetime, hold_id: int) -> None:
    """End a hold: from now on the rules count as if it had never been.

    Raises NotYoursToBlank, Absent, HoldOver.
    """
    must_be_council_administrator(by)
    row = LegalHold.objects.of(by.council_id).filter(pk=hold_id).first()
    if row is None:
        raise Absent(what="hold", id=hold_id)
    try:
        with transaction.atomic():
            LegalHoldEnd.objects.create(council_id=by.council_id, by_id=by.user_id, at=at, hold=row)
    except IntegrityError as twice:
        raise HoldOver(hold_id=hold_id) from twice
    _audited(by, at, "hold.ended", row)


def _audited(by: Actor, at: datetime, action: str, row: LegalHold) -> None:
    about = row.person_id
    audit(by=by, at=at, action=action, subject="hold", subject_id=row.pk, person_id=about)
