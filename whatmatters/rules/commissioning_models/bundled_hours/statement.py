"""What is due: the payment on account of each review period, and what its review brings."""

from collections.abc import Iterator
from fractions import Fraction

from whatmatters.rules.commissioning import (
    Input,
    Line,
    Problem,
    Problems,
    Rules,
    Statement,
    shared_lines,
)
from whatmatters.rules.commissioning_models.bundled_hours.evidence import Evidence, Review
from whatmatters.rules.commissioning_models.bundled_hours.review_periods import (
    ReviewPeriod,
    review_periods,
    review_starting,
)
from whatmatters.rules.commissioning_models.bundled_hours.terms import Agreement, Below
from whatmatters.rules.minutes import MINUTES_IN_AN_HOUR
from whatmatters.rules.money import half_up, pence, spread
from whatmatters.rules.money_text import exact_text
from whatmatters.rules.periods import Period

MODEL = "bundled_hours"
ON_ACCOUNT = "bundled_hours.on_account"
BELOW = "bundled_hours.below"
ABOVE = "bundled_hours.above"
EXPIRED = "bundled_hours.expired"


def assess(agreement: Agreement, evidence: Evidence, rules: Rules, /) -> Statement:
    """Lines on account for the period asked about, then those of the review."""
    return Statement(MODEL, tuple(_lines(agreement, evidence)))


def _lines(agreement: Agreement, evidence: Evidence) -> Iterator[Line]:
    if evidence.period is not None:
        for review in review_periods(agreement, evidence.period.end):
            yield from _on_account(agreement, review, evidence.period)
    if evidence.review is not None:
        held = review_starting(agreement, evidence.review.start)
        if held is None:
            where = "evidence.review.start"
            raise Problems((Problem("not_a_review_start", where, {"day": evidence.review.start}),))
        yield from _reviewed(agreement, held, evidence.review)


def _on_account(agreement: Agreement, held: ReviewPeriod, period: Period) -> tuple[Line, ...]:
    """The days of one review period that fall in the period, of its bundle's price."""
    before, after = (
        min(max((day - held.start).days, 0), held.days) for day in (period.start, period.end)
    )
    inputs: dict[str, Input] = {
        "review_starts": held.start.isoformat(),
        "review_days": held.days,
        "weekly_hours": exact_text(held.terms.weekly_hours),
        "rate": exact_text(held.terms.rate),
        "price_pence": held.price,
        "days_before": before,
        "days_after": after,
        "earned_before_pence": spread(held.price, 0, before, held.days),
        "earned_after_pence": spread(held.price, 0, after, held.days),
    }
    return shared_lines(
        agreement,
        spread(held.price, before, after, held.days),
        rule=ON_ACCOUNT,
        reason=ON_ACCOUNT,
        inputs=inputs,
        subject=held.start.isoformat(),
    )


def _reviewed(agreement: Agreement, held: ReviewPeriod, review: Review) -> Iterator[Line]:
    terms = agreement.terms
    allowed = held.allocated * terms.tolerance
    lower, upper = held.allocated - allowed, held.allocated + allowed
    if review.used < lower:
        edge = lower if terms.below is Below.PART else held.allocated
        yield from _line(agreement, held, review, BELOW, review.used - edge)
    elif review.used > upper:
        # Agreed beforehand and over the band is paid; the rest of it is nobody's debt.
        agreed = min(review.used - upper, Fraction(review.over_agreed))
        yield from _line(agreement, held, review, ABOVE, agreed)
    yield from _line(agreement, held, review, EXPIRED, Fraction(-review.expired))


def _line(
    agreement: Agreement, held: ReviewPeriod, review: Review, rule: str, minutes: Fraction
) -> tuple[Line, ...]:
    exact = pence(agreement.terms.rate) * minutes / MINUTES_IN_AN_HOUR
    allowed = held.allocated * agreement.terms.tolerance
    inputs: dict[str, Input] = {
        "review_starts": held.start.isoformat(),
        "rate": exact_text(agreement.terms.rate),
        "allocated": exact_text(held.allocated),
        "tolerance": exact_text(agreement.terms.tolerance),
        "lower": exact_text(held.allocated - allowed),
        "upper": exact_text(held.allocated + allowed),
        "delivered": review.delivered,
        "banked": review.banked,
        "drawn": review.drawn,
        "used": review.used,
        "expired": review.expired,
        "over_agreed": review.over_agreed,
        "below": agreement.terms.below.value,
        "minutes": exact_text(minutes),
        "exact_pence": exact_text(exact),
    }
    return shared_lines(
        agreement,
        half_up(exact),
        rule=rule,
        reason=rule,
        inputs=inputs,
        subject=held.start.isoformat(),
    )
