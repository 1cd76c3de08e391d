"""How late everybody knew that an outcome was off track."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from whatmatters.rules.commissioning_models.outcome_payments.evidence import JudgedOutcome
from whatmatters.rules.commissioning_models.outcome_payments.terms import Terms
from whatmatters.rules.working_days import HolidayTable, working_days_between


class DelayWhy(StrEnum):
    """Which of the rules about delay decided it."""

    NEVER_RECORDED = "never_recorded"
    RECORDED_AFTER_THE_END = "recorded_after_the_end"
    NEVER_RAISED = "never_raised"
    RAISED_IN_GRACE = "raised_in_grace"
    RAISED = "raised"


@dataclass(frozen=True, slots=True)
class Delay:
    """From 0 to 1, with the days that it was worked from."""

    share: Fraction
    why: DelayWhy
    days_waited: int | None = None
    days_to_the_end: int | None = None
    working_days: int | None = None


def delay_of(outcome: JudgedOutcome, plan_end: date, terms: Terms, holidays: HolidayTable) -> Delay:
    """How long a failing plan was left. `plan_end` is the plan's last day + 1.

    Off track on 4 May, exception on 1 June, last day 28 June: 28 of 56 days, so 1/2.
    """
    off_track, raised = outcome.off_track_on, outcome.exception_on
    if off_track is None:
        return Delay(terms.unrecorded_delay, DelayWhy.NEVER_RECORDED)
    left = (plan_end - off_track).days
    if left <= 0:
        return Delay(Fraction(0), DelayWhy.RECORDED_AFTER_THE_END)
    if raised is None:
        return Delay(Fraction(1), DelayWhy.NEVER_RAISED, left, left)
    waited = max(0, min((raised - off_track).days, left))
    working = working_days_between(off_track, raised, holidays)
    if working <= terms.grace_working_days:
        return Delay(Fraction(0), DelayWhy.RAISED_IN_GRACE, waited, left, working)
    return Delay(Fraction(waited, left), DelayWhy.RAISED, waited, left, working)
