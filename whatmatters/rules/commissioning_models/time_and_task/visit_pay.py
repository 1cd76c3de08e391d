"""What one visit is paid, and why."""

from enum import StrEnum
from fractions import Fraction

from whatmatters.rules.commissioning import Rules
from whatmatters.rules.commissioning_models.time_and_task.evidence import Visit
from whatmatters.rules.commissioning_models.time_and_task.terms import Terms
from whatmatters.rules.minutes import hours, to_nearest_step
from whatmatters.rules.money import pence


class Outcome(StrEnum):
    """Why a visit was paid as it was."""

    AS_PLANNED = "as_planned"
    AS_DELIVERED = "as_delivered"
    MISSED = "missed"
    CANCELLED_LATE = "cancelled_late"
    CANCELLED_IN_TIME = "cancelled_in_time"


def paid_minutes(visit: Visit, terms: Terms, rules: Rules) -> tuple[Outcome, int]:
    """The minutes that a visit is paid for, and why. Exactly the tolerance is inside it."""
    if visit.cancelled_hours_before is not None:
        late = visit.cancelled_hours_before < rules.late_hours_on(visit.on)
        if late and terms.pay_late_cancellation:
            return Outcome.CANCELLED_LATE, visit.planned
        return (Outcome.CANCELLED_LATE if late else Outcome.CANCELLED_IN_TIME), 0
    if not visit.delivered:
        return Outcome.MISSED, 0
    if abs(visit.delivered - visit.planned) <= terms.tolerance_minutes:
        return Outcome.AS_PLANNED, visit.planned
    return Outcome.AS_DELIVERED, to_nearest_step(visit.delivered, terms.rounding_minutes)


def visit_amount(visit: Visit, minutes: int, terms: Terms) -> Fraction:
    """Exact pence for paid minutes; the multiplier applies to paid cancellations too."""
    return pence(terms.rate) * hours(minutes) * multiplier_of(visit, terms)


def multiplier_of(visit: Visit, terms: Terms) -> Fraction:
    """What the rate is multiplied by on the day of a visit."""
    return terms.bank_holiday_multiplier if visit.on in terms.bank_holidays else Fraction(1)
