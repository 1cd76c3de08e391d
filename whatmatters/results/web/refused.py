"""What is refused of results, as sentences of the reader's language."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from whatmatters.commissioning.queries.refusals import AgreementRefused
from whatmatters.frontend.problem_words import problem_text
from whatmatters.frontend.templatetags.wm import day
from whatmatters.results.web.words import rate_text
from whatmatters.rules.commissioning import Problems
from whatmatters.rules.refusals import Refusal

REFUSED: Mapping[str, str | Promise] = {
    "not_allowed": _("Your role does not let you do this."),
    "nothing_told": _(
        "Against this no result could be told from chance: too few were counted before, or nothing "
        "can be better."
    ),
    "too_few_expected": _(
        "Too few to tell: even the best result is told from chance from %(least)s people, and "
        "%(expected)s are expected."
    ),
    "step_never_told": _(
        "A rate just at %(rate)s is told from chance by no number of people: it is not better than "
        "before, or too few were counted before. Say below that you know, or change the step."
    ),
    "step_not_told": _(
        "A rate just at %(rate)s is told from chance from about %(least)s people, and %(expected)s "
        "are expected: it may be reached and not be paid. Say below that you know, or change it."
    ),
    "no_whole_period": _(
        "The last day is before the first measured period is over, which is on %(last)s."
    ),
    "figure_impossible": _("This figure cannot be right."),
    "funders_twice": _("The two who pay are two bodies: choose another."),
    "not_measured": _("That is not one of the periods that this contract measures, whole."),
    "period_not_over": _("Its last day is %(last)s: it is counted after that."),
    "more_than_counted": _("It cannot have happened to %(events)s of %(people)s people."),
    "counted_already": _(
        "Somebody counted these days after you opened this page. Open it again from the list."
    ),
    "count_changed": _(
        "Somebody put this count right after you opened it. Open it again from the list."
    ),
    "agreed_already": _("This count was agreed to already."),
    "own_count": _("You counted this yourself: somebody else agrees to it."),
    "results_over": _("The last day was written already: %(ends)s."),
    "outside_results": _("%(on)s is not one of the days of this contract."),
    "already_from_that_day": _(
        "There is a contract with this reference, or there are terms from that day."
    ),
    "end_before_start": _("The last day is before the first."),
    "absent": _("That is no longer there."),
    "words_missing": _("Write a few words here: nothing was written."),
    "words_too_long": _("This is longer than can be kept: at most %(longest)s characters."),
    "words_unreadable": _(
        "The words hold signs that cannot be shown. Type them again without special signs."
    ),
}
BESIDE = {
    "no_whole_period": "ends",
    "more_than_counted": "events",
    "outside_results": "on",
    "results_over": "on",
    "already_from_that_day": "reference",
    "end_before_start": "ends",
    "too_few_expected": "expected",
    "step_never_told": "knowing",
    "step_not_told": "knowing",
}


def refused_words(refusal: Refusal) -> str:
    """The refusal as a sentence; of several problems all of them."""
    if isinstance(refusal, Problems | AgreementRefused):
        return " ".join(problem_text(one) for one in refusal.problems)
    words = REFUSED.get(refusal.code)
    if words is None:
        return gettext("This cannot be done.")
    return str(words) % {key: _shown(value) for key, value in refusal.params.items()}


def _shown(value: object) -> object:
    if isinstance(value, date):
        return day(value)
    return rate_text(value) if isinstance(value, Fraction) else value
