"""Codes of shifts in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.rules.commissioning_models.shift_split import Method

METHODS: Mapping[Method, str | Promise] = {
    Method.CONTACT: _("By contact"),
    Method.MARGINAL: _("The NHS pays its own minutes and travel"),
    Method.FIXED: _("By an agreed share"),
}
ABOUT: Mapping[Method, str | Promise] = {
    Method.CONTACT: _(
        "In proportion to minutes of social care and of health tasks; everything else follows."
    ),
    Method.MARGINAL: _("Social care pays the rest, free time included."),
    Method.FIXED: _("Whatever was done. An agreed share outlives what it was agreed for."),
}
