"""What access refuses, each by its own name."""

from whatmatters.rules.refusals import Refusal


class NotAllowed(Refusal):
    """None of the actor's roles may give accounts and roles."""

    code = "not_allowed"


class UsernameTaken(Refusal):
    """Somebody signs in by this name already."""

    code = "username_taken"


class NotOfThisCouncil(Refusal):
    """An organisation, user or membership is not of the actor's council (or does not exist)."""

    code = "not_of_this_council"


class EndsBeforeStart(Refusal):
    """A role would end before it starts."""

    code = "ends_before_start"


class MembershipAlreadyEnded(Refusal):
    """A role that ended cannot end again."""

    code = "membership_already_ended"


class PasswordTooWeak(Refusal):
    """The password is too short, too common or too like the name; `problems` are codes."""

    code = "password_too_weak"


class DraftTooLong(Refusal):
    """More was typed than a draft may hold."""

    code = "draft_too_long"


class NameInUse(Refusal):
    """A council knows each organisation by a name of its own."""

    code = "name_in_use"
