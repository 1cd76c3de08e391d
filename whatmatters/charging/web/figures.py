"""Questions of charging that ask for pounds and hours, each with the most that is taken.

Beyond it nothing is a charge: it is a slip of the hand, and is said beside its question.
"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import MoneyField
from whatmatters.frontend.templatetags.wm import pounds

A_WEEK, AN_HOUR, IN_ALL = 10_000_000, 100_000, 9_999_999_900  # pence
HOURS = 20_000


class Pounds(MoneyField):
    """Money from nothing to `most` pence."""

    default_error_messages = {"most": _("The most that can be entered here is %(most)s")}

    def __init__(self, *, most: int = A_WEEK, **kwargs: Any) -> None:
        self.most = most
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> int | None:
        """The amount in pence. ValidationError for more than the most."""
        found = super().to_python(value)
        if found is not None and found > self.most:
            words = self.error_messages["most"]
            raise forms.ValidationError(words, code="most", params={"most": pounds(self.most)})
        return found


class Figure(forms.DecimalField):
    """A figure of at most two places, from nothing to `most`."""

    default_error_messages = {
        "invalid": _("Write a figure, such as 12.5"),
        "min_value": _("This must not be less than nothing"),
        "max_value": _("The most that can be entered here is %(limit_value)s"),
        "max_decimal_places": _("Write at most two figures after the point"),
    }

    def __init__(self, *, most: int, **kwargs: Any) -> None:
        super().__init__(min_value=0, max_value=most, decimal_places=2, **kwargs)


class Weeks(forms.IntegerField):
    """Whole weeks, from one to those of two years."""

    default_error_messages = {
        "invalid": _("Write a whole number of weeks, from 1 to 104"),
        "min_value": _("Write a whole number of weeks, from 1 to 104"),
        "max_value": _("Write a whole number of weeks, from 1 to 104"),
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=1, max_value=104, **kwargs)


def share_field(**kwargs: Any) -> Figure:
    """A share in per cent, of 100 at most."""
    words = {"max_value": _("A share is at most 100 per cent")}
    label = _("Share that is charged, in per cent")
    return Figure(label=label, most=100, error_messages=words, **kwargs)
