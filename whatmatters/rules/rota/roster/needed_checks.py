"""Whether a needed shift can be kept at all. Raises the first refusal; writes nothing."""

from whatmatters.rules.rota.agreed_refusals import OnNoDay
from whatmatters.rules.rota.clock import MINUTES_IN_A_DAY, MINUTES_IN_AN_HOUR
from whatmatters.rules.rota.day_refusals import ShiftBackwards
from whatmatters.rules.rota.faults import Limits
from whatmatters.rules.rota.roster.problem import RosterRules
from whatmatters.rules.rota.roster.rest import longest_turn
from whatmatters.rules.rota.roster.told import Needed
from whatmatters.rules.rota.roster.told_checks import ToldLimits
from whatmatters.rules.rota.roster.told_refusals import BreakTakesAll, BreakTooShort, TooManyWanted


def check_needed(told: Needed, rules: RosterRules, limits: Limits, most: ToldLimits) -> None:
    """Refuse a shift that no roster could hold."""
    if not told.days:
        raise OnNoDay(field="days")
    length = told.ends - told.starts
    longest = min(limits.longest_minutes, longest_turn(rules))
    if not (0 < length <= longest and told.ends <= MINUTES_IN_A_DAY):
        raise ShiftBackwards(field="ends")
    if told.break_minutes >= length:
        raise BreakTakesAll(field="break_minutes")
    if length > rules.long_turn and told.break_minutes < rules.least_break:
        hours = f"{rules.long_turn / MINUTES_IN_AN_HOUR:g}"
        raise BreakTooShort(field="break_minutes", hours=hours, least=f"{rules.least_break:g}")
    if not 0 <= told.workers <= most.most_workers:
        raise TooManyWanted(field="workers", most=most.most_workers)
