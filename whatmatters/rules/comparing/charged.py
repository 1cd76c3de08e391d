"""What a person's weeks would have cost under one way of paying: it bounds her charge.

Each line is for days, as charging reads released lines: a review's, those that were judged, a
week's, or the period's own.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from whatmatters.rules.charging.cost_values import PaidFor, Span, WeekCost
from whatmatters.rules.charging.costs import week_costs
from whatmatters.rules.commissioning import Line
from whatmatters.rules.commissioning_models import bundled_hours, outcome_payments
from whatmatters.rules.commissioning_models.time_and_task import WEEK
from whatmatters.rules.comparing.priced import Priced
from whatmatters.rules.periods import ONE_DAY, Period, week_of

REVIEWED = frozenset({bundled_hours.BELOW, bundled_hours.ABOVE, bundled_hours.EXPIRED})
JUDGED = {
    outcome_payments.PENALTY: PaidFor.JUDGED,
    outcome_payments.DISSATISFACTION: PaidFor.JUDGED,
    outcome_payments.RETENTION_RELEASED: PaidFor.HELD_BACK,
}


def costs_of(priced: Iterable[Priced], payer: str) -> dict[date, WeekCost]:
    """By Monday, what all of somebody's supports together cost one payer."""
    return week_costs(span for one in priced for span in _spans(one, payer))


def _spans(one: Priced, payer: str) -> Iterator[Span]:
    for period, lines in one.lines.items():
        for line in lines:
            if line.payer == payer and line.pence:
                what, first, last = _days(one, period, line)
                yield Span(what, first, last, line.pence)


def _days(one: Priced, period: Period, line: Line) -> tuple[PaidFor, date, date]:
    support = one.support
    if line.rule == WEEK:
        week = week_of(date.fromisoformat(line.subject.split("/")[0]))
        return PaidFor.DAYS, week.start, week.last_day
    if line.rule in REVIEWED:
        first = date.fromisoformat(line.subject)
        held = bundled_hours.until(one.agreement, support.last)
        reviews = bundled_hours.review_periods(held, first + ONE_DAY)
        review = next(one for one in reviews if one.start == first)
        return PaidFor.REVIEW, review.start, review.end - ONE_DAY
    if line.rule in JUDGED:
        lasts = [day for day in (one.agreement.ends, support.last) if day is not None]
        last = max(support.first, min(lasts, default=support.first))
        return JUDGED[line.rule], support.first, last
    first, last = period.overlap(support.first, support.last) or (period.start, period.last_day)
    return PaidFor.DAYS, first, last
