"""What is refused of a switch, as sentences of the reader's language."""

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.templatetags.wm import day
from whatmatters.rules.refusals import Refusal

REFUSED: Mapping[str, str | Promise] = {
    "not_allowed": _("Your role does not let you do this."),
    "not_as_a_cohort": _(
        "Nobody is moved to or from this way of paying together with others. A fund or a direct "
        "payment is the person’s own choice."
    ),
    "same_contract": _("Choose another contract than the one that pays now."),
    "nobody_there": _(
        "Nobody is paid under this contract on the day before, or all of them are in another "
        "switch already."
    ),
    "moves_before_switch": _("It begins on %(day)s: choose that day or a later one."),
    "told_ahead": _("That day has not come yet."),
    "hours_wrong": _(
        "Write a number that is not below nothing: at most 168 hours a week, and £1,000 an hour. "
        "Hours and price go together."
    ),
    "moved_already": _("This person was moved on %(day)s: what was planned stays as it was."),
    "transition_changed": _("Somebody wrote of this plan after you opened it. Open it again."),
    "not_ready": _("Something stands in the way of moving this person."),
    "not_hers_to_say": _("Only the person, or who decides for them, says this."),
    "absent": _("That is no longer there."),
    "words_missing": _("Write a few words here: nothing was written."),
    "words_too_long": _("This is longer than can be kept: at most %(longest)s characters."),
    "words_unreadable": _(
        "The words hold signs that cannot be shown. Type them again without special signs."
    ),
}


def refused_words(refusal: Refusal) -> str:
    """The refusal as a sentence."""
    words = REFUSED.get(refusal.code)
    if words is None:
        return gettext("This cannot be done.")
    return str(words) % {key: _shown(value) for key, value in refusal.params.items()}


def _shown(value: object) -> object:
    return day(value) if isinstance(value, date) else value
