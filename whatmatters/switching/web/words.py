"""Codes of switches in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.rules.switching import Charge, HerWord, Stand

Words = str | Promise
STANDS: Mapping[Stand, tuple[str, Words]] = {
    Stand.DRAFT: ("plain", _("Draft")),
    Stand.TOLD: ("must", _("Told")),
    Stand.READY: ("good", _("Ready to move")),
    Stand.MOVED: ("quiet", _("Moved")),
    Stand.STAYING: ("quiet", _("Stays as it is")),
}
CHARGES: Mapping[Charge, Words] = {
    Charge.NOT_KNOWN: _("We do not know yet"),
    Charge.NOTHING: _("Nothing is charged, before or after"),
    Charge.STAYS: _("The charge stays the same"),
    Charge.CHANGES: _("The charge changes"),
}
HER_WORDS: Mapping[HerWord, Words] = {
    HerWord.WANTS: _("I am happy with this change"),
    HerWord.DOES_NOT: _("I do not want this change"),
}
SAID: Mapping[HerWord, Words] = {
    HerWord.WANTS: _("Happy with the change"),
    HerWord.DOES_NOT: _("Does not want the change"),
}
