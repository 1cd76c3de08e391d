"""Why a week cannot be rostered, each by its own name."""

from whatmatters.rules.refusals import Refusal


class NoMonday(Refusal):
    """A roster is of a week from its Monday."""

    code = "no_monday"


class WeekHasBegun(Refusal):
    """The week has begun or is over: its days are told one by one."""

    code = "week_has_begun"


class NothingNeeded(Refusal):
    """No shift is told that the week needs."""

    code = "nothing_needed"


class NobodyTold(Refusal):
    """Of nobody in the team are hours told, and how she goes and what she can do."""

    code = "nobody_told"


class NoRosterFound(Refusal):
    """The search ended before it found any roster."""

    code = "no_roster_found"
