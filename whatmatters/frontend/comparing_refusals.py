"""Why nothing was compared, in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.rules.refusals import Refusal

WORDS: Mapping[str, str | Promise] = {
    "no_calendar": _("The council has no payment periods yet."),
    "days_the_wrong_way": _("The last day is before the first."),
    "period_not_over": _(
        "The payment period of the last day goes on until %(ends)s. Choose one that is over."
    ),
    "too_many_periods": _("That is %(periods)s payment periods; at most %(most)s are compared."),
    "too_many_people": _(
        "%(people)s people had support then; a page compares %(most)s at most. Choose an area or "
        "a provider, or use the command."
    ),
    "nothing_to_compare": _("Nobody who was chosen had support in these periods."),
    "nobody_like_that": _("There is no such area, provider or person in this council: %(id)s."),
    "no_such_contract": _("No contract %(reference)s of that way of paying runs then."),
}


def refusal_words(refusal: Refusal) -> str:
    """The refusal as a sentence."""
    words = WORDS.get(refusal.code)
    return str(refusal) if words is None else str(words) % refusal.params
