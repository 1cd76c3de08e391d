"""Whether what was told can be kept at all. Raises the first refusal; writes nothing."""

from dataclasses import dataclass
from itertools import pairwise

from whatmatters.rules.rota.clock import MINUTES_IN_A_DAY, MINUTES_IN_AN_HOUR
from whatmatters.rules.rota.roster.problem import RosterRules
from whatmatters.rules.rota.roster.told import Available, Leave
from whatmatters.rules.rota.roster.told_refusals import (
    HoursBackwards,
    LeaveBackwards,
    MostBelowLeast,
    WeekTooLong,
)


@dataclass(frozen=True, slots=True)
class ToldLimits:
    """How much may be told; from `policy.rota`."""

    longest_leave_days: int
    most_workers: int
    most_shifts: int


def check_available(told: Available, rules: RosterRules) -> None:
    """Refuse hours that nobody could work, and weeks beyond what one may have."""
    by_day = sorted(told.hours, key=lambda one: (one.day, one.starts))
    for one in by_day:
        if not 0 <= one.starts < one.ends <= MINUTES_IN_A_DAY:
            raise HoursBackwards(field=f"day_{one.day}")
    for one, other in pairwise(by_day):
        if one.day == other.day and other.starts < one.ends:
            raise HoursBackwards(field=f"day_{one.day}")
    hours = rules.most_in_a_week / MINUTES_IN_AN_HOUR
    for field, minutes in (("least", told.least), ("most", told.most or 0)):
        if not 0 <= minutes <= rules.most_in_a_week:
            raise WeekTooLong(field=field, hours=f"{hours:g}")
    if told.most is not None and told.most < told.least:
        raise MostBelowLeast(field="most")


def check_leave(told: Leave, limits: ToldLimits) -> None:
    """Refuse leave that ends before it begins, or is longer than one form may say."""
    if not 0 <= (told.last - told.first).days < limits.longest_leave_days:
        raise LeaveBackwards(field="last", days=limits.longest_leave_days)
