"""A bundle of the same weekly hours: on account, and each review that was counted."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction

from whatmatters.rules.commissioning import Line, Rules
from whatmatters.rules.commissioning_models import bundled_hours
from whatmatters.rules.comparing.facts import CannotPrice, LeftOut, Support
from whatmatters.rules.comparing.priced import Chosen, Priced, would_be
from whatmatters.rules.periods import ONE_DAY, Period

Reviews = tuple[bundled_hours.ReviewPeriod, ...]


def price(
    support: Support, chosen: Chosen, window: tuple[Period, ...], rules: Rules
) -> Priced | CannotPrice:
    """Reviews run from the support's own first day. Nobody had a bank: nothing is banked or drawn.

    A review of which no day is recorded brings no line, and is said to be left out.
    """
    planned = support.planned
    if planned is None or planned.hours is None:
        return CannotPrice.NO_HOURS
    if planned.beside:
        return CannotPrice.COSTS_BESIDE_HOURS
    rate = chosen.hour(planned) or Fraction(0)
    read = bundled_hours.read_terms({**chosen.terms, "weekly_hours": 0, "rate": 0})
    terms = replace(read, weekly_hours=planned.hours, rate=rate)
    agreement = would_be(support, bundled_hours.name, terms, support.last)
    if bundled_hours.check(agreement):
        return CannotPrice.TERMS_REFUSED
    lines: dict[Period, tuple[Line, ...]] = {}
    left = False
    for period in window:
        if not support.ran_in(period):
            continue
        on_account = bundled_hours.Evidence(period=period)
        found = list(bundled_hours.assess(agreement, on_account, rules).lines)
        for held in _ending_in(agreement, period):
            review = _review(held, support.delivered)
            left |= review is None
            if review is not None:
                told = bundled_hours.Evidence(review=review)
                found += bundled_hours.assess(agreement, told, rules).lines
        lines[period] = tuple(found)
    out = frozenset({LeftOut.REVIEW} if left else ())
    return Priced(support, agreement, lines, True, out)


def _ending_in(
    agreement: "bundled_hours.terms.Agreement", period: Period
) -> Iterator[bundled_hours.ReviewPeriod]:
    held = bundled_hours.review_periods(agreement, period.end)
    return (one for one in held if one.end - ONE_DAY in period)


def _review(
    held: bundled_hours.ReviewPeriod, delivered: Mapping[date, int] | None
) -> bundled_hours.Review | None:
    """All minutes of a review; None where nobody recorded a day of it."""
    days = [minutes for day, minutes in (delivered or {}).items() if held.start <= day < held.end]
    return bundled_hours.Review(held.start, sum(days), 0, 0, 0, 0) if days else None
