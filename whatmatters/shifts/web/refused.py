"""What is refused of shifts, as sentences of the reader's language."""

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from whatmatters.commissioning.queries.refusals import AgreementRefused
from whatmatters.frontend.problem_words import problem_text
from whatmatters.frontend.templatetags.wm import day
from whatmatters.rules.commissioning import Problems
from whatmatters.rules.refusals import Refusal

REFUSED: Mapping[str, str | Promise] = {
    "not_allowed": _("Your role does not let you do this."),
    "share_not_agreed": _(
        "Agree the NHS’s share of a shift in which nobody was seen: such a shift is paid too."
    ),
    "no_tier": _("Name at least one tier with its rate."),
    "rate_under_law": _(
        "The rate of the tier “%(tier)s” is under the National Living Wage of that day, £%(least)s."
    ),
    "tier_left_out": _(
        "Shift “%(reference)s” of %(on)s was told for the tier “%(tier)s”: keep that tier, with "
        "its rate."
    ),
    "not_two_funders": _("Social care and the NHS are two bodies: choose another."),
    "shifts_over": _("The last day was written already: %(ends)s."),
    "outside_shifts": _("Shifts of this contract are not paid on %(on)s."),
    "shift_elsewhere": _(
        "“%(reference)s” was told for %(on)s. Give another shift another reference; one that was "
        "moved is put right from its own line in the list."
    ),
    "shift_known": _(
        "“%(reference)s” is told already, for %(on)s. Give another shift another reference; that "
        "one is put right from its own line in the list."
    ),
    "shift_changed": _(
        "Somebody put “%(reference)s” right after you opened it. Open it again from the list."
    ),
    "unknown_tier": _("No rate was agreed for the tier “%(tier)s” on that day."),
    "shift_impossible": _("This figure cannot be right."),
    "more_than_was_paid": _(
        "Minutes with people and on the way come to %(told)s, and %(most)s are paid."
    ),
    "already_from_that_day": _(
        "There is a contract with this reference, or there are terms from that day."
    ),
    "day_not_reached": _("That day is still to come."),
    "end_before_start": _("The last day is before the first."),
    "absent": _("That is no longer there."),
    "words_missing": _("Write a few words here: nothing was written."),
    "words_too_long": _("This is longer than can be kept: at most %(longest)s characters."),
    "words_unreadable": _(
        "The words hold signs that cannot be shown. Type them again without special signs."
    ),
}
BESIDE = {
    "tier_left_out": "tier_1",
    "not_two_funders": "nhs",
    "outside_shifts": "on",
    "shift_elsewhere": "on",
    "shift_known": "reference",
    "unknown_tier": "tier",
    "more_than_was_paid": "length",
    "already_from_that_day": "reference",
    "day_not_reached": "on",
    "end_before_start": "ends",
}


def refused_words(refusal: Refusal) -> str:
    """The refusal as a sentence; of several problems all of them."""
    if isinstance(refusal, Problems | AgreementRefused):
        return " ".join(problem_text(one) for one in refusal.problems)
    words = REFUSED.get(refusal.code)
    if words is None:
        return gettext("This cannot be done.")
    shown = {k: day(v) if isinstance(v, date) else v for k, v in refusal.params.items()}
    return str(words) % shown
