"""Words of pay: age bands, parts of a price, and why figures cannot be."""

from collections.abc import Mapping
from fractions import Fraction

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.templatetags.wm import pounds
from whatmatters.rules.money import half_up

Words = str | Promise
BANDS: Mapping[str, Words] = {
    "NLW 21+": _("21 or over"),
    "18-20": _("18 to 20"),
    "16-17": _("Under 18"),
    "apprentice": _("Apprentice under 19, or in the first year"),
}
PARTS: Mapping[str, Words] = {
    "contact": _("Pay for the time with people"),
    "travel": _("Pay for travel and waiting"),
    "holiday": _("Holiday pay"),
    "other": _("Training, sickness and other costs of pay"),
    "insurance": _("Employer’s National Insurance"),
    "pension": _("Employer’s pension share"),
    "miles": _("Miles"),
    "running": _("Running the business"),
    "surplus": _("Surplus"),
}
WRONG: Mapping[str, Words] = {
    "before_the_first": _("The last day is before the first"),
    "longer_than_a_month": _("A pay period is a month at most"),
    "no_time": _("Write how many hours"),
    "more_than_the_days_hold": _("These are more hours than the days have"),
    "more_than_the_pay": _("This is more than the pay of which it is a part"),
    "nothing_left_for_staff": _("Running the business and surplus leave nothing for pay"),
}


def told(amount: Fraction) -> str:
    """Pounds to the nearest penny."""
    return pounds(half_up(amount * 100))
