"""What is refused about sharing, each by its own name."""

from whatmatters.rules.refusals import Refusal


class NotYoursToShare(Refusal):
    """Only the person, who decides for her, or her worker for her says what is shared."""

    code = "not_yours_to_share"


class NotLetIn(Refusal):
    """Nobody shares with somebody who is not let in: NotLetIn(user_id=)."""

    code = "not_let_in"


class NotForOrganisations(Refusal):
    """No outside organisation is shown this: NotForOrganisations(topic=)."""

    code = "not_for_organisations"


class OutsideAuthority(Refusal):
    """Who decides for her has no authority for this: OutsideAuthority(topic=)."""

    code = "outside_authority"


class VoiceNotTheirs(Refusal):
    """A decider's consent is given as a decider's, never as the person's own."""

    code = "voice_not_theirs"
