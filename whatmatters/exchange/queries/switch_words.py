"""What the tables and columns of switches are called in a file that is taken out."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TITLES: Mapping[str, str | Promise] = {
    "switch": _("Switches from one contract to another"),
    "transition": _("People in a switch"),
    "transitionversion": _("Transition plans as they were written and put right"),
    "transitionword": _("What was said to a transition plan"),
    "transitionmoved": _("Moved to another way of paying"),
}
HEADINGS: Mapping[str, str | Promise] = {
    "changes": _("What else changes"),
    "charge": _("What becomes of the charge"),
    "contact": _("Who can be asked"),
    "day": _("First day of the switch"),
    "moves_on": _("First day of the new way of paying"),
    "new": _("Contract that people move to"),
    "notice_days": _("Days of notice"),
    "old": _("Contract that people move from"),
    "staying": _("Stays as it is"),
    "switch": _("Number of the switch"),
    "told_on": _("Told on"),
    "transition": _("Number of the transition plan"),
    "weekly_hours": _("Hours a week"),
    "word": _("Wants it or not"),
}
