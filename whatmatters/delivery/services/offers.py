"""What was said to a smaller bundle: yes, no or later, so that nobody asks again this review."""

from datetime import datetime

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit_many
from whatmatters.delivery.models import RightSizeAnswer
from whatmatters.delivery.queries.bank import bank
from whatmatters.delivery.services.agreed import agreed_by
from whatmatters.delivery.services.bundle_refusals import NothingOffered, OfferAnswered
from whatmatters.delivery.services.bundles import bundle_event, bundles_held
from whatmatters.rules.commissioning_models.bundled_hours import OfferAnswer
from whatmatters.rules.days import london_day
from whatmatters.rules.words import words


@transaction.atomic
def answer_offer(
    *,
    by: Actor,
    at: datetime,
    bundle_id: int,
    answer: OfferAnswer,
    said: str,
    herself: bool = False,
    decider_id: int | None = None,
) -> int:
    """Keep the answer with her words, which may be none; its id. Nothing else changes by it.

    Raises NothingOffered, OfferAnswered, WordNotSaid, NotHerDecider, NotYoursToRecord, Absent.
    """
    row = bundles_held(by, [bundle_id])[bundle_id]
    agreed = agreed_by(by=by, at=at, row=row, herself=herself, decider_id=decider_id)
    found = bank(by.council_id, bundle_id, london_day(at))
    if found is None or found.offered is None or found.offer_of is None:
        raise NothingOffered
    try:
        with transaction.atomic():
            made = RightSizeAnswer.objects.create(
                council_id=by.council_id,
                by_id=by.user_id,
                at=at,
                bundle=row,
                review_starts=found.offer_of,
                answer=answer,
                words=words("said", said) if said.strip() else "",
                agreed=agreed.authority,
                heard=agreed.told,
                decider_id=agreed.decider_id,
            )
    except IntegrityError as error:
        raise OfferAnswered from error
    audit_many(by=by, at=at, events=[bundle_event("bundle.offer_answered", row)])
    return int(made.pk)
