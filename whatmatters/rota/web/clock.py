"""Times of a day: typed like 7:30, kept as minutes since midnight, said as people say them."""

import re
from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.rules.rota.agreed import EVERY_DAY

TYPED = re.compile(r"^([01]?\d|2[0-3])[:.]([0-5]\d)$")
AN_HOUR = 60
WEEKEND = frozenset({5, 6})
WEEKDAY_CHOICES = [(str(day), WEEKDAYS[day]) for day in sorted(EVERY_DAY)]


class ClockField(forms.CharField):
    """A time of the day, as minutes since midnight."""

    default_error_messages = {
        "invalid": gettext_lazy("Write the time with hours and minutes, such as 7:30 or 18:00")
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 5)
        kwargs.setdefault("widget", forms.TextInput(attrs={"size": 5, "inputmode": "text"}))
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Any:
        """The minutes; None where nothing was typed and nothing is needed."""
        told = super().clean(value)
        if not told:
            return None
        found = TYPED.match(told)
        if found is None:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return int(found[1]) * AN_HOUR + int(found[2])

    def prepare_value(self, value: Any) -> Any:
        """What stands in the box: minutes as a time, and what was typed as it was typed."""
        return clock(value) if isinstance(value, int) else value


def clock(minutes: float) -> str:
    """450 as 7:30, 1440 and later as the same time of the next day."""
    hours, left = divmod(round(minutes), AN_HOUR)
    return f"{hours % 24}:{left:02d}"


def between(earliest: float, latest: float) -> str:
    """When a visit may start."""
    if round(earliest) == round(latest):
        return _("Starts at %(time)s") % {"time": clock(earliest)}
    told = {"from": clock(earliest), "to": clock(latest)}
    return _("Starts between %(from)s and %(to)s") % told


def days_words(days: Collection[int]) -> str:
    """The days of a week as one says them."""
    held = frozenset(days)
    if held == EVERY_DAY:
        return _("Every day")
    if held == EVERY_DAY - WEEKEND:
        return _("Monday to Friday")
    if held == WEEKEND:
        return _("Saturday and Sunday")
    return ", ".join(str(WEEKDAYS[day]) for day in sorted(held))
