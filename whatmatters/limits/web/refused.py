"""What is refused of the register, as sentences of the reader's language."""

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.templatetags.wm import day
from whatmatters.rules.refusals import Refusal

REFUSED: Mapping[str, str | Promise] = {
    "not_allowed": _("Your role does not let you do this."),
    "not_in_those_hands": _(
        "A charging rule is the nation’s or somebody else’s to change; a health board’s limit is "
        "the board’s. Choose another, or say that it is another rule or limit."
    ),
    "not_a_board": _("Choose a health board: its own policy or capacity is no other’s to change."),
    "not_own_board": _("You write here of what is in your own board’s hands alone."),
    "unknown_way": _("There is no such way of paying."),
    "last_before_first": _("The last day is before the first."),
    "day_ahead": _("That day has not come yet."),
    "link_not_of_the_web": _("Write the whole address of a web page, from https:// on."),
    "answered_before_asked": _("It was asked on %(asked_on)s: the answer cannot be older."),
    "since_when_missing": _("Say from which day it is eased or gone."),
    "limit_changed": _("Somebody put this right after you opened it. Open it again from the list."),
    "query_changed": _("Somebody wrote of this query after you opened it. Open it again."),
    "absent": _("That is no longer there."),
    "words_missing": _("Write a few words here: nothing was written."),
    "words_too_long": _("This is longer than can be kept: at most %(longest)s characters."),
    "words_unreadable": _(
        "The words hold signs that cannot be shown. Type them again without special signs."
    ),
}
BESIDE = {"answered_before_asked": "answered_on", "unknown_way": "ways"}


def refused_words(refusal: Refusal) -> str:
    """The refusal as a sentence."""
    words = REFUSED.get(refusal.code)
    if words is None:
        return gettext("This cannot be done.")
    return str(words) % {key: _shown(value) for key, value in refusal.params.items()}


def _shown(value: object) -> object:
    return day(value) if isinstance(value, date) else value
