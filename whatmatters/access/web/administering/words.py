"""Reasons, and what was done to accounts, in plain words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.access.queries.account_events import About, AccountEvent
from whatmatters.access.web.role_words import NAMES
from whatmatters.rules.accounts import RecoveryKind, RoleReason

Words = str | Promise

REASONS: dict[RoleReason, Words] = {
    RoleReason.STARTS_WORK: _("Starts in this work"),
    RoleReason.COVERS: _("Covers for somebody"),
    RoleReason.CHANGES_WORK: _("Changes to other work"),
    RoleReason.LEFT: _("Has left"),
    RoleReason.COMES_BACK: _("Comes back"),
    RoleReason.BY_MISTAKE: _("It was a mistake"),
    RoleReason.SAFETY: _("To keep people safe"),
}
ABOUT: dict[About, Words] = {
    About.ACCOUNT: _("Accounts and signing in"),
    About.ROLE: _("Roles"),
    About.RECOVERY: _("Lost accounts"),
    About.SESSION: _("Sessions ended"),
    About.ORGANISATION: _("The organisation"),
}
KINDS: dict[RecoveryKind, Words] = {
    RecoveryKind.FIRST: _("the first sign-in"),
    RecoveryKind.PASSWORD: _("a lost password"),
    RecoveryKind.SECOND_STEP: _("a lost second step"),
}
DONE: dict[tuple[About, str], Words] = {
    (About.ACCOUNT, "added"): _("made the account of %(whom)s"),
    (About.ACCOUNT, "signed_in"): _("signed in"),
    (About.ACCOUNT, "password_set"): _("set a new password for %(whom)s"),
    (About.ACCOUNT, "closed"): _("closed the account of %(whom)s"),
    (About.ACCOUNT, "opened"): _("opened the account of %(whom)s again"),
    (About.ACCOUNT, "picture_put_up"): _("put up a picture of themselves"),
    (About.ACCOUNT, "picture_taken_down"): _("took the picture of themselves down"),
    (About.ROLE, "added"): _("gave %(whom)s the role: %(role)s"),
    (About.ROLE, "ended"): _("ended the role of %(whom)s: %(role)s"),
    (About.RECOVERY, "asked"): _("asked for a way in for %(whom)s: %(kind)s"),
    (About.RECOVERY, "confirmed"): _("confirmed that it is %(whom)s who asks"),
    (About.RECOVERY, "refused"): _("said that it is not %(whom)s who asks"),
    (About.RECOVERY, "used"): _("used the codes and set a new password"),
    (About.RECOVERY, "told"): _("was told of it at sign-in"),
    (About.SESSION, "ended"): _("ended a session of their own"),
    (About.ORGANISATION, "added"): _("added the organisation"),
    (About.ORGANISATION, "renamed"): _("changed the name of the organisation"),
}


def done(event: AccountEvent) -> str:
    """What somebody did, as the rest of a sentence that begins with their name."""
    told = str(DONE.get((event.subject, event.action), _("changed %(whom)s")))
    kind = RecoveryKind(event.why) if event.subject is About.RECOVERY and event.why else None
    return told % {
        "whom": event.whom or _("their own"),
        "role": NAMES[event.role] if event.role else "",
        "kind": KINDS[kind] if kind else "",
    }


def reason(event: AccountEvent) -> str:
    """Why, where a reason was given."""
    return str(REASONS[RoleReason(event.why)]) if event.why in set(RoleReason) else ""
