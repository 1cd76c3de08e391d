"""Why somebody who comes from a body's own identity provider is not let in."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise

NOT_IN = _("You are not signed in")
REFUSALS: dict[str, tuple[Words, Words]] = {
    "no_account": (
        NOT_IN,
        _("You have no account here under that name. Ask the administrator of your organisation."),
    ),
    "closed": (
        NOT_IN,
        _("Your account here is closed. Ask the administrator of your organisation."),
    ),
    "not_of_this_body": (
        NOT_IN,
        _("Your account here belongs to another organisation. Sign in with your password."),
    ),
    "somebody_else": (
        NOT_IN,
        _(
            "This account belongs to somebody else of your organisation. Tell your administrator: "
            "the name may have been given to you after them."
        ),
    ),
    "cancelled": (NOT_IN, _("You stopped signing in at your organisation.")),
    "failed": (
        NOT_IN,
        _("Your organisation’s sign-in did not answer as it should. Try again, or use a password."),
    ),
}
