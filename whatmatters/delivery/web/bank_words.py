"""What a bundle and its bank refuse, in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.outcomes.web.refusal_words import refusal_words
from whatmatters.rules.refusals import Refusal

WORDS: Mapping[str, str | Promise] = {
    "bundle_impossible": _("These hours, this rate or these minutes are not possible."),
    "outside_bundle": _("%(on)s is outside the bundle’s days."),
    "bundle_over": _("This bundle has its last day already."),
    "bundle_running": _("A bundle of this provider runs on %(starts)s already. End it first."),
    "bank_too_low": _("The bank holds %(left)s minutes, so no more can be drawn."),
    "bank_above_cap": _(
        "At most %(most)s minutes go into the bank in one review period; %(left)s more fit in."
    ),
    "bank_out_of_order": _(
        "Something was written for %(last)s already. Choose that day or a later one."
    ),
    "bank_moved": _("Somebody else moved minutes at the same moment. Look again."),
    "movement_not_correctable": _("This movement was put right already, or cannot be."),
    "bank_drawn_since": _(
        "What it put in was drawn since: the bank holds %(left)s minutes. Put what was drawn "
        "right first."
    ),
    "bank_ran_out_since": _("Minutes ran out in the bank since, so it cannot be put right here."),
    "nothing_offered": _("No smaller bundle is offered now."),
    "offer_answered": _("It was answered already. It is asked again after the next review."),
    "word_not_said": _(
        "Say whose word it is: the person’s own, or that of somebody who decides for them."
    ),
    "not_her_decider": _("The one who is named does not decide about the person’s care today."),
    "not_beforehand": _("More than the band is agreed before the review period is over."),
}
BESIDE: Mapping[str, str] = {
    "bank_too_low": "minutes",
    "bank_above_cap": "minutes",
    "bank_out_of_order": "on",
    "outside_bundle": "on",
    "day_not_reached": "on",
    "word_not_said": "whose",
    "not_her_decider": "whose",
}


def bank_refused(refusal: Refusal) -> str:
    """One sentence in the reader's language."""
    return refusal_words(refusal, WORDS)
