"""A bundle's bank as it stands on a day, review period by review period."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from math import floor

from django.db.models import Exists, OuterRef

from whatmatters.commissioning.queries import (
    agreement_facts,
    agreement_terms,
    agreements_of_sources,
)
from whatmatters.delivery.models import (
    BankMovement,
    Bundle,
    MovementProposal,
    RightSizeAnswer,
)
from whatmatters.delivery.queries.bundles import BundleFacts, bundle_facts
from whatmatters.rules.commissioning_models import bundled_hours
from whatmatters.rules.commissioning_models.bundled_hours import (
    BankReview,
    MovementKind,
    OfferAnswer,
    ReviewPeriod,
)
from whatmatters.rules.periods import ONE_DAY

SOURCE = "bundle"
RUNNING = 2  # review periods running that were used under the band: a smaller bundle is offered


@dataclass(frozen=True, slots=True)
class ReviewShown:
    """One review period: minutes allocated, delivered, used and the band; `over` once it ended.

    `recorded`: somebody recorded a day of it.
    """

    held: ReviewPeriod
    bank: BankReview
    delivered: int
    over: bool
    recorded: bool

    @property
    def used(self) -> int:
        """Delivered, less drawn, plus banked."""
        return self.delivered - self.bank.drawn + self.bank.banked

    @property
    def cap(self) -> int:
        """The most whole minutes that it may put into the bank."""
        return floor(bundled_hours.bank_cap(self.held))

    @property
    def under(self) -> bool:
        """Over, recorded, and used less than its band allows."""
        return self.over and self.recorded and bundled_hours.under_used(self.used, self.held)


@dataclass(frozen=True, slots=True)
class Moved:
    """One movement as it was written; `agreed` is by what authority, `purpose` in own words.

    `by_id` wrote it down; `told` where another than they agreed to it, `decider_id` (a user) where
    that is somebody who decides for her.
    """

    on: date
    kind: MovementKind
    minutes: int
    balance: int
    agreed: str
    purpose: str
    by_id: int
    told: bool
    decider_id: int | None
    id: int
    corrects: date | None
    corrected: date | None

    @property
    def open(self) -> bool:
        """Whether it may be put right: neither was it, nor does it put another right."""
        return self.kind is not MovementKind.EXPIRED and not (self.corrects or self.corrected)


@dataclass(frozen=True, slots=True)
class Answered:
    """What was said to a smaller bundle after a review period, on which day, by whose word."""

    review_starts: date
    at: datetime
    answer: OfferAnswer
    words: str
    agreed: str
    by_id: int
    told: bool
    decider_id: int | None


@dataclass(frozen=True, slots=True)
class Proposed:
    """What the team would move, for what; it waits for a yes until the review period ends."""

    on: date
    kind: MovementKind
    minutes: int
    purpose: str
    by_id: int


@dataclass(frozen=True, slots=True)
class Bank:
    """What stands on a day. `expiring`: minutes and the last day on which they can be drawn.

    `offered`: hours a week that two under-used review periods running suggest (R-VG-06), or None.
    """

    bundle_id: int
    person_id: int
    contract_id: int
    ends: date | None
    reviews: tuple[ReviewShown, ...]
    balance: int
    expiring: tuple[tuple[int, date], ...]
    moved: tuple[Moved, ...]
    proposed: tuple[Proposed, ...]
    offered: Fraction | None
    answered: tuple[Answered, ...]

    @property
    def offer_of(self) -> date | None:
        """The review period after which a smaller bundle is offered or not: the last one over."""
        return max((one.held.start for one in self.reviews if one.over), default=None)

    @property
    def asks(self) -> bool:
        """Whether a smaller bundle is offered and nobody has answered yet."""
        done = {one.review_starts for one in self.answered}
        return self.offered is not None and self.offer_of not in done

    @property
    def now(self) -> ReviewShown:
        """The newest review period."""
        return self.reviews[-1]


def bank(council_id: int, bundle_id: int, on: date) -> Bank | None:
    """The bank of one bundle; None where it is not there, or has not begun."""
    row = Bundle.objects.of(council_id).filter(pk=bundle_id, starts__lte=on).first()
    if row is None:
        return None
    periods = review_periods_of(council_id, row.pk, on)
    seen = bundle_facts([row.pk], row.starts, on)[row.pk]
    reviews = tuple(_reviews(periods, seen, on, row.ends))
    return Bank(
        bundle_id=row.pk,
        person_id=row.person_id,
        contract_id=row.contract_id,
        ends=row.ends,
        reviews=reviews,
        balance=_balance(reviews),
        expiring=tuple(_expiring(reviews, row.ends)),
        moved=_moved(row.pk),
        proposed=_proposed(row.pk, reviews[-1].held.start),
        offered=_offered(reviews),
        answered=_answered(row.pk),
    )


def review_periods_of(council_id: int, bundle_id: int, until: date) -> tuple[ReviewPeriod, ...]:
    """The review periods of a bundle's agreement that have begun by a day."""
    found = agreements_of_sources(council_id, SOURCE, [bundle_id])
    (facts,) = agreement_facts(council_id, ids=found.values())
    terms = agreement_terms(facts)
    days = bundled_hours.until(terms, facts.ended_on)  # type: ignore[arg-type]
    return tuple(bundled_hours.review_periods(days, until + ONE_DAY))


