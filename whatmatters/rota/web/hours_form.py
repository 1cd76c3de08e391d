"""What is asked about when somebody can work."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import DateField, PageForm, SomeOf
from whatmatters.rota.web.clock import AN_HOUR, WEEKDAY_CHOICES
from whatmatters.rota.web.hours_field import HoursField
from whatmatters.rules.rota.roster.told import Available, Hours, available_on


def hours_of_a_week(label: Any, hint: Any, **more: Any) -> forms.DecimalField:
    """Hours of a week, such as 37.5."""
    words = _("Write a number of hours, such as 20 or 37.5")
    return forms.DecimalField(
        label=label,
        help_text=hint,
        min_value=0,
        max_digits=5,
        decimal_places=2,
        widget=forms.TextInput(attrs={"size": 5, "inputmode": "decimal"}),
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_digits", "max_whole_digits", "max_decimal_places"), words
        ),
        **more,
    )


class HoursForm(PageForm):
    """Her hours by day of the week, and what the contract says of a week."""

    starts = DateField(label=_("From which day does this hold?"))
    least = hours_of_a_week(
        _("How many hours a week does the contract promise?"), _("0 if it promises none.")
    )
    most = hours_of_a_week(
        _("How many hours a week at most?"),
        _("Leave it empty if only the law sets the most."),
        required=False,
    )
    rather_not = SomeOf(
        label=_("On which days rather not?"),
        help_text=_("A wish: it is kept where everything else still can be."),
        choices=WEEKDAY_CHOICES,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hint = _("Such as 9:15–15:00, or 7:00–12:00, 18:00–22:00. Leave it empty for not at all.")
        for day, name in WEEKDAY_CHOICES:
            self.fields[f"day_{day}"] = HoursField(label=name, help_text="" if int(day) else hint)
        days = [f"day_{day}" for day, _name in WEEKDAY_CHOICES]
        self.order_fields(["starts", *days, "rather_not", "least", "most"])

    def told(self) -> Available:
        """What was told, from a form that is valid."""
        said = self.cleaned_data
        hours = [
            Hours(int(day), first, last)
            for day, _name in WEEKDAY_CHOICES
            for first, last in said[f"day_{day}"]
        ]
        return Available(
            said["starts"],
            round(said["least"] * AN_HOUR),
            None if said["most"] is None else round(said["most"] * AN_HOUR),
            tuple(hours),
            frozenset(map(int, said["rather_not"])),
        )


def hours_initial(told: Sequence[Available], today: date) -> dict[str, Any]:
    """What holds now, to be told anew from today."""
    held = available_on(told, max([today, *(one.starts for one in told)]))
    found: dict[str, Any] = {"starts": today}
    if held is None:
        return found
    for day, _name in WEEKDAY_CHOICES:
        spells = [(one.starts, one.ends) for one in held.hours if one.day == int(day)]
        found[f"day_{day}"] = spells
    found["least"] = hours_text(held.least)
    found["most"] = "" if held.most is None else hours_text(held.most)
    found["rather_not"] = [str(day) for day in sorted(held.rather_not)]
    return found


def hours_text(minutes: float) -> str:
    """2250 minutes as 37.5."""
    return f"{minutes / AN_HOUR:.2f}".rstrip("0").rstrip(".")
