"""What a refusal of access says, for verbs and pages."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.places.management.wording import sentence as about_a_place
from whatmatters.rules.refusals import Refusal

SENTENCES: dict[str, str | Promise] = {
    "username_taken": _("Somebody signs in as %(username)s already."),
    "not_allowed": _("Your role may not do this."),
    "not_of_this_council": _("That does not belong to this council."),
    "ends_before_start": _("The role would end on %(ends)s, before it starts on %(starts)s."),
    "membership_already_ended": _("That role ended already, on %(ends)s."),
    "name_in_use": _("Another organisation has that name here."),
    "password_too_weak": _("That password is too easy to guess."),
}


def sentence(refusal: Refusal) -> str:
    """The refusal in the language of the moment: of access, or of a place that cannot be read."""
    words = SENTENCES.get(refusal.code)
    return str(words) % refusal.params if words else about_a_place(refusal)
