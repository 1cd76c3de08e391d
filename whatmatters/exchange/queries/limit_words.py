"""What the tables and columns of the register of limits are called in a file that is taken out."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TITLES: Mapping[str, str | Promise] = {
    "limit": _("Rules and limits that block a design"),
    "limitversion": _("Rules and limits as they were said and put right"),
    "limitquery": _("What was asked of whoever can change a rule or limit, and answered"),
}
HEADINGS: Mapping[str, str | Promise] = {
    "answered_on": _("Answered on"),
    "asked_on": _("Asked on"),
    "blocks": _("What it blocks"),
    "body": _("Organisation that can change it"),
    "effect": _("What follows from the answer"),
    "effect_from": _("From which day that follows"),
    "entry": _("Number of the rule or limit"),
    "hands": _("In whose hands"),
    "holder": _("Who can change it, in words"),
    "known": _("How it is known"),
    "link": _("Address on the web"),
    "query": _("Which query"),
    "question": _("What was asked"),
    "ways": _("Ways of paying that it touches"),
    "whom": _("Who was asked"),
    "written_in": _("Where it is written, or who told it"),
    "written_on": _("The day it was published, or told"),
}
