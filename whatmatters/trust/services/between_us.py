"""Keeping words between the person and those who work with her (threat 3)."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor, may
from whatmatters.access.services import Audited, audit_many
from whatmatters.rules.permissions import Action
from whatmatters.rules.sharing import KeptSubject
from whatmatters.trust.models import BetweenUs
from whatmatters.trust.queries.between_us import kept
from whatmatters.trust.services.refusals import NotYoursToShare


@transaction.atomic
def keep_between_us(
    *,
    by: Actor,
    at: datetime,
    on: date,
    person_id: int,
    words: Iterable[tuple[KeptSubject, int]],
) -> int:
    """Never share these words of hers; how many were not kept before. Raises NotYoursToShare.

    It is not taken back: who wants them told can tell them. The caller names words of hers only.
    """
    if not may(by, Action.KEEP_BETWEEN_US, person_id, on):
        raise NotYoursToShare(person_id=person_id)
    fresh = sorted(set(words) - kept(by.council_id, person_id))
    columns = {"council_id": by.council_id, "by_id": by.user_id, "at": at, "person_id": person_id}
    BetweenUs.objects.bulk_create(
        [BetweenUs(subject=subject, subject_id=pk, **columns) for subject, pk in fresh]
    )
    events = [Audited("kept_between_us", subject, pk, person_id) for subject, pk in fresh]
    audit_many(by=by, at=at, events=events)
    return len(fresh)
