"""A worker who joins a team."""

from dataclasses import dataclass
from datetime import date

from whatmatters.rules.refusals import Refusal


class LeavesBeforeJoining(Refusal):
    """The last day lies before the first: LeavesBeforeJoining(starts=, ends=)."""

    code = "leaves_before_joining"


@dataclass(frozen=True, slots=True)
class NewMember:
    """A worker in a team, from a day to a day (included)."""

    team_id: int
    worker_id: int
    starts: date
    ends: date | None = None
