"""What `bundled_hours` may read: the days asked about, and the minutes of one review."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from whatmatters.rules.commissioning import Problem, Rules
from whatmatters.rules.commissioning_models.bundled_hours.review_periods import (
    ReviewPeriod,
    review_starting,
)
from whatmatters.rules.commissioning_models.bundled_hours.terms import Agreement
from whatmatters.rules.money_text import exact_text
from whatmatters.rules.periods import Period
from whatmatters.rules.reading import Table, finish, period_or_none


@dataclass(frozen=True, slots=True)
class Review:
    """Whole minutes of the review period that starts on `start`.

    `delivered` holds those drawn from the bank; `banked` went into it; `expired` ran out in it;
    `over_agreed` were agreed beforehand, over the band.
    """

    start: date
    delivered: int
    banked: int
    drawn: int
    expired: int
    over_agreed: int

    @property
    def used(self) -> int:
        """Delivered, less drawn, plus banked: banked minutes are used, drawn ones not twice."""
        return self.delivered - self.drawn + self.banked


@dataclass(frozen=True, slots=True)
class Evidence:
    """A period for a payment on account, a review, or both."""

    period: Period | None = None
    review: Review | None = None


def read_evidence(raw: Mapping[str, object], /) -> Evidence:
    """`period`, `review`, or both. Raises Problems."""
    table = Table(raw, "evidence", [])
    period = period_or_none(table, "period")
    review = _read_review(table.table("review")) if table.has("review") else None
    if period is None and review is None:
        table.problem("missing_key", "period")
    table.close()
    finish(table.problems)
    return Evidence(period, review)


def _read_review(table: Table) -> Review:
    review = Review(
        start=table.day("start"),
        delivered=table.whole("delivered"),
        banked=table.whole("banked"),
        drawn=table.whole("drawn"),
        expired=table.whole("expired"),
        over_agreed=table.whole("over_agreed"),
    )
    if review.drawn > review.delivered:
        table.problem("drawn_beyond_delivered", "drawn", value=review.drawn)
    table.close()
    return review


def check_evidence(
    agreement: Agreement, evidence: Evidence, _rules: Rules, /
) -> tuple[Problem, ...]:
    """A review that starts on no review's first day, and a bank above its cap."""
    review = evidence.review
    if review is None:
        return ()
    held = review_starting(agreement, review.start)
    if held is None:
        return (Problem("not_a_review_start", "evidence.review.start", {"day": review.start}),)
    return tuple(_bank_problems(review, held))


def bank_cap(held: ReviewPeriod) -> Fraction:
    """The most minutes that one review period may put into the bank."""
    return held.allocated * held.terms.bank_cap


def _bank_problems(review: Review, held: ReviewPeriod) -> Iterator[Problem]:
    cap = bank_cap(held)
    if review.banked > cap:
        told = {"value": review.banked, "most": exact_text(cap)}
        yield Problem("bank_above_cap", "evidence.review.banked", told)
