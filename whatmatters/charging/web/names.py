"""Names of what charging is made of, in the reader's language."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = Mapping[str, str | Promise]

LIMITS: Words = {
    "base": _("The charge before anything else is looked at"),
    "affordable": _("What can be afforded"),
    "national_cap": _("The most that may be charged in a week in this nation"),
    "local_cap": _("The most that this council charges in a week"),
    "guarantee": _("The bill as it was before"),
    "cost": _("What the services of this week cost the council"),
}
KINDS: Words = {
    "charge": _("The week’s charge"),
    "more": _("More for this week"),
    "refund": _("Money back for this week"),
}
STEPS: Words = {
    "declined": _("Income and savings"),
    "over_limit": _("Savings"),
    "tariff_income": _("Savings"),
    "minimum_income_guarantee": _("What must be left"),
    "minimum_income_told": _("What must be left"),
    "wales_minimum_income": _("What must be left"),
    "england_affordable": _("What remains"),
    "wales_affordable": _("What remains"),
}
RATES: Words = {
    "lower_limit": _("lower limit of savings"),
    "upper_limit": _("upper limit of savings"),
    "tariff_step": _("step of savings"),
    "tariff_income": _("income for each step of savings"),
    "single_18_24": _("aged 18 to 24"),
    "single_25_to_pension": _("aged 25 to pension age"),
    "single_pension_age": _("of pension age"),
    "disability_premium": _("disability premium"),
    "enhanced_disability_premium": _("enhanced disability premium"),
    "carer_premium": _("carer premium"),
    "dependent_child": _("a dependent child"),
    "weekly_maximum": _("weekly maximum"),
    "capital_limit": _("limit of savings"),
    "capital_limit_care_home": _("limit of savings in a care home"),
    "buffer": _("share that is left above the basic entitlement"),
    "disability": _("share for costs because of disability"),
}
BASES: Words = {
    "planned_hours": _("Hours that are planned"),
    "delivered_minutes": _("Minutes that were given"),
    "bundle_share": _("A share of the bundle of hours"),
    "flat_band": _("A flat charge by what the plan is worth"),
    "plan_price_share": _("A share of the plan’s price"),
    "none": _("Nothing is charged"),
}
