"""What a refusal of access says, to pages and verbs alike."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.rules.refusals import Refusal

SENTENCES: dict[str, str | Promise] = {
    "username_taken": _("Somebody signs in as %(username)s already."),
    "not_allowed": _("Your role may not do this."),
    "not_of_this_council": _("That does not belong to this council."),
    "ends_before_start": _("The role would end on %(ends)s, before it starts on %(starts)s."),
    "role_held_already": _("They have this role from that day already."),
    "membership_already_ended": _("That role ended already, on %(ends)s."),
    "name_in_use": _("Another organisation has that name here."),
    "password_too_weak": _("That password is too easy to guess."),
    "not_looked_after": _("You do not look after this account."),
    "role_not_offered": _("Your organisation does not have this role to give."),
    "own_role": _("Nobody gives themselves a role. Ask another administrator."),
    "last_administrator": _(
        "They are the last administrator. Give somebody else the role first, without an end."
    ),
    "own_account": _("This cannot be done with your own account. Ask another administrator."),
    "holds_roles_elsewhere": _(
        "Another organisation counts on this account. End the roles that they hold here instead."
    ),
    "counts_elsewhere": _(
        "This account has a role in another organisation too. Only whoever runs the installation "
        "can do this."
    ),
    "already_so": _("That has been done already, or the account is closed."),
    "not_the_first_time": _(
        "They have signed in before. A lost account is given back by two people."
    ),
    "may_not_confirm": _("Only somebody else who knows them may confirm."),
    "recovery_over": _("It was answered already, or its time is over."),
    "codes_not_right": _(
        "These codes open nothing. Look at each letter, and ask for new ones if they are old."
    ),
    "no_picture": _(
        "This is no picture that can be read. Choose a photograph in JPEG, PNG or WebP."
    ),
    "picture_too_large": _("The picture is too large. Choose one of no more than %(most)s."),
    "picture_too_small": _(
        "The picture is too small to show you. Choose one of at least %(least)s dots each way."
    ),
}


def sentence(refusal: Refusal) -> str:
    """The refusal in the language of the moment; "" for one that is not of access."""
    words = SENTENCES.get(refusal.code)
    return str(words) % refusal.params if words else ""
