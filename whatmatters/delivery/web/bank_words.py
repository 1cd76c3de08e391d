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
    "bank_too_low": _("The bank holds %(left)s minutes, so no more can be drawn."),
    "bank_above_cap": _(
        "At most %(most)s minutes go into the bank in one review period; %(left)s more fit in."
    ),
    "bank_out_of_order": _(
        "Something was written for %(last)s already. Choose that day or a later one."
    ),
    "bank_moved": _("Somebody else moved minutes at the same moment. Look again."),
    "not_beforehand": _("More than the band is agreed before the review period is over."),
}
BESIDE: Mapping[str, str] = {
    "bank_too_low": "minutes",
    "bank_above_cap": "minutes",
    "bank_out_of_order": "on",
    "outside_bundle": "on",
    "day_not_reached": "on",
}


def bank_refused(refusal: Refusal) -> str:
    """One sentence in the reader's language."""
    return refusal_words(refusal, WORDS)
