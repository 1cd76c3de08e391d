"""Which days a released payment line is for: a review's, those that were judged, or its own."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from whatmatters.commissioning.queries import AgreementFacts, agreement_terms
from whatmatters.payments.queries import LineView
from whatmatters.rules.charging.cost_values import PaidFor, Span
from whatmatters.rules.commissioning_models import bundled_hours, outcome_payments
from whatmatters.rules.commissioning_models.time_and_task.statement import WEEK
from whatmatters.rules.periods import ONE_DAY, Period, period_from, week_of

WHAT = {
    bundled_hours.BELOW: PaidFor.REVIEW,
    bundled_hours.ABOVE: PaidFor.REVIEW,
    bundled_hours.EXPIRED: PaidFor.REVIEW,
    outcome_payments.PENALTY: PaidFor.JUDGED,
    outcome_payments.DISSATISFACTION: PaidFor.JUDGED,
    outcome_payments.RETENTION_RELEASED: PaidFor.HELD_BACK,
}
Days = tuple[date, date]


def spans_of(agreement: AgreementFacts, lines: Iterable[LineView]) -> Iterator[Span]:
    """An agreement's lines added up by the days that they are for; sums of nothing are left out."""
    sums: dict[tuple[PaidFor, Days], int] = {}
    for line in lines:
        what = WHAT.get(line.rule, PaidFor.DAYS)
        key = what, _days(what, agreement, line)
        sums[key] = sums.get(key, 0) + line.pence
    for (what, (first, last)), pence in sums.items():
        if pence:
            yield Span(what, first, last, pence)


def _days(what: PaidFor, agreement: AgreementFacts, line: LineView) -> Days:
    if line.rule == WEEK:
        # Of time and task the subject begins with the Monday.
        week = week_of(date.fromisoformat(line.subject.split("/")[0]))
        return week.start, week.last_day
    if what in (PaidFor.JUDGED, PaidFor.HELD_BACK):
        return _judged(agreement)
    period = period_from(line.period_corrected)
    review = _review(agreement, line)
    if what is PaidFor.REVIEW and review is not None:
        return review.start, review.last_day
    held = period.overlap(agreement.starts, agreement.ended_on)
    if held and review is not None:
        held = review.overlap(*held)
    # What is paid after an agreement's last day has no day of its own: the whole period carries it.
    return held or (period.start, period.last_day)


def _judged(agreement: AgreementFacts) -> Days:
    """The days that were judged: the plan's, up to an early end. Days past its end were not."""
    lasts = [day for day in (agreement.ends, agreement.ended_on) if day is not None]
    return agreement.starts, max(agreement.starts, min(lasts, default=agreement.starts))


def _review(agreement: AgreementFacts, line: LineView) -> Period | None:
    """The review period that a bundle's line names; None for other lines, and where it is no more.

    A bundle that was ended late may have lost a review that was paid for: it was all taken back.
    """
    if agreement.model != bundled_hours.name:
        return None
    starts = date.fromisoformat(line.subject)
    terms: Any = agreement_terms(agreement)
    held = bundled_hours.review_periods(
        bundled_hours.until(terms, agreement.ended_on), starts + ONE_DAY
    )
    found = next((one for one in held if one.start == starts), None)
    return Period(found.start, found.end) if found else None
