"""Questions of pay: hours, money and shares, each with the most that is taken."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import MoneyField

MOST_PENCE = 10_000_000
MINUTES = 60


class Sum(MoneyField):
    """Money in a period; nothing typed is nothing. `cleaned` is whole pence."""

    def to_python(self, value: Any) -> int | None:
        """The amount in pence. ValidationError above £100,000."""
        found = super().to_python(value)
        if found is not None and found > MOST_PENCE:
            raise forms.ValidationError(_("The most that can be entered here is £100,000"))
        return found

    def clean(self, value: Any) -> int:
        """Pence; 0 where nothing was typed and nothing had to be."""
        return super().clean(value) or 0


class Hours(forms.DecimalField):
    """Hours in a period, such as 12 or 7.25; nothing typed is none."""

    default_error_messages = {
        "invalid": _("Write hours as a number, such as 7.25"),
        "min_value": _("This must not be less than nothing"),
        "max_value": _("A month has %(limit_value)s hours at most"),
        "max_decimal_places": _("Write at most two figures after the point"),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=0, max_value=744, decimal_places=2, **kwargs)

    def minutes(self, value: Any) -> int:
        """Whole minutes of what was typed, rounded to the nearest."""
        return round((value or 0) * MINUTES)


class Share(forms.DecimalField):
    """A share in per cent."""

    default_error_messages = {
        "invalid": _("Write a share in per cent, such as 19.5"),
        "min_value": _("This must not be less than nothing"),
        "max_value": _("A share is at most 100 per cent"),
        "max_decimal_places": _("Write at most two figures after the point"),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=0, max_value=100, decimal_places=2, **kwargs)
