"""The question and its steps, in our own words; `policy/national/reviews.toml` says after which."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.rules.control import Control

ASKS_HER = _("How far do you feel in control of your care and your day?")
ASKS_ABOUT = _("How far does %(name)s feel in control of their care and their day?")
STEPS: Mapping[Control, str | Promise] = {
    Control.AS_WANTED: _("I have as much control as I want"),
    Control.ENOUGH: _("I have enough control"),
    Control.NOT_ENOUGH: _("I have some control, but not enough"),
    Control.NONE: _("I have no control"),
    Control.NO_ANSWER: _("I would rather not say"),
}
