"""What the tables and columns of direct payments are called in a file that is taken out."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TITLES: Mapping[str, str | Promise] = {
    "boughtday": _("Hours with a worker whom a platform found"),
    "introduction": _("Workers whom a platform found"),
    "directpayment": _("Direct payments"),
    "look": _("Looks at the account of a direct payment"),
    "recordline": _("What was spent of a direct payment, and what it owes"),
}
HEADINGS: Mapping[str, str | Promise] = {
    "account": _("Whose account is paid"),
    "balance": _("What stood in the account, in pence"),
    "direct_payment": _("Number of the direct payment"),
    "introduction": _("Number of the worker whom a platform found"),
    "who_comes": _("The worker, in the person’s own words"),
    "final": _("Whether it was the last look"),
    "owed": _("What the account owed, in pence"),
    "owed_for": _("What it is owed for"),
    "route": _("Number of the choice"),
    "struck_at": _("When it was struck out"),
    "struck_by": _("Who struck it out"),
}
