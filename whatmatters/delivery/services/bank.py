"""Minutes into a person's bank and out of it, agreed by her and for a purpose (R-VG-04)."""

from dataclasses import dataclass
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
    BankAboveCap,
    BankMoved,
    BankOutOfOrder,
    BankTooLow,
    BundleImpossible,
    OutsideBundle,
)
from whatmatters.delivery.services.bundles import bundle_event, bundles_held
from whatmatters.rules.commissioning_models.bundled_hours import (
    MovementKind,
    ReviewPeriod,
    bank_cap,
    bank_reviews,
)
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.words import words


@dataclass(frozen=True, slots=True)
class MinutesGiven:
    """Minutes to put in or to draw, on a day, and what for.

    Where somebody writes it down who has no say of their own, it is told whose word it is, and
    never assumed: `herself` where she said so, `decider_id` where somebody who decides for her did.
    """

    bundle_id: int
    kind: MovementKind
    on: date
    minutes: int
    purpose: str
    herself: bool = False
    decider_id: int | None = None


@transaction.atomic
def move_minutes(*, by: Actor, at: datetime, given: MinutesGiven) -> int:
    """Put minutes in, or draw them; the balance after it. What has run out is written first.

    Raises WordNotSaid, NotHerDecider, BankTooLow, BankAboveCap, BankOutOfOrder, OutsideBundle,
    BundleImpossible, WordsMissing, DayNotReached, NotYoursToRecord, Absent; BankMoved where
    somebody was a moment earlier.
    """
    row = bundles_held(by, [given.bundle_id])[given.bundle_id]
    agreed = agreed_by(by=by, at=at, row=row, herself=given.herself, decider_id=given.decider_id)
    purpose = words("purpose", given.purpose)
    check_movement(given, row, at)
    # Whoever comes second waits here and then sees what is left; the key decides in any case.
    Bundle.objects.select_for_update().get(pk=row.pk)
    written = list(BankMovement.objects.filter(bundle=row).order_by("place"))
    new = [*_run_out(by, at, row, written, given.on), _moved(by, at, row, given, agreed)]
    _check_order(written, given)
    periods = review_periods_of(by.council_id, row.pk, given.on)
    _check_room([*written, *new[:-1]], given, periods)
    balance = written[-1].balance if written else 0
    for place, movement in enumerate(new, start=len(written) + 1):
        balance += movement.minutes if movement.kind == MovementKind.GIVEN else -movement.minutes
        movement.place, movement.balance = place, balance
    try:
        with transaction.atomic():
            made = BankMovement.objects.bulk_create(new)
    except IntegrityError as error:
        raise BankMoved(left=written[-1].balance if written else 0) from error
    stamp = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    BankPurpose.objects.create(movement=made[-1], purpose=purpose, **stamp)
    audit_many(by=by, at=at, events=[bundle_event(f"bank.{given.kind}", row)])
    return balance


def check_movement(given: MinutesGiven, row: Bundle, at: datetime) -> None:
    """Raises DayNotReached, OutsideBundle or BundleImpossible."""
    must_be_reached(given.on, at)
    if given.on < row.starts or (row.ends is not None and given.on > row.ends):
        raise OutsideBundle(on=given.on)
    if given.minutes < 1 or given.kind is MovementKind.EXPIRED:
        raise BundleImpossible(field="minutes")


def _check_order(written: list[BankMovement], given: MinutesGiven) -> None:
    last = max((one.on for one in written), default=given.on)
    if given.on < last:
        raise BankOutOfOrder(last=last)


def _check_room(
    before: list[BankMovement], given: MinutesGiven, periods: tuple[ReviewPeriod, ...]
) -> None:
    now = bank_reviews(standing(before), periods)[-1]
    if given.kind is MovementKind.DRAWN:
        left = now.left + now.old
        if given.minutes > left:
            raise BankTooLow(left=left)
        return
    most = bank_cap(periods[-1])
    if now.banked + given.minutes > most:
        raise BankAboveCap(most=int(most), left=max(0, int(most) - now.banked))


def _run_out(
    by: Actor, at: datetime, row: Bundle, written: list[BankMovement], on: date
) -> list[BankMovement]:
    """What ran out in review periods that were over before this day and is not written yet."""
    periods = review_periods_of(by.council_id, row.pk, on)
    known = {one.on for one in written if one.kind == MovementKind.EXPIRED}
    return [
        _row(by, at, row, MovementKind.EXPIRED, one.last_day, one.expired, None)
        for one in bank_reviews(standing(written), periods)
        if one.last_day < on and one.expired and one.last_day not in known
    ]


def _moved(
    by: Actor, at: datetime, row: Bundle, given: MinutesGiven, agreed: Agreed
) -> BankMovement:
    return _row(by, at, row, given.kind, given.on, given.minutes, agreed)


def _row(
    by: Actor,
    at: datetime,
    row: Bundle,
    kind: MovementKind,
    on: date,
    minutes: int,
    agreed: Agreed | None,
) -> BankMovement:
    told: dict[str, Any] = {"kind": kind}
    if agreed is not None:
        told |= {
            "agreed": agreed.authority,
            "heard": agreed.told,
            "decider_id": agreed.decider_id,
        }
    return BankMovement(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        bundle=row,
        on=on,
        minutes=minutes,
        **told,
    )
