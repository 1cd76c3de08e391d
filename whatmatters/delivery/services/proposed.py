"""What a team would move in a bank. Nothing moves by it: she, or who decides for her, agrees."""

from datetime import datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit_many
from whatmatters.delivery.models import MovementProposal
from whatmatters.delivery.services.bank import MinutesGiven, check_movement
from whatmatters.delivery.services.bundles import bundle_event, bundles_held, check_records
from whatmatters.rules.words import words


@transaction.atomic
def propose_minutes(*, by: Actor, at: datetime, given: MinutesGiven) -> int:
    """Write down what the team proposes; its id.

    Raises OutsideBundle, BundleImpossible, WordsMissing, DayNotReached, NotYoursToRecord, Absent.
    """
    row = bundles_held(by, [given.bundle_id])[given.bundle_id]
    check_records(by, [row])
    check_movement(given, row, at)
    made = MovementProposal.objects.create(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        bundle=row,
        kind=given.kind,
        on=given.on,
        minutes=given.minutes,
        purpose=words("purpose", given.purpose),
    )
    audit_many(by=by, at=at, events=[bundle_event("bank.proposed", row)])
    return int(made.pk)
