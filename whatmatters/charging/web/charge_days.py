"""A question of charging that asks for a day: one of this century."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import DateField

FIRST_YEAR, LAST_YEAR = 2000, 2099


class ChargeDay(DateField):
    """A day of this century."""

    default_error_messages = {"year": _("Write a year from %(first)s to %(last)s")}

    def to_python(self, value: Any) -> date | None:
        """The day. ValidationError for a year that no charge is of."""
        found = super().to_python(value)
        if found is not None and not FIRST_YEAR <= found.year <= LAST_YEAR:
            told = {"first": FIRST_YEAR, "last": LAST_YEAR}
            raise forms.ValidationError(self.error_messages["year"], code="year", params=told)
        return found
