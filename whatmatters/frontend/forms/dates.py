"""A date in three boxes: day, month (a number or its name in either language), year."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

PARTS = ("day", "month", "year")
MAX_LENGTH = 20


class DateParts(forms.Widget):
    """Three text boxes. The value is a tuple of what was typed: (day, month, year)."""

    def value_from_datadict(
        self, data: Mapping[str, Any], files: Any, name: str
    ) -> tuple[str, str, str]:
        """What was typed in each box, without spaces at the ends."""
        day, month, year = (str(data.get(f"{name}-{part}", "")).strip() for part in PARTS)
        return day, month, year

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        """Whether none of the three boxes was sent."""
        return not any(f"{name}-{part}" in data for part in PARTS)

    def id_for_label(self, id_: str) -> str:
        """The first box, where a link from the error summary leads."""
        return f"{id_}-day" if id_ else ""


class DateField(forms.Field):
    """A day, as datetime.date."""

    widget = DateParts
    default_error_messages = {
        "incomplete": _("The date needs a day, a month and a year"),
        "invalid": _("That day is not in the calendar"),
        "short_year": _("Write the year with four figures, such as 2026"),
    }

    def validate(self, value: Any) -> None:
        """Refuse an empty date when one is needed."""
        if self.required and value is None:
            raise forms.ValidationError(self.error_messages["required"], code="required")

    def to_python(self, value: Any) -> date | None:
        """The date, or None when all three boxes are empty. ValidationError otherwise."""
        if value is None or isinstance(value, date):
            return value
        if not any(value):
            return None
        if not all(value):
            raise self.refusal("incomplete")
        day, month, year = value
        if len(year) != 4:
            raise self.refusal("short_year")
        try:
            return date(int(year[:MAX_LENGTH]), month_number(month), int(day[:MAX_LENGTH]))
        except ValueError:
            raise self.refusal("invalid") from None

    def refusal(self, code: str) -> forms.ValidationError:
        """The refusal called `code`, in its words."""
        return forms.ValidationError(self.error_messages[code], code=code)


def month_number(typed: str) -> int:
    """1 to 12 for "11", "November", "nov" or "Tachwedd". ValueError for anything else."""
    if typed.isascii() and typed.isdigit():
        return int(typed[:MAX_LENGTH])
    wanted = typed.casefold()
    if len(wanted) < 3:
        raise ValueError(typed)
    for code in ("en-gb", "cy"):
        with override(code):
            found = [n for n, name in MONTHS.items() if str(name).casefold().startswith(wanted)]
        if len(found) == 1:
            return found[0]
    raise ValueError(typed)


def parts_of(value: Any) -> tuple[str, str, str]:
    """What stands in the three boxes for a date, for what was typed, or for nothing."""
    if isinstance(value, date):
        return str(value.day), str(value.month), str(value.year)
    if isinstance(value, tuple | list) and len(value) == len(PARTS):
        return value[0], value[1], value[2]
    return "", "", ""
