"""What the tables and columns of charging are called in a file that is taken out."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TITLES: Mapping[str, str | Promise] = {
    "financialassessment": _("Financial assessments"),
    "chargingarrangement": _("How the person is charged"),
    "chargeline": _("What the person was charged"),
}
HEADINGS: Mapping[str, str | Promise] = {
    "allowances": _("Amounts that must be left"),
    "arrangement": _("Charging arrangement"),
    "assessment": _("Financial assessment"),
    "bands": _("Flat charges by plan value"),
    "basic_entitlement": _("Basic entitlement a week"),
    "basis": _("What the charge is worked from"),
    "bundle_hours": _("Hours in the bundle"),
    "bundle_weeks": _("Weeks of the bundle"),
    "capital": _("Savings and capital"),
    "correction": _("Correction number"),
    "declined": _("Means not told"),
    "disability_costs": _("Costs because of disability, a week"),
    "free_from": _("Free from"),
    "guarantee": _("Bill held at, a week"),
    "guarantee_until": _("Bill held until"),
    "hourly_rate": _("Charge for an hour"),
    "housing_costs": _("Housing costs a week"),
    "income": _("Income a week"),
    "local_cap": _("Most that is charged a week"),
    "minimum_income": _("Income that must be left, a week"),
    "share": _("Share"),
    "week_start": _("Week from"),
}
