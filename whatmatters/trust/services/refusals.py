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


class NotYoursToOpen(Refusal):
    """Only those who meet people open a record in an emergency."""

    code = "not_yours_to_open"


class NobodyByThatName(Refusal):
    """Nobody (or more than one) here has exactly this name and day of birth."""

    code = "nobody_by_that_name"


class NotYoursToReview(Refusal):
    """Nobody reviews without the role for it, and nobody their own opening."""

    code = "not_yours_to_review"


class AlreadyReviewed(Refusal):
    """An opening is reviewed once: AlreadyReviewed(opening_id=)."""

    code = "already_reviewed"


class NotYoursToAppoint(Refusal):
    """Who decides for her is recorded by her own social worker."""

    code = "not_yours_to_appoint"


class NotYoursToLetIn(Refusal):
    """Whose account is joined to her record is said by her own social worker."""

    code = "not_yours_to_let_in"


class NoAccountByThatName(Refusal):
    """No open account of that kind has exactly this user name and name."""

    code = "no_account_by_that_name"


class AccountYourOwn(Refusal):
    """Nobody lets themselves in."""

    code = "account_your_own"


class AccountJoined(Refusal):
    """The account is somebody's own already."""

    code = "account_joined"


class AccountNotHers(Refusal):
    """An account of another name than the person has is not joined as her own."""

    code = "account_not_hers"


class HasAccount(Refusal):
    """She has an account already: one at a time is hers."""

    code = "has_account"


class AlreadyLetIn(Refusal):
    """The account is let in to this record already."""

    code = "already_let_in"
