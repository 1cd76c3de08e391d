"""What each number of policy is called, and how we know it, in both languages."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise

NUMBERS: Mapping[str, Words] = {
    "too_few_to_tell_below": _("No rate of fewer than this in all is shown"),
    "wilson_z": _("Width of the intervals (95%)"),
    "baseline_days": _("Days from request to start under time and task"),
    "declines_weeks": _("Weeks for which a broker’s page counts why providers declined"),
    "days": _("Days of a payment period"),
    "overdue_escalates_after_days": _("Days past a plan’s end at which a late review is escalated"),
    "urgent_start_agreed_within_days": _("Days in which three agree an urgent start"),
    "answers_within_days": _("Days in which the three say how it went"),
    "expiring_within_days": _("Days before its end from which a plan is called near its end"),
    "static_after_weeks": _("Weeks without a change after which a plan is asked about"),
    "weeks": _("Weeks that a dashboard looks back"),
    "kept_days": _("Days for which a form that was begun and not sent is kept"),
    "most_characters": _("Characters that a form begun and not sent may hold"),
    "recovery_hours": _("Hours in which a lost account is given back by two people"),
    "first_sign_in_hours": _("Hours for which the code of a first sign-in is good"),
    "eligibility_england": _("Outcomes that must be unmet to be eligible in England"),
    "eligibility_wales": _("Outcomes that must be unmet to be eligible in Wales"),
    "bank_holidays": _("Bank holidays known, for counting working days"),
}
STATUSES: Mapping[str, Words] = {
    "seen": _("Seen in its source"),
    "memory": _("From memory: to be checked"),
    "derived": _("Worked out by rule: to be compared"),
    "": _("Our own choice"),
}
