"""What a refused payment says on a page, in the reader's language."""

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.bank_words import BANK_WORDS
from whatmatters.frontend.templatetags.wm import day
from whatmatters.rules.refusals import Refusal

WORDS: Mapping[str, str | Promise] = {
    "not_allowed": _("None of your roles may do this."),
    "calendar_missing": _(
        "The council has not yet said on which Monday its periods start. A finance officer says it "
        "once, on the page “Payment periods”."
    ),
    "calendar_already_set": _("The periods run from %(anchor)s already; that never moves."),
    "not_a_monday": _("%(anchor)s is not a Monday."),
    "anchor_too_far": _("%(anchor)s is too far ahead. The last day that is taken is %(latest)s."),
    "not_a_period_start": _(
        "No payment period starts on %(start)s. The nearest start on %(before)s and %(after)s."
    ),
    "period_not_over": _(
        "The period from %(period_start)s is not over: it is paid afterwards, from %(period_end)s."
    ),
    "period_out_of_order": _(
        "The period from %(period_start)s cannot be run now. The next is the one from %(expected)s."
    ),
    "run_not_found": _("There is no such run here."),
    "run_discarded": _(
        "This run was put aside because something was recorded after it. Open the newer one."
    ),
    "run_already_released": _(
        "This run was released and stands. The next run corrects what was wrong."
    ),
    "release_by_proposer": _(
        "You proposed this run, so you may not release it: that takes a second person."
    ),
    "facts_changed_since_proposal": _(
        "Something was recorded after this run was proposed, so nothing was paid. Propose the "
        "period again, and look at it again."
    ),
    "finding_not_found": _("There is no such finding for your organisation."),
    "judgement_not_found": _("There is no such judgement for your organisation."),
    "no_penalty_to_contest": _("This finding brings no penalty, so there is nothing to contest."),
    "contest_already_made": _("This penalty is contested already. It is held until it is decided."),
    "contest_not_found": _("There is no such contest here."),
    "contest_already_decided": _("This contest was decided already. A decision is made once."),
    "contest_decided_by_finder": _(
        "You made the finding, so you may not decide its contest: that takes somebody else."
    ),
    "not_a_decision": _("Choose whether the penalty stands or is withdrawn."),
    "words_missing": _("Write why: nothing was written."),
    "words_too_long": _("This is longer than can be kept: at most %(longest)s characters."),
    "words_unreadable": _(
        "The words hold signs that cannot be shown. Type them again without special signs."
    ),
    **BANK_WORDS,
    "day_not_reached": _("%(on)s has not come yet. Nothing can be recorded for a day ahead."),
}


def refusal_words(refusal: Refusal) -> str:
    """The refusal as a sentence; a code that has no words says only that it cannot be done."""
    words = WORDS.get(refusal.code)
    if words is None:
        return gettext("This cannot be done.")
    shown = {k: day(v) if isinstance(v, date) else v for k, v in refusal.params.items()}
    return str(words) % shown


CHANGES: Mapping[str, str | Promise] = {
    "started": _("Started since the last run"),
    "continuing": _("Going on"),
    "stopped": _("Stopped since the last run"),
    "overdue": _("Past their end, with the review late"),
    "corrected": _("Corrections of earlier periods"),
    "penalty": _("Penalties"),
    "held": _("Contested penalties, held and not paid"),
    "retention": _("Held back before, released now"),
}
