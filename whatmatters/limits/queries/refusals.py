"""What is refused of the register, each by its own name."""

from whatmatters.rules.refusals import Refusal


class LimitsNotAllowed(Refusal):
    """None of the actor's roles may do this."""

    code = "not_allowed"


class NotInThoseHands(Refusal):
    """A rule or limit of this kind is not theirs to change: NotInThoseHands(kind=, hands=)."""

    code = "not_in_those_hands"


class NotABoard(Refusal):
    """A health board's policy or capacity is in the hands of a body that is no health board."""

    code = "not_a_board"


class NotOwnBoard(Refusal):
    """A board's commissioner writes of what is in their own board's hands alone."""

    code = "not_own_board"


class UnknownWay(Refusal):
    """There is no such way of paying: UnknownWay(way=)."""

    code = "unknown_way"


class LastBeforeFirst(Refusal):
    """The last day is before the first."""

    code = "last_before_first"


class DayAhead(Refusal):
    """It cannot have happened yet: DayAhead(field=)."""

    code = "day_ahead"


class LinkNotOfTheWeb(Refusal):
    """The link is no address of the web."""

    code = "link_not_of_the_web"


class AnsweredBeforeAsked(Refusal):
    """The answer came before the query: AnsweredBeforeAsked(asked_on=)."""

    code = "answered_before_asked"


class SinceWhenMissing(Refusal):
    """An answer that changes something says from which day."""

    code = "since_when_missing"


class LimitChanged(Refusal):
    """Somebody put it right since it was looked at."""

    code = "limit_changed"


class QueryChanged(Refusal):
    """Somebody wrote of this query since it was looked at."""

    code = "query_changed"
