"""What of a delivery plan is refused, each by its own name. `field` names the question."""

from whatmatters.rules.refusals import Refusal


class DeliveryNotAllowed(Refusal):
    """None of the actor's roles may do this with this person's delivery plan."""

    code = "not_allowed"


class OnNoDay(Refusal):
    """A visit or a time without a day of the week: OnNoDay(field=)."""

    code = "on_no_day"


class WindowBackwards(Refusal):
    """It may start until a time before it may start from: WindowBackwards(field=)."""

    code = "window_backwards"


class LengthImpossible(Refusal):
    """No minutes, or more than a visit may take: LengthImpossible(field=, longest=)."""

    code = "length_impossible"


class LongIsShorter(Refusal):
    """The longer length is below the usual one: LongIsShorter(field=)."""

    code = "long_is_shorter"


class ToleranceImpossible(Refusal):
    """A critical visit says how late it may be, no other does: (field=, most=)."""

    code = "tolerance_impossible"


class GapImpossible(Refusal):
    """A second part needs the least and the most time after the first: GapImpossible(field=)."""

    code = "gap_impossible"


class FollowsWhat(Refusal):
    """A second part follows a visit of the same days that follows none: FollowsWhat(field=)."""

    code = "follows_what"


class TooManyFollow(Refusal):
    """More second parts of one visit than can be planned: TooManyFollow(field=, most=)."""

    code = "too_many_follow"


class QuietBackwards(Refusal):
    """A time that ends before it begins: QuietBackwards(field=)."""

    code = "quiet_backwards"


class QuietTakesAll(Refusal):
    """A quiet time leaves a visit no start, or two windows: QuietTakesAll(what=)."""

    code = "quiet_takes_all"


class TooManyAgreed(Refusal):
    """More visits than one plan may hold: TooManyAgreed(most=)."""

    code = "too_many_agreed"


class NoVisits(Refusal):
    """A plan without a visit is nothing to agree on."""

    code = "no_visits"


class DeliveryChangedMeanwhile(Refusal):
    """Somebody wrote it anew since this page was opened."""

    code = "delivery_changed_meanwhile"


class TeamNotTheirs(Refusal):
    """The visits are made by a team of the provider: TeamNotTheirs(field=)."""

    code = "team_not_theirs"


class NotOfTheTeam(Refusal):
    """Only workers of the team are chosen, and not also turned away: NotOfTheTeam(field=)."""

    code = "not_of_the_team"


class AnsweredAlready(Refusal):
    """Each of the two answers a version once."""

    code = "answered_already"


class NotAskedYet(Refusal):
    """The person answers what the provider has agreed to."""

    code = "not_asked_yet"
