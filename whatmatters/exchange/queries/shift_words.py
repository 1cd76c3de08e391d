"""What the tables and columns of shifts are called in a file that is taken out."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TITLES: Mapping[str, str | Promise] = {"workedshift": _("Shifts that were worked")}
HEADINGS: Mapping[str, str | Promise] = {
    "health": _("Minutes of delegated health tasks"),
    "length": _("Minutes paid to each worker"),
    "social": _("Minutes of social care"),
    "staff": _("How many workers"),
    "tier": _("Tier"),
    "travel": _("Minutes of travel"),
}
