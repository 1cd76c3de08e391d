"""What topics, ways of saying and refusals are called on these pages."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.rules.refusals import Refusal
from whatmatters.rules.sharing import Topic

TOPICS: Mapping[Topic, tuple[str | Promise, str | Promise]] = {
    Topic.PROFILE: (_("Who I am"), _("The one-page profile, age and area.")),
    Topic.CONVERSATIONS: (_("What matters to me"), _("What was said in conversations.")),
    Topic.OUTCOMES: (_("Outcomes"), _("What is to be true, and how it is going.")),
    Topic.PLAN: (_("The plan"), _("Who does what. Not its prices.")),
    Topic.TIMELINE: (_("What is happening"), _("Notes and small changes, day by day.")),
    Topic.JUDGEMENTS: (_("How it went"), _("What each of the three said at a review.")),
    Topic.MONEY: (_("Money"), _("Prices and what was paid.")),
}

REFUSED: Mapping[str, str | Promise] = {
    "absent": _("This is not here any more, or it is not yours to see."),
    "words_missing": _("Write something: nothing was written."),
    "words_too_long": _("This is longer than can be kept: at most %(longest)s characters."),
    "words_unreadable": _(
        "The words hold signs that cannot be shown. Type them again without special signs."
    ),
    "not_yours_to_share": _("Only the person, or who decides for them, says what is shared."),
    "not_let_in": _("This person is not let in any more, so nothing can be shared with them."),
    "not_for_organisations": _("A plan and its money are not shared with other organisations."),
    "outside_authority": _("The recorded authority does not cover this part of the record."),
    "voice_not_theirs": _("Say whose decision this is: the recorded authority is not in force."),
    "ends_before_it_starts": _("The last day is before the first."),
}


def refusal_words(refusal: Refusal) -> str:
    """One sentence for what was refused."""
    words = REFUSED.get(refusal.code)
    return (str(words) % refusal.params) if words else refusal.code
