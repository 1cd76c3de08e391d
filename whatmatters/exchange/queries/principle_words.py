"""What the tables and columns of the six principles are called in a file that is taken out."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TITLES: Mapping[str, str | Promise] = {
    "serviceview": _("Views of a service by the six principles"),
    "viewofprinciple": _("What each view says of each principle"),
}
HEADINGS: Mapping[str, str | Promise] = {
    "evidence": _("What it is seen by"),
    "level": _("How far the service goes with it"),
    "principle": _("Principle"),
    "view": _("Number of the view"),
}
