"""Flat charges as they are typed: "100:20 300:45 :70"."""

import re
from decimal import Decimal

from django import forms
from django.utils.translation import gettext as _

from whatmatters.rules.charging.arrangement import ValueBand

BAND = re.compile(r"(?P<up_to>\d{1,6}(?:\.\d{1,2})?)?:(?P<charge>\d{1,6}(?:\.\d{1,2})?)", re.ASCII)


def read_bands(typed: str) -> tuple[ValueBand, ...]:
    """Bands in their order. ValidationError for what is no band."""
    found = []
    for one in typed.split():
        match = BAND.fullmatch(one)
        if match is None:
            raise forms.ValidationError(_("Write bands such as 100:20 300:45 :70"))
        up_to = Decimal(match["up_to"]) if match["up_to"] else None
        found.append(ValueBand(up_to, Decimal(match["charge"])))
    return tuple(found)
