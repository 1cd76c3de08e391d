"""Hours of one day, typed as one says them: 9:15–15:00, 18:00–22:00."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.rota.web.clock import AN_HOUR, clock

TIME = re.compile(r"\b([01]?\d|2[0-4])[:.]([0-5]\d)\b")
BETWEEN = re.compile(r"^(?:[\s,;–—-]|\bto\b|\band\b|\bi\b|\bac?\b|\btan\b)*$", re.IGNORECASE)
A_DAY = 24 * AN_HOUR
LONGEST = 60
Spells = tuple[tuple[int, int], ...]


class HoursField(forms.CharField):
    """Spells of one day, each from a minute to a minute of the clock; empty: at no time."""

    default_error_messages = {
        "invalid": _("Write from when to when, such as 9:15–15:00, or 7:00–12:00, 18:00–22:00")
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", LONGEST)
        kwargs.setdefault("widget", forms.TextInput(attrs={"size": 24}))
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Any:
        """The spells, the earliest first."""
        told = super().clean(value)
        times = [int(hour) * AN_HOUR + int(minute) for hour, minute in TIME.findall(told)]
        odd = len(times) % 2 or any(minutes > A_DAY for minutes in times)
        if odd or not BETWEEN.match(TIME.sub(" ", told)):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return tuple(sorted(zip(times[::2], times[1::2], strict=True)))

    def validate(self, value: Any) -> None:
        """Nothing typed is an answer: at no time."""

    def prepare_value(self, value: Any) -> Any:
        """What stands in the box: spells as one says them, and what was typed as it was typed."""
        return value if isinstance(value, str) or value is None else spells_text(value)


def spells_text(spells: Sequence[tuple[int, int]]) -> str:
    """9:15–15:00, 18:00–24:00."""
    return ", ".join(f"{clock(first)}–{until(last)}" for first, last in spells)


def until(minutes: int) -> str:
    """An end: midnight is 24:00, not 0:00."""
    return "24:00" if minutes == A_DAY else clock(minutes)
