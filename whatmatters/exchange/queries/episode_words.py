"""What the tables and columns of short-term episodes are called in a file that is taken out."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TITLES: Mapping[str, str | Promise] = {
    "episode": _("Weeks of short-term support"),
    "extension": _("Weeks more of short-term support"),
    "endstatetold": _("How short-term support ended"),
    "reading": _("Baselines and follow-ups"),
}
HEADINGS: Mapping[str, str | Promise] = {
    "baseline": _("Number of the baseline"),
    "clock_ends": _("Last day by its weeks"),
    "edition": _("Version of the instrument"),
    "episode": _("Number of the short-term support"),
    "instrument": _("Instrument"),
    "score": _("Score"),
}
