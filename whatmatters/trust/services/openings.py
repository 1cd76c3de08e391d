"""Opening a record in an emergency, and reviewing it (threat 18)."""

from datetime import date, datetime
from functools import partial
from uuid import UUID

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor, may_in_council
from whatmatters.access.services import Audited, audit, audit_many, take_once
from whatmatters.people.queries import possible_duplicates
from whatmatters.policy.trust import break_glass_lasts
from whatmatters.rules.names import folded
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent
from whatmatters.rules.sharing import Reviewed
from whatmatters.rules.words import words
from whatmatters.trust.models import Opening, OpeningReason, OpeningReview, OpeningReviewWords
from whatmatters.trust.services.refusals import (
    AlreadyReviewed,
    NobodyByThatName,
    NotYoursToOpen,
    NotYoursToReview,
)


def open_in_emergency(
    *, by: Actor, at: datetime, full_name: str, born: date, reason: str, token: UUID | None = None
) -> int:
    """Open the record of exactly the one person so named and born; her id.

    A page that is sent twice opens once: `token` is the number of its form.

    Raises NotYoursToOpen, WordsMissing (and what words are refused for) or NobodyByThatName. A
    name that finds nobody is written in the audit trail too, since guessing is how people search.
    """
    if not may_in_council(by, Action.OPEN_IN_EMERGENCY):
        raise NotYoursToOpen()
    said = words("reason", reason)
    asked = folded(full_name)
    found = [
        p
        for p in possible_duplicates(by.council_id, full_name, born)
        if folded(p.full_name) == asked
    ]
    if len(found) != 1:
        audit(by=by, at=at, action="emergency.nobody", subject="person")
        raise NobodyByThatName()
    verb = partial(_opened, by, at, found[0].id, said)
    return verb() if token is None else take_once(by=by, at=at, token=token, verb=verb)


@transaction.atomic
def _opened(by: Actor, at: datetime, person_id: int, reason: str) -> int:
    written = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    until = at + break_glass_lasts()
    row = Opening.objects.create(person_id=person_id, until=until, **written)
    OpeningReason.objects.create(opening=row, reason=reason, **written)
    audit_many(by=by, at=at, events=[Audited("emergency.opened", "opening", row.pk, person_id)])
    return person_id


@transaction.atomic
def review_opening(*, by: Actor, at: datetime, opening_id: int, found: Reviewed, said: str) -> int:
    """Say once whether an opening was justified; the id of the review.

    Raises NotYoursToReview (also for one's own opening), Absent, AlreadyReviewed.
    """
    if not may_in_council(by, Action.REVIEW_OPENING):
        raise NotYoursToReview()
    opening = Opening.objects.of(by.council_id).filter(pk=opening_id).first()
    if opening is None:
        raise Absent(what="opening", id=opening_id)
    if opening.by_id == by.user_id:
        raise NotYoursToReview()
    kept = words("words", said)
    written = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    try:
        with transaction.atomic():
            row = OpeningReview.objects.create(opening=opening, found=found, **written)
            OpeningReviewWords.objects.create(review=row, words=kept, **written)
    except IntegrityError as twice:
        raise AlreadyReviewed(opening_id=opening_id) from twice
    told = Audited("emergency.reviewed", "opening", opening_id, opening.person_id, str(found))
    audit_many(by=by, at=at, events=[told])
    return row.pk
