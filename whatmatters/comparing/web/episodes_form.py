"""The price that is tried on past episodes: read from the address, so that it can be kept."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.episodes.web.words import STATES
from whatmatters.frontend.forms import MoneyField
from whatmatters.rules.commissioning_models import short_term
from whatmatters.rules.commissioning_models.short_term import EndState
from whatmatters.rules.money import PENCE_IN_A_POUND

HUNDRED = 100
MOST_WEEKS = 52


class PriceForm(forms.Form):
    """Price, weeks, quality element, and what each end earns of it."""

    price = MoneyField(label=_("Price of an episode, in pounds"))
    weeks = forms.IntegerField(
        label=_("For how many weeks"), min_value=1, max_value=MOST_WEEKS, widget=forms.TextInput
    )
    element = MoneyField(
        label=_("Quality element, in pounds"),
        help_text=_("What the follow-up brings at most, beside the price."),
    )

    def __init__(self, data: Any, initial: Mapping[str, Any]) -> None:
        super().__init__(data, initial=dict(initial))
        for state, words in STATES.items():
            self.fields[state.value] = forms.IntegerField(
                label=str(words),
                min_value=0,
                max_value=HUNDRED,
                required=False,
                widget=forms.TextInput,
            )

    def of_the_price(self) -> list[forms.BoundField]:
        """The questions about the price."""
        return [self[name] for name in ("price", "weeks", "element")]

    def of_the_ends(self) -> list[forms.BoundField]:
        """The questions about what each end earns."""
        return [self[state.value] for state in STATES]

    def terms(self) -> short_term.Terms:
        """The terms that were typed; an end that was left empty earns nothing."""
        told = self.cleaned_data
        return short_term.Terms(
            price=Fraction(told["price"], PENCE_IN_A_POUND),
            weeks=told["weeks"],
            extensions=0,
            quality_element=Fraction(told["element"], PENCE_IN_A_POUND),
            quality_table={
                state: Fraction(told[state.value], HUNDRED)
                for state in EndState
                if told[state.value]
            },
        )


def as_agreed(raw: Mapping[str, Any]) -> dict[str, Any]:
    """What stands in the boxes at first: a contract's own terms, where it says them all."""
    if not {"price", "quality_element", "quality_table"} <= set(raw):
        return {}
    table = {state: int(Decimal(share) * HUNDRED) for state, share in raw["quality_table"].items()}
    return {
        "price": int(Decimal(raw["price"]) * PENCE_IN_A_POUND),
        "weeks": raw.get("weeks", ""),
        "element": int(Decimal(raw["quality_element"]) * PENCE_IN_A_POUND),
        **table,
    }