def _reviews(
    periods: tuple[ReviewPeriod, ...], seen: BundleFacts, on: date, ended: date | None
) -> Iterator[ReviewShown]:
    banks = bundled_hours.bank_reviews(seen.movements, periods, ended)
    for held, one in zip(periods, banks, strict=True):
        days = held.start, one.last_day
        yield ReviewShown(held, one, seen.delivered(*days), one.last_day < on, seen.recorded(*days))


def _balance(reviews: tuple[ReviewShown, ...]) -> int:
    """What can still be drawn: the minutes of the newest period, and those of the one before."""
    newest = reviews[-1]
    return newest.bank.left + (0 if newest.over else newest.bank.expired)


def _expiring(reviews: tuple[ReviewShown, ...], ended: date | None) -> Iterator[tuple[int, date]]:
    newest = reviews[-1]
    if newest.over:
        return
    if newest.bank.expired:
        yield newest.bank.expired, newest.bank.last_day
    if newest.bank.left:
        whole = newest.held.terms.review_weeks * 7
        yield newest.bank.left, date.fromordinal(newest.bank.last_day.toordinal() + whole)


def _moved(bundle_id: int) -> tuple[Moved, ...]:
    rows = BankMovement.objects.filter(bundle_id=bundle_id).order_by("-place")
    columns = ("on", "kind", "minutes", "balance", "agreed", "purpose__purpose", "by_id")
    more = ("heard", "decider__user_id", "id", "corrects__on", "correction__on")
    return tuple(
        Moved(on, MovementKind(kind), minutes, left, agreed or "", why or "", by, bool(told), *rest)
        for on, kind, minutes, left, agreed, why, by, told, *rest in rows.values_list(
            *columns, *more
        )
    )


def _answered(bundle_id: int) -> tuple[Answered, ...]:
    rows = RightSizeAnswer.objects.filter(bundle_id=bundle_id).order_by("-review_starts")
    return tuple(
        Answered(
            one.review_starts,
            one.at,
            OfferAnswer(one.answer),
            one.words,
            one.agreed,
            one.by_id,
            one.heard,
            one.decider.user_id if one.decider else None,
        )
        for one in rows.select_related("decider")
    )


def _proposed(bundle_id: int, since: date) -> tuple[Proposed, ...]:
    """What waits: a movement of the same minutes that was written later has answered it."""
    moved = BankMovement.objects.filter(
        bundle=OuterRef("bundle"),
        kind=OuterRef("kind"),
        minutes=OuterRef("minutes"),
        at__gte=OuterRef("at"),
    )
    rows = MovementProposal.objects.filter(bundle_id=bundle_id, on__gte=since).exclude(
        Exists(moved)
    )
    return tuple(
        Proposed(one.on, MovementKind(one.kind), one.minutes, one.purpose, one.by_id)
        for one in rows.order_by("id")
    )


def _offered(reviews: tuple[ReviewShown, ...]) -> Fraction | None:
    over = [one for one in reviews if one.over]
    last = over[-RUNNING:]
    if len(last) < RUNNING or not all(one.under for one in last):
        return None
    days = sum(one.held.days for one in last)
    return Fraction(sum(one.used for one in last) * 7, days * 60)
