"""The minutes of one day, which may be left empty without a word about it beside every box."""

from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

MINUTES_A_DAY = 24 * 60
WANTED = _("{day}: write whole minutes, from 0 to {most}")


class MinutesField(forms.IntegerField):
    """Whole minutes from 0 to a day's, or None; what is wrong names its day."""

    def __init__(self, day: Any, **kwargs: Any) -> None:
        label = date_format(day, "l j F")
        told = format_lazy(WANTED, day=label, most=MINUTES_A_DAY)
        messages = dict.fromkeys(("invalid", "min_value", "max_value"), told)
        super().__init__(
            label=label,
            min_value=0,
            max_value=MINUTES_A_DAY,
            error_messages=messages,
            **kwargs,
        )

    def clean(self, value: Any) -> int | None:
        """None where nothing was written."""
        found: int | None = None if value in self.empty_values else super().clean(value)
        return found
