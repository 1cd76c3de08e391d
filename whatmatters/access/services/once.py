"""A form is taken once, by the token of the page that sends it."""

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from whatmatters.access.models import TakenForm
from whatmatters.access.queries.actor import Actor
from whatmatters.rules.refusals import Refusal


def take_once(*, by: Actor, at: datetime, token: UUID, verb: Callable[[], int]) -> int:
    """What `verb` made (an id), or what it made when the same page was sent before.

    A refusal leaves no trace, so that the corrected form may be sent. Two sendings at once: one is
    taken, and the other is told of it; what the other had done is undone with its transaction, and
    what it was refused because the first had done it is no refusal.
    """
    before = taken_before(by=by, token=token)
    if before is not None:
        return before
    try:
        with transaction.atomic():
            made = verb()
            TakenForm.objects.create(
                council_id=by.council_id, by_id=by.user_id, at=at, token=token, subject_id=made
            )
    except (IntegrityError, Refusal):
        found = taken_before(by=by, token=token)
        if found is None:
            raise
        return found
    return made


def taken_before(*, by: Actor, token: UUID) -> int | None:
    """What was made when this page was sent before; None where it was not."""
    rows = TakenForm.objects.of(by.council_id).filter(by_id=by.user_id, token=token)
    found: int | None = rows.values_list("subject_id", flat=True).first()
    return found
