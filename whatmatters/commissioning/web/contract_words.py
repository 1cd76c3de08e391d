"""What the codes of a contract are called, and why one was not kept."""

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.rules.outcomes import Band
from whatmatters.rules.refusals import Refusal

Words = str | Promise
BANDS: Mapping[Band, Words] = {
    Band.STANDARD: gettext_lazy("standard rate"),
    Band.SPECIALIST: gettext_lazy("specialist rate"),
}
# What may begin on the usual terms alone; a contract of another way needs terms of its own.
SIGNED = (
    *("time_and_task", "outcome_payments"),
    *("individual_service_fund", "direct_payment", "short_term", "introductory_agency"),
)
REFUSED: Mapping[str, tuple[Words, str]] = {
    "end_before_start": (gettext_lazy("The last day is before the first"), "ends"),
    "rate_impossible": (gettext_lazy("A rate is from £0 to £9,999 an hour"), "pounds"),
    "agreements_run_on": (
        gettext_lazy(
            "Somebody’s plan or agreement under it runs past that day. End or move each of them "
            "first."
        ),
        "on",
    ),
    "contract_not_in_force": (
        gettext_lazy("The contract does not hold on that day"),
        "starts",
    ),
    "reference": (gettext_lazy("A contract has this reference already"), "reference"),
    "contract": (gettext_lazy("Terms of this contract start on that day already"), "starts"),
    "patch": (gettext_lazy("Somebody leads this patch from that day already"), "starts"),
    "band": (gettext_lazy("A rate of this kind starts on that day already"), "starts"),
}


def refused(refusal: Refusal) -> tuple[str, str | None]:
    """A refusal in words, and the question that it belongs to."""
    known = next((key for key in REFUSED if key in refusal.params), refusal.code)
    words, field = REFUSED.get(known, (gettext_lazy("This could not be kept"), ""))
    return str(words), field or None


def stands(starts: date, ends: date | None, on: date) -> tuple[str, str]:
    """Whether a contract runs on a day: a kind of flag, and its words."""
    if starts > on:
        return "plain", _("To come")
    return ("quiet", _("Ended")) if ends is not None and ends < on else ("good", _("Runs"))
