"""What is refused of short-term episodes, each by its own name."""

from whatmatters.rules.refusals import Refusal


class EpisodeNotAllowed(Refusal):
    """None of the actor's roles may do this with this person's short-term support."""

    code = "not_allowed"


class NotForEpisodes(Refusal):
    """The contract pays another way: NotForEpisodes(field=)."""

    code = "not_for_episodes"


class OutsideContract(Refusal):
    """The contract does not hold on each of its days: OutsideContract(starts=, ends=)."""

    code = "outside_contract"


class TermsLeftOut(Refusal):
    """Neither contract nor episode say the price or what each end earns: TermsLeftOut(field=)."""

    code = "terms_left_out"


class EpisodeUnended(Refusal):
    """The end of the one before was not told, or lies later: EpisodeUnended(starts=)."""

    code = "episode_unended"


class AfterDeath(Refusal):
    """It would begin after the day of the person's death: AfterDeath(field=, died=)."""

    code = "after_death"


class EpisodeOver(Refusal):
    """Its end was told already: EpisodeOver(ends=)."""

    code = "episode_over"


class EpisodeNotOver(Refusal):
    """Its end was not told yet: EpisodeNotOver()."""

    code = "episode_not_over"


class OutsideEpisode(Refusal):
    """A day that is none of its own: OutsideEpisode(field=, starts=, last=)."""

    code = "outside_episode"


class SecondExtension(Refusal):
    """It was extended before: another week is another service."""

    code = "second_extension"


class StateNotInList(Refusal):
    """No end state of the list that held when it began: StateNotInList(field=)."""

    code = "state_not_in_list"


class DeathIsRecorded(Refusal):
    """A death is told on the record, and ends an episode by itself: DeathIsRecorded(field=)."""

    code = "death_is_recorded"


class StateChanged(Refusal):
    """Somebody else told an end state at the same moment."""

    code = "state_changed"


class NoSuchInstrument(Refusal):
    """No instrument that could be read on that day: NoSuchInstrument(field=)."""

    code = "no_such_instrument"


class OtherInstrument(Refusal):
    """The baseline was read with another instrument or version: OtherInstrument(field=, name=)."""

    code = "other_instrument"


class ScoreImpossible(Refusal):
    """A score that the instrument does not give: ScoreImpossible(field=, least=, most=)."""

    code = "score_impossible"


class ReadAlready(Refusal):
    """A reading of this kind stands: strike it out first."""

    code = "read_already"


class NoBaseline(Refusal):
    """Without a baseline there is nothing to follow up."""

    code = "no_baseline"


class FollowUpTooEarly(Refusal):
    """It is followed up once it is over: FollowUpTooEarly(field=, ends=)."""

    code = "follow_up_too_early"


class NobodyToFollow(Refusal):
    """She has died, or it never began."""

    code = "nobody_to_follow"


class FollowUpStands(Refusal):
    """A baseline stays while its follow-up stands."""

    code = "follow_up_stands"


class ReadingStruck(Refusal):
    """The reading was struck out before."""

    code = "reading_struck"
