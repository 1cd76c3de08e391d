"""What changes by an hour, and what is wrong where it pulls a wrong way, in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from whatmatters.rules.incentives import Change

Words = str | Promise
CHANGES: Mapping[Change, Words] = {
    Change.MORE: gettext_lazy("An hour more"),
    Change.LESS: gettext_lazy("An hour less"),
    Change.FASTER: gettext_lazy("An hour sooner"),
    Change.HARDER: gettext_lazy("Harder to help"),
}
WRONG: Mapping[Change, Words] = {
    Change.MORE: gettext_lazy("Pays more as soon as need grows"),
    Change.LESS: gettext_lazy("Pays less as soon as somebody gets better"),
    Change.FASTER: gettext_lazy("Pays less when the same is done sooner"),
    Change.HARDER: gettext_lazy("Pays less for people who are harder to help"),
}
