"""What somebody knows of her own money: typed to see how long it lasts, and not kept."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.charging.web.figures import IN_ALL, Figure, Pounds
from whatmatters.frontend.forms import PageForm
from whatmatters.rules.charging.lasting import OwnMoney

PERCENT, MOST_RISE = 100, 25


@dataclass(frozen=True, slots=True)
class Way:
    """One way to be supported: its question, and what is spent beside it, where that differs."""

    price: str
    words: Promise
    beside: str
    in_a_home: bool = False


WAYS = (
    Way("now", _("At home, as it is now"), "goes_out"),
    Way("other", _("At home, another way"), "goes_out"),
    Way("home", _("In a care home"), "beside_home", in_a_home=True),
)


class LastingForm(PageForm):
    """Savings, what comes in and goes out, and what each way costs a week."""

    keeps_drafts = False

    savings = Pounds(
        label=_("Your savings"),
        help_text=_("Money in banks and what you could sell. Leave out the home you live in."),
        most=IN_ALL,
    )
    comes_in = Pounds(
        label=_("What comes in a week"), help_text=_("Pension, benefits, and other income.")
    )
    goes_out = Pounds(
        label=_("What you spend a week beside support"),
        help_text=_("Food, heating, rent, and all else."),
    )
    now = Pounds(label=_("What support costs a week, as it is now"))
    other = Pounds(
        label=_("What another way at home would cost a week"),
        help_text=_("Leave it empty if there is none to compare."),
        required=False,
    )
    home = Pounds(
        label=_("What a care home would cost a week"),
        help_text=_("Leave it empty if you do not want to compare it."),
        required=False,
    )
    beside_home = Pounds(
        label=_("What you would spend a week beside the care home"),
        help_text=_("Food and heating are in its price. Empty is nothing."),
        required=False,
    )
    rise = Figure(
        label=_("By how many per cent the price of support rises each year"),
        help_text=_("0 if you do not know."),
        most=MOST_RISE,
        initial=0,
    )

    def asked(self) -> list[tuple[Way, OwnMoney]]:
        """Each way whose price was said."""
        told: dict[str, Any] = self.cleaned_data
        rise = Fraction(told["rise"]) / PERCENT
        return [
            (
                way,
                OwnMoney(
                    told["savings"], told["comes_in"], told[way.beside] or 0, told[way.price], rise
                ),
            )
            for way in WAYS
            if told[way.price] is not None
        ]

    def questions(self) -> list[forms.BoundField]:
        """All that is asked, in order."""
        return list(self.visible_fields())
