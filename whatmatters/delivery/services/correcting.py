"""A mistaken movement of the bank is put right by its opposite, which names it and says why."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit_many
from whatmatters.delivery.models import BankMovement, BankPurpose, Bundle
from whatmatters.delivery.queries.bank import review_periods_of
from whatmatters.delivery.queries.bundles import standing
from whatmatters.delivery.services.agreed import Agreed, agreed_by
from whatmatters.delivery.services.bundle_refusals import (
    BankDrawnSince,
    BankMoved,
    BankRanOutSince,
    MovementNotCorrectable,
    OutsideBundle,
)
from whatmatters.delivery.services.bundles import bundle_event
from whatmatters.rules.commissioning_models.bundled_hours import MovementKind, bank_reviews
from whatmatters.rules.days import london_day
from whatmatters.rules.refusals import Absent
from whatmatters.rules.words import words

OPPOSITE = {
    MovementKind.GIVEN: MovementKind.DRAWN,
    MovementKind.DRAWN: MovementKind.GIVEN,
}


@transaction.atomic
def correct_movement(
    *,
    by: Actor,
    at: datetime,
    movement_id: int,
    why: str,
    herself: bool = False,
    decider_id: int | None = None,
) -> int:
    """Write the opposite of a movement, today; the balance after it. Nothing is edited.

    Neither counts any more, in the bank or at a review. Raises MovementNotCorrectable (it was put
    right, is a correction itself, or ran out), BankDrawnSince, BankRanOutSince, OutsideBundle,
    WordsMissing, WordNotSaid, NotHerDecider, NotYoursToRecord, Absent; BankMoved where somebody
    was a moment earlier.
    """
    wrong = BankMovement.objects.of(by.council_id).filter(pk=movement_id).first()
    if wrong is None:
        raise Absent(what="movement", id=movement_id)
    row, on = wrong.bundle, london_day(at)
    agreed = agreed_by(by=by, at=at, row=row, herself=herself, decider_id=decider_id)
    reason = words("why", why)
    if row.ends is not None and on > row.ends:
        raise OutsideBundle(on=on)
    Bundle.objects.select_for_update().get(pk=row.pk)
    written = list(BankMovement.objects.filter(bundle=row).order_by("place"))
    balance = _balance_after(by, wrong, written, on)
    made = _written(by, at, wrong, agreed, on=on, place=len(written) + 1, balance=balance)
    stamp = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    BankPurpose.objects.create(movement=made, purpose=reason, **stamp)
    audit_many(by=by, at=at, events=[bundle_event("bank.corrected", row)])
    return balance


def _written(
    by: Actor,
    at: datetime,
    wrong: BankMovement,
    agreed: Agreed,
    **told: Any,
) -> BankMovement:
    """The key lets one of two who come at once do it."""
    try:
        with transaction.atomic():
            made: BankMovement = BankMovement.objects.create(
                council_id=by.council_id,
                by_id=by.user_id,
                at=at,
                bundle=wrong.bundle,
                kind=OPPOSITE[MovementKind(wrong.kind)],
                minutes=wrong.minutes,
                agreed=agreed.authority,
                heard=agreed.told,
                decider_id=agreed.decider_id,
                corrects=wrong,
                **told,
            )
    except IntegrityError as error:
        raise BankMoved(left=told["balance"]) from error
    return made


def _balance_after(by: Actor, wrong: BankMovement, written: list[BankMovement], on: date) -> int:
    """Refuses what cannot be put right any more, since what it left was used or is gone."""
    put_right = {one.corrects_id for one in written}
    if wrong.pk in put_right or wrong.corrects_id or wrong.kind == MovementKind.EXPIRED:
        raise MovementNotCorrectable
    periods = review_periods_of(by.council_id, wrong.bundle_id, on)
    now = bank_reviews(standing(written), periods)
    if any(one.last_day < on and one.expired and one.last_day >= wrong.on for one in now):
        raise BankRanOutSince
    without = [one for one in written if one.pk != wrong.pk]
    left = written[-1].balance
    gives = wrong.kind == MovementKind.GIVEN
    drawn_on = any(one.wanting for one in bank_reviews(standing(without), periods))
    if drawn_on or (gives and left < wrong.minutes):
        raise BankDrawnSince(left=left)
    return int(left - wrong.minutes if gives else left + wrong.minutes)
