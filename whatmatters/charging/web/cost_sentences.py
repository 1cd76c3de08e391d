"""Each part of what a week cost as one sentence: the whole sum, and the days that it is for."""

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.charging.web.money_words import told_money
from whatmatters.frontend.templatetags.wm import period_words

Inputs = Mapping[str, str]
TAKEN = _("%(sum)s was taken back for %(days)s; this is the part of these days.")


def _says(paid: str | Promise, taken: str | Promise) -> Callable[[Inputs], str]:
    """How a sum is said where it was paid, and where it was taken back."""

    def says(inputs: Inputs) -> str:
        whole = Fraction(inputs["whole"])
        first, last = (date.fromisoformat(inputs[name]) for name in ("first", "last"))
        told = {"days": period_words(first, last), "sum": told_money(str(abs(whole)))}
        return str(taken if whole < 0 else paid) % told

    return says


NAMES: Mapping[str, str | Promise] = {
    "cost_days": _("Support on these days"),
    "cost_review": _("Put right at a review"),
    "cost_judged": _("Penalties"),
    "cost_held_back": _("Paid later, once it was judged"),
    "cost_other_weeks": _("Taken over between weeks"),
    "cost": _("What the services of this week cost the council"),
}
COSTS: Mapping[str, Callable[[Inputs], str]] = {
    "cost_days": _says(_("%(sum)s was paid for %(days)s; this is the part of these days."), TAKEN),
    "cost_review": _says(
        _("A review found %(sum)s more to pay for %(days)s; this is the part of these days."),
        _("A review took back %(sum)s for %(days)s; this is the part of these days."),
    ),
    "cost_judged": _says(
        _("Penalties of %(sum)s for %(days)s were given back; this is the part of these days."),
        _("Penalties of %(sum)s for %(days)s; this is the part of these days."),
    ),
    "cost_held_back": _says(
        _("%(sum)s held back for %(days)s was paid; this is the part of these days."), TAKEN
    ),
    "cost_other_weeks": _says(
        _("More was taken back for this week than it cost: %(sum)s of it lowers other weeks."),
        _("More was taken back for other weeks than they cost: %(sum)s of it lowers this week."),
    ),
}
