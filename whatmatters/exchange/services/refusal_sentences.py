"""What a service's refusal says beside the row that it refused."""

from collections.abc import Container, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.outcomes.web.refusal_words import WORDS, refusal_words
from whatmatters.rules.refusals import Refusal

SENTENCES: Mapping[str, str | Promise] = {
    "born_later": _("a day of birth that has come"),
    "died_before_born": _("a day of death after the day of birth"),
    "day_not_reached": _("a day that has come"),
    "death_already_recorded": _("nothing: this death is recorded already"),
    "ends_before_it_starts": _("a last day that is not before the first"),
    "end_before_start": _("a last day that is not before the first"),
    "already_from_that_day": _("another reference or first day: this one is in use already"),
    "contract_not_in_force": _("a first and a last day on which the contract runs"),
    "contract_terms_missing": _("a first day on which the contract runs"),
    "package_impossible": _("calls, minutes and a rate that fit into a day of 24 hours"),
    "package_already_ended": _("nothing: this package has its last day already"),
    "rate_missing": _("a contract with a rate for this band on the first day"),
    "agreement_refused": _("terms that the contract’s model can pay by"),
    "end_taken_back": _("a last day: what has ended does not begin again by a file"),
    "row_stays": _("what was taken in before: no file may change this"),
    "name_in_use": _("a name that no other body has here"),
}
# The columns that a refusal is about, where it does not say so itself: the first that a row has.
ABOUT: Mapping[str, tuple[str, ...]] = {
    "born_later": ("born",),
    "died_before_born": ("died_on",),
    "day_not_reached": ("died_on", "set_on"),
    "death_already_recorded": ("died_on",),
    "ends_before_it_starts": ("ends",),
    "end_before_start": ("ends",),
    "already_from_that_day": ("starts",),
    "contract_not_in_force": ("starts",),
    "contract_terms_missing": ("starts",),
    "package_impossible": ("minutes_per_call",),
    "package_already_ended": ("ends",),
    "rate_missing": ("band",),
    "name_in_use": ("name",),
}


def column_of(refusal: Refusal, columns: Container[str]) -> str:
    """The column of a row that a refusal is about; "" where it is about the row."""
    told = (str(refusal.params.get("field", "")), *ABOUT.get(refusal.code, ()))
    return next((name for name in told if name in columns), "")


def sentence(refusal: Refusal) -> str:
    """What was expected, in the language of whoever brought the file."""
    if refusal.code in SENTENCES:
        return str(SENTENCES[refusal.code])
    if refusal.code in WORDS:
        return refusal_words(refusal).removesuffix(".")
    return str(_("something that the rules allow (%(code)s)") % {"code": refusal.code})
