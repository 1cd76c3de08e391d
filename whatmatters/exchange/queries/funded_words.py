"""What the tables and columns of funds are called in a file that is taken out."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TITLES: Mapping[str, str | Promise] = {
    "agreedspend": _("What may be spent of a fund"),
    "fund": _("Individual service funds"),
    "fundclosing": _("Funds whose account was closed"),
    "fundline": _("Money into funds and out of them"),
    "linewords": _("What was bought from a fund"),
}
HEADINGS: Mapping[str, str | Promise] = {
    "carries": _("Whether a next year took some up"),
    "every": _("How often"),
    "fund": _("Fund number"),
    "left": _("Left in the fund, in pence"),
    "overdraft": _("What may be lent, in pence"),
    "reverses": _("Number of the line that it reverses"),
    "seller": _("Who sold it"),
    "spend": _("Number of the agreed spend"),
    "takes_up": _("Number of the fund that it takes up"),
    "what_for": _("What for"),
}
