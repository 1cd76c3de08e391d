"""What a refused payment says to whoever asked, in their language."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from whatmatters.frontend.bank_words import BANK_WORDS
from whatmatters.rules.refusals import Refusal


def sentence(refusal: Refusal) -> str:
    """The refusal as a sentence; a code that has none yet is shown with its figures."""
    words = _sentences().get(refusal.code)
    return str(refusal) if words is None else words % refusal.params


def change_words(kind: str) -> str:
    """What a kind of change is called."""
    return _changes().get(kind, kind)


def _sentences() -> Mapping[str, str]:
    bank = {code: str(words) for code, words in BANK_WORDS.items()}
    return {**_of_runs(), **_of_contests(), **bank}


def _of_runs() -> Mapping[str, str]:
    return {
        "not_allowed": _("None of your roles may do this."),
        "calendar_missing": _(
            "The council has not set its first period yet: pay --anchor MONDAY --by USER."
        ),
        "calendar_already_set": _("The periods run from %(anchor)s; that never moves."),
        "not_a_monday": _("%(anchor)s is not a Monday."),
        "anchor_too_far": _(
            "%(anchor)s is too far ahead. The last day that is taken is %(latest)s."
        ),
        "not_a_period_start": _(
            "No payment period starts on %(start)s. The nearest start on %(before)s and %(after)s."
        ),
        "period_not_over": _(
            "The period from %(period_start)s is not over: payment is in arrears, "
            "from %(period_end)s."
        ),
        "period_out_of_order": _(
            "The period from %(period_start)s is out of turn. The next is the one "
            "from %(expected)s."
        ),
        "run_not_found": _("There is no run %(run_id)s in this council."),
        "run_discarded": _("Run %(run_id)s was put aside. Propose the period again."),
        "run_already_released": _(
            "Run %(run_id)s was released and stands. The next run corrects what was wrong."
        ),
        "release_by_proposer": _(
            "Whoever proposed run %(run_id)s may not release it: that takes a second person."
        ),
        "facts_changed_since_proposal": _(
            "Something was recorded after run %(run_id)s was proposed. Nothing was paid. "
            "Propose the period again and look at it again."
        ),
    }


def _of_contests() -> Mapping[str, str]:
    return {
        "finding_not_found": _("There is no such finding for you."),
        "judgement_not_found": _("There is no such judgement for you."),
        "no_penalty_to_contest": _("This finding brings no penalty."),
        "contest_already_made": _("This penalty is contested already."),
        "contest_not_found": _("There is no such contest in this council."),
        "contest_already_decided": _("This contest was decided already."),
        "contest_decided_by_finder": _(
            "Whoever made the finding may not decide the contest of its penalty."
        ),
        "not_a_decision": _("A contest ends upheld or withdrawn."),
        "words_missing": _("Please write the words."),
    }


def _changes() -> Mapping[str, str]:
    return {
        "started": _("Started since the last run"),
        "continuing": _("Going on"),
        "stopped": _("Stopped since the last run"),
        "overdue": _("Past their end, with the review late"),
        "corrected": _("Corrections of earlier periods"),
        "penalty": _("Penalties"),
        "held": _("Contested penalties, held and not paid"),
        "retention": _("Held back before, released now"),
    }
