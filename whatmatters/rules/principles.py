"""The six principles of the Welsh Act, and how far a service goes with each (R-PR-01).

Source: requirements 1.23, "Moving towards an outcomes-focused model"; its table scores a way of
working in words alone. The four levels are ours, and nothing is ever added up over principles.
"""

from enum import StrEnum

from whatmatters.rules.refusals import Refusal


class Principle(StrEnum):
    """In the order of the source."""

    WELLBEING = "wellbeing"
    VOICE = "voice"
    COLLABORATION = "collaboration"
    PREVENTION = "prevention"
    ADDED_VALUE = "added_value"
    SUSTAINABILITY = "sustainability"


class Level(StrEnum):
    """How far a service goes with one of them, from worst to best."""

    AGAINST = "against"
    NOTHING = "nothing"
    SOMETHING = "something"
    MUCH = "much"


class ScoringNotAllowed(Refusal):
    """None of the actor's roles may score this service."""

    code = "not_allowed"


class PrincipleLeftOut(Refusal):
    """A view of a service says something of each of the six: PrincipleLeftOut(field=)."""

    code = "principle_left_out"


class ScoredMeanwhile(Refusal):
    """Somebody of the same body said another view since this page was opened."""

    code = "scored_meanwhile"


class NothingNew(Refusal):
    """The view says what the one before it says, word for word."""

    code = "nothing_new"
