"""What is refused of what is told about hours, leave and needed shifts, each by its own name."""

from whatmatters.rules.refusals import Refusal


class HoursNotYours(Refusal):
    """Hours are told by the worker herself, or by somebody who plans a team of hers."""

    code = "hours_not_yours"


class HoursBackwards(Refusal):
    """Hours end before they begin, or two spells of a day meet: HoursBackwards(field=)."""

    code = "hours_backwards"


class MostBelowLeast(Refusal):
    """The most of a week is below what the contract promises: MostBelowLeast(field=)."""

    code = "most_below_least"


class WeekTooLong(Refusal):
    """More than a week may have: WeekTooLong(field=, hours=)."""

    code = "week_too_long"


class LeaveBackwards(Refusal):
    """The last day is before the first, or lies too far: LeaveBackwards(field=, days=)."""

    code = "leave_backwards"


class BreakTooShort(Refusal):
    """A long shift needs a break: BreakTooShort(field=, hours=, least=)."""

    code = "break_too_short"


class BreakTakesAll(Refusal):
    """The break is as long as the shift: BreakTakesAll(field=)."""

    code = "break_takes_all"


class TooManyWanted(Refusal):
    """More workers on one shift, or more shifts, than a roster takes: (field=, most=)."""

    code = "too_many_wanted"


class NoSuchNeed(Refusal):
    """There is no shift of this number in the team's week."""

    code = "no_such_need"
