"""What is refused of a one-page profile."""

from collections.abc import Set

from whatmatters.rules.people import Speaker
from whatmatters.rules.refusals import Refusal

# Of oneself one says it, alone or with help; it is others who see it or speak for her.
_OF_ONESELF = frozenset({Speaker.OWN_WORDS, Speaker.SUPPORTED})


class NotYoursToWrite(Refusal):
    """The profile is written by her, and by those who live and work beside her."""

    code = "not_yours_to_write"


class NotYourVoice(Refusal):
    """Nobody writes of themselves in somebody else's voice."""

    code = "not_your_voice"


class ProfileChangedMeanwhile(Refusal):
    """Another version was written since this page was opened."""

    code = "profile_changed_meanwhile"


def speakers_for(*, own: bool) -> Set[Speaker]:
    """In whose voice a profile may be written, by the person herself or by somebody else."""
    return _OF_ONESELF if own else frozenset(Speaker)
