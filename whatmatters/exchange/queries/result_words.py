"""What the tables and columns of results are called in a file that is taken out."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TITLES: Mapping[str, str | Promise] = {
    "resultagreed": _("Results that are paid: who is counted, and of what"),
    "resultcount": _("Results as they were counted"),
    "resultyes": _("The council’s yes to a count"),
}
HEADINGS: Mapping[str, str | Promise] = {
    "count": _("Number of the count"),
    "event": _("What is counted of them"),
    "events": _("To how many of them it happened"),
    "expected": _("How many people are expected"),
    "groups": _("Of each agreed group: to how many, of how many, how many not counted"),
    "left_out": _("How many were not counted"),
    "measured": _("Which measured period"),
    "people": _("How many were counted"),
    "population": _("Who is counted"),
    "weeks": _("Weeks of a measured period"),
}
