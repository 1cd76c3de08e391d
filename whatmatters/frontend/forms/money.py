"""Pounds as people write them, pence as the product keeps them."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

AMOUNT = re.compile(
    r"(?P<minus>[-−])?\s*£?\s*(?P<pounds>\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(?P<pence>\d{1,2}))?",
    re.ASCII,
)


class MoneyField(forms.Field):
    """An amount of money: `£1,240.50` or `1240.5` in, 124050 pence (int) out."""

    widget = forms.TextInput
    default_error_messages = {
        "invalid": _("Write an amount of money in pounds, such as 1240.50"),
        "negative": _("The amount must not be less than nothing"),
    }

    def __init__(self, *, allow_negative: bool = False, **kwargs: Any) -> None:
        self.allow_negative = allow_negative
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> int | None:
        """The amount in pence. ValidationError "invalid" or "negative"."""
        if value in self.empty_values or isinstance(value, int):
            return value or None if not isinstance(value, int) else value
        match = AMOUNT.fullmatch(str(value).strip())
        if not match:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        pounds = int(match["pounds"].replace(",", ""))
        pence = 100 * pounds + int((match["pence"] or "0").ljust(2, "0"))
        if match["minus"] and pence and not self.allow_negative:
            raise forms.ValidationError(self.error_messages["negative"], code="negative")
        return -pence if match["minus"] else pence

    def prepare_value(self, value: Any) -> Any:
        """What stands in the box: an amount in pence as pounds, what was typed as it was typed."""
        if not isinstance(value, int):
            return value
        sign = "−" if value < 0 else ""
        return f"{sign}{abs(value) // 100}.{abs(value) % 100:02d}"
