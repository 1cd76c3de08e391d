"""What of an accepted roster is refused, each by its own name."""

from whatmatters.rules.refusals import Refusal


class RosterNotNewest(Refusal):
    """A newer roster of the week was made since."""

    code = "roster_not_newest"


class RosterAcceptedAlready(Refusal):
    """Somebody accepted this roster before."""

    code = "roster_accepted_already"


class RosterLeftTeam(Refusal):
    """Somebody of the roster is not in the team on that day any more: (who=, on=)."""

    code = "roster_left_team"


class RosterOverlaps(Refusal):
    """A shift of the same worker stands at that time already: (who=, on=)."""

    code = "roster_overlaps"


class RosterOvertaken(Refusal):
    """What was told since keeps the roster from being worked as it is."""

    code = "roster_overtaken"
