"""What a refused file says, on the page and in the terminal."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.rules.refusals import Refusal

WORDS: Mapping[str, str | Promise] = {
    "asked_too_often": _("That was %(most)s files today, which is as many as anybody asks for."),
    "needs_another": _("The file would tell of %(people)s people: somebody else must approve it."),
    "own_asking": _("You asked for this file: somebody else must approve it."),
    "asking_over": _(
        "It was answered or made before, or its time is up. Ask again if you need it."
    ),
    "too_many_rows": _(
        "The file would have %(rows)s rows, more than %(most)s. Ask for a backup instead: "
        "it holds everything."
    ),
    "absent": _("There is no such request."),
    "not_allowed": _("None of your roles may do this."),
}


def party_refusal_words(refusal: Refusal) -> str:
    """The refusal in the reader's language."""
    return str(WORDS.get(refusal.code, WORDS["absent"])) % refusal.params
