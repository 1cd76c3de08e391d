"""What an error page says: what happened, and what the reader can do."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Words:
    """A title, what happened, and what to do."""

    title: str
    what: str
    do: str


BACK = _("Go back and try again. If it happens again, tell us the reference number.")

# By status, or by the kind of it ("csrf", "locked").
SAID: dict[str, tuple[str | Promise, str | Promise, str | Promise]] = {
    "400": (
        _("We could not understand that request"),
        _("Something in the address or the form was not as it should be. Nothing was changed."),
        BACK,
    ),
    "403": (
        _("You may not see this page"),
        _("Your role, or who you are to this person, does not open it. Nothing was changed."),
        _("If you need it for your work, ask whoever manages access in your organisation."),
    ),
    "404": (
        _("There is no page here"),
        _("The address may be wrong or old, or the page may be one that you may not see."),
        _("Check the address, or start from your first page."),
    ),
    "405": (
        _("That cannot be done at this address"),
        _("The page does not take what was sent to it. Nothing was changed."),
        _("Start again from your first page."),
    ),
    "413": (
        _("That is more than this page can take"),
        _("What was sent is too large, so none of it was read. Nothing was changed."),
        _("Write less at once, or choose fewer or smaller files, and send it again."),
    ),
    "429": (
        _("Too many requests in a short time"),
        _("We have stopped for a moment to keep the service working for everyone."),
        _("Wait a minute, then try again."),
    ),
    "500": (
        _("Something went wrong, and it is our fault"),
        _("What you were doing may not have been saved. Nothing is ever half saved."),
        _("Try again in a few minutes. If it happens again, tell us the reference number."),
    ),
    "csrf": (
        _("Your page was too old to send"),
        _("You may have signed out, or opened the page long ago. Nothing was changed."),
        _("Go back, open the page again, and send it again."),
    ),
    "locked": (
        _("Too many tries to sign in"),
        _("To keep the account safe, signing in has been stopped for a while."),
        _(
            "Wait a quarter of an hour, use a computer or telephone on which you have signed in "
            "before, or ask whoever manages access in your organisation for codes: with them you "
            "can always sign in."
        ),
    ),
}


def words_for(kind: str) -> Words:
    """The words for a status ("404") or a kind ("csrf", "locked"), in the active language."""
    return Words(*(str(said) for said in SAID.get(kind, SAID["500"])))
