"""What one more hour of need does: nothing inside the band; a larger bundle once it is agreed."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from math import floor

from whatmatters.rules.commissioning import Incentive, Rules
from whatmatters.rules.commissioning_models.bundled_hours.evidence import Evidence, Review
from whatmatters.rules.commissioning_models.bundled_hours.review_periods import (
    ReviewPeriod,
    review_periods,
)
from whatmatters.rules.commissioning_models.bundled_hours.statement import MODEL, assess
from whatmatters.rules.commissioning_models.bundled_hours.terms import Agreement
from whatmatters.rules.incentives import Change
from whatmatters.rules.minutes import MINUTES_IN_AN_HOUR
from whatmatters.rules.periods import ONE_DAY, Period


def one_more_hour(agreement: Agreement, rules: Rules, hour_cost: int | None = None, /) -> Incentive:
    """Income for the first review period, all of its bundle used, before and after the hour.

    Nobody agreed the hour beforehand; once the bundle is agreed anew it is one hour larger.
    """
    held = next(review_periods(agreement, agreement.starts + ONE_DAY))
    as_planned = floor(held.allocated)
    before = _income(agreement, held, as_planned, rules)
    income = _income(agreement, held, as_planned + MINUTES_IN_AN_HOUR, rules) - before
    weeks = Fraction(held.hours, agreement.terms.weekly_hours)
    larger = replace(agreement.terms, weekly_hours=agreement.terms.weekly_hours + 1 / weeks)
    anew = replace(agreement, terms=larger)
    after = _income(anew, held, as_planned + MINUTES_IN_AN_HOUR, rules)
    surplus = None if hour_cost is None else income - hour_cost
    return Incentive(MODEL, income, after - before, surplus)


def income_changes(agreement: Agreement, rules: Rules, /) -> Mapping[Change, int]:
    """The first review period with its bundle used, and with an hour more or fewer.

    The model sees minutes only: an hour that a faster worker saves looks like an hour less of need.
    """
    held = next(review_periods(agreement, agreement.starts + ONE_DAY))
    used, hour = floor(held.allocated), MINUTES_IN_AN_HOUR
    before = _income(agreement, held, used, rules)
    more = _income(agreement, held, used + hour, rules) - before
    less = _income(agreement, held, max(used - hour, 0), rules) - before
    return {Change.MORE: more, Change.LESS: less, Change.FASTER: less, Change.HARDER: more}


def _income(agreement: Agreement, held: ReviewPeriod, delivered: int, rules: Rules) -> int:
    review = Review(held.start, delivered, 0, 0, 0, 0)
    seen = Evidence(Period(held.start, held.end), review)
    return assess(agreement, seen, rules).total
