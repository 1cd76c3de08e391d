"""What is refused of a switch, each by its own name."""

from whatmatters.rules.refusals import Refusal


class SwitchNotAllowed(Refusal):
    """None of the actor's roles may do this."""

    code = "not_allowed"


class NotAsACohort(Refusal):
    """Nobody is moved to or from this way of paying with others: NotAsACohort(way=, field=)."""

    code = "not_as_a_cohort"


class SameContract(Refusal):
    """They are paid under that contract already."""

    code = "same_contract"


class NobodyThere(Refusal):
    """Nobody is paid under that contract on the day, or all of them are in another switch."""

    code = "nobody_there"


class MovesBeforeSwitch(Refusal):
    """One person moves on the switch's day or later: MovesBeforeSwitch(day=)."""

    code = "moves_before_switch"


class ToldAhead(Refusal):
    """She cannot have been told on a day that has not come: ToldAhead(field=)."""

    code = "told_ahead"


class HoursWrong(Refusal):
    """Hours a week and the price of an hour are both said, neither below nothing nor too large."""

    code = "hours_wrong"


class MovedAlready(Refusal):
    """She was moved: what was agreed for it stays as it was."""

    code = "moved_already"


class TransitionChanged(Refusal):
    """Somebody wrote of her transition plan since it was looked at."""

    code = "transition_changed"


class NotReady(Refusal):
    """Something stands in the way: NotReady(obstacles=)."""

    code = "not_ready"


class NotHersToSay(Refusal):
    """Only she, or who decides for her, says whether she wants it, or who wrote down her word."""

    code = "not_hers_to_say"
