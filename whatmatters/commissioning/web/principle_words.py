"""The six principles and the four levels in words, and why a view was not kept."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.rules.principles import Level, Principle
from whatmatters.rules.refusals import Refusal

Words = str | Promise

NAMES: Mapping[Principle, Words] = {
    Principle.WELLBEING: _("Well-being"),
    Principle.VOICE: _("Voice and control"),
    Principle.COLLABORATION: _("Working together"),
    Principle.PREVENTION: _("Prevention"),
    Principle.ADDED_VALUE: _("Added value"),
    Principle.SUSTAINABILITY: _("Lasting"),
}
ASKED: Mapping[Principle, Words] = {
    Principle.WELLBEING: _(
        "Do people get on better with what matters to them, and not only stay alive and at home?"
    ),
    Principle.VOICE: _(
        "Do people and their families shape what is done, and change it when they want to?"
    ),
    Principle.COLLABORATION: _(
        "Does it work with other bodies and with the community, and not alone?"
    ),
    Principle.PREVENTION: _("Does it keep people from needing more, and lead to needing less?"),
    Principle.ADDED_VALUE: _(
        "What else is better for it: wages, travel, and what people give to others?"
    ),
    Principle.SUSTAINABILITY: _("Can it go on like this, with the money and the people there are?"),
}
LEVELS: Mapping[Level, Words] = {
    Level.AGAINST: _("Works against it"),
    Level.NOTHING: _("Does nothing for it"),
    Level.SOMETHING: _("Does something for it"),
    Level.MUCH: _("Does much for it"),
}
REFUSED: Mapping[str, Words] = {
    "not_allowed": _("Your role does not let you do this."),
    "absent": _("That is no longer there."),
    "principle_left_out": _("Say something of each of the six."),
    "scored_meanwhile": _(
        "Somebody of your organisation said another view after you opened this page. Open it again."
    ),
    "nothing_new": _("This is what was said before, word for word."),
    "words_missing": _("Write a few words here: nothing was written."),
    "words_too_long": _("This is longer than can be kept: at most %(longest)s characters."),
    "words_unreadable": _(
        "The words hold signs that cannot be shown. Type them again without special signs."
    ),
}


def refused(refusal: Refusal) -> str:
    """One sentence in the reader's language."""
    return str(REFUSED[refusal.code]) % refusal.params
