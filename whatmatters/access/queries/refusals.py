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


class RoleHeldAlready(Refusal):
    """The same role in the same body starts on that day already: RoleHeldAlready(starts=)."""

    code = "role_held_already"


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


class NotLookedAfter(Refusal):
    """The account is not of the administrator's own body (or does not exist)."""

    code = "not_looked_after"


class RoleNotOffered(Refusal):
    """The administrator's body has no such role to give."""

    code = "role_not_offered"


class OwnRole(Refusal):
    """Nobody gives herself a role."""

    code = "own_role"


class LastAdministrator(Refusal):
    """Without this one nobody could give roles any more."""

    code = "last_administrator"


class OwnAccount(Refusal):
    """Nobody closes, opens or recovers the own account alone."""

    code = "own_account"


class HoldsRolesElsewhere(Refusal):
    """Another body counts on the account: end the roles here instead of closing it."""

    code = "holds_roles_elsewhere"


class CountsElsewhere(Refusal):
    """Another body counts on the account: the administrator of one gives nobody the way into it."""

    code = "counts_elsewhere"


class AlreadySo(Refusal):
    """The account is closed (or open) already."""

    code = "already_so"


class NotTheFirstTime(Refusal):
    """Somebody who has signed in before gets back in by a recovery, which takes two."""

    code = "not_the_first_time"


class MayNotConfirm(Refusal):
    """Who asked, the person herself, and whoever does not know her cannot confirm."""

    code = "may_not_confirm"


class RecoveryOver(Refusal):
    """The recovery was answered already, or its time is over."""

    code = "recovery_over"


class CodesNotRight(Refusal):
    """The codes open nothing: wrong, used, too late or of nobody. Which, is not told."""

    code = "codes_not_right"


class NoPicture(Refusal):
    """The file is no picture of a kind that is taken, or it is damaged."""

    code = "no_picture"


class PictureTooLarge(Refusal):
    """The file has more bytes, or the picture more dots, than is taken: PictureTooLarge(most=)."""

    code = "picture_too_large"


class PictureTooSmall(Refusal):
    """A picture of so few dots shows nobody: PictureTooSmall(least=)."""

    code = "picture_too_small"
