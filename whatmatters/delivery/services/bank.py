"""Minutes into a person's bank and out of it, agreed by her and for a purpose (R-VG-04)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit_many
from whatmatters.delivery.models import BankMovement, BankPurpose, Bundle, OverAgreed
from whatmatters.delivery.queries.bank import review_periods_of
from whatmatters.delivery.services.bundle_refusals import (
    BankAboveCap,
    BankMoved,
    BankOutOfOrder,
    BankTooLow,
    BundleImpossible,
    NotBeforehand,
    OutsideBundle,
)
from whatmatters.delivery.services.bundles import bundle_event, bundles_held, check_records
from whatmatters.delivery.services.packages import OF_THE_COUNCIL, NotYoursToRecord
from whatmatters.outcomes.services.voices import VoiceRefused, voices_for
from whatmatters.rules.commissioning_models.bundled_hours import (
    Movement,
    MovementKind,
    ReviewPeriod,
    bank_cap,
    bank_reviews,
)
from whatmatters.rules.days import london_day, must_be_reached
from whatmatters.rules.outcomes import Party
from whatmatters.rules.people import Authority
from whatmatters.rules.words import words


@dataclass(frozen=True, slots=True)
class MinutesGiven:
    """Minutes to put in or to draw, on a day, and what for.

    `agreed` is by what authority it was agreed, where somebody else than she writes it down.
    """

    bundle_id: int
    kind: MovementKind
    on: date
    minutes: int
    purpose: str
    agreed: Authority | None = None


@transaction.atomic
def move_minutes(*, by: Actor, at: datetime, given: MinutesGiven) -> int:
    """Put minutes in, or draw them; the balance after it. What has run out is written first.

    Raises BankTooLow, BankAboveCap, BankOutOfOrder, OutsideBundle, BundleImpossible, WordsMissing,
    DayNotReached, NotYoursToRecord, Absent; BankMoved where somebody was a moment earlier.
    """
    row = bundles_held(by, [given.bundle_id])[given.bundle_id]
    agreed = _agreed(by, row, given, at)
    purpose = words("purpose", given.purpose)
    _check(given, row, at)
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


@transaction.atomic
def agree_over(
    *, by: Actor, at: datetime, bundle_id: int, review_starts: date, minutes: int
) -> None:
    """The council agrees minutes over a review period's band before the period is over (R-VG-07).

    Raises NotBeforehand, OutsideBundle, BundleImpossible, NotYoursToRecord, Absent.
    """
    if not by.roles & OF_THE_COUNCIL:
        raise NotYoursToRecord(package_id=None)
    row = bundles_held(by, [bundle_id])[bundle_id]
    if minutes < 1:
        raise BundleImpossible(field="minutes")
    periods = review_periods_of(by.council_id, bundle_id, review_starts)
    held = next((one for one in periods if one.start == review_starts), None)
    if held is None:
        raise OutsideBundle(on=review_starts)
    if london_day(at) >= held.end:
        raise NotBeforehand(ended=held.end)
    OverAgreed.objects.create(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        bundle=row,
        review_starts=review_starts,
        minutes=minutes,
    )
    audit_many(by=by, at=at, events=[bundle_event("bundle.over_agreed", row)])


def _agreed(by: Actor, row: Bundle, given: MinutesGiven, at: datetime) -> Authority:
    """Her own word, or that of who decides for her; others write down what was agreed with her."""
    try:
        voices = voices_for([row.person_id], london_day(at), [Party.PERSON])
        return voices.authority(
            by=by, party=Party.PERSON, person_id=row.person_id, provider_id=None
        )
    except VoiceRefused:
        check_records(by, [row])
        return given.agreed or Authority.OWN


def _check(given: MinutesGiven, row: Bundle, at: datetime) -> None:
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
    now = bank_reviews(_read(before), periods)[-1]
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
        for one in bank_reviews(_read(written), periods)
        if one.last_day < on and one.expired and one.last_day not in known
    ]


def _read(rows: Iterable[BankMovement]) -> list[Movement]:
    return [Movement(one.on, MovementKind(one.kind), one.minutes) for one in rows]


def _moved(
    by: Actor, at: datetime, row: Bundle, given: MinutesGiven, agreed: Authority
) -> BankMovement:
    return _row(by, at, row, given.kind, given.on, given.minutes, agreed)


def _row(
    by: Actor,
    at: datetime,
    row: Bundle,
    kind: MovementKind,
    on: date,
    minutes: int,
    agreed: Authority | None,
) -> BankMovement:
    told: dict[str, Any] = {"agreed": agreed, "kind": kind}
    return BankMovement(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        bundle=row,
        on=on,
        minutes=minutes,
        **told,
    )
