"""Terms of paid results that are tried before they are signed: read from the address."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.frontend.forms import MoneyField
from whatmatters.results.web.opening_form import STEPS, number, whole
from whatmatters.results.web.words import DIRECTIONS, PERCENT
from whatmatters.rules.commissioning_models.community_outcome import (
    Baseline,
    Direction,
    Step,
    Terms,
)
from whatmatters.rules.comparing.results_tried import Deal
from whatmatters.rules.money import PENCE_IN_A_POUND

# Every count from nobody to everybody is paid for by the rule: of more people the page would wait.
MOST_TRIED = 20_000
MOST_COUNTED = 1_000_000


class ResultsForm(forms.Form):
    """What was counted before, what each step pays, and what each party spends and saves."""

    direction = forms.ChoiceField(
        label=gettext_lazy("What is better?"),
        choices=[(str(one), words) for one, words in DIRECTIONS.items()],
    )
    before_people = whole(gettext_lazy("How many were counted before"), MOST_COUNTED, least=1)
    before_events = whole(gettext_lazy("To how many of them it happened"), MOST_COUNTED)
    expected = whole(
        gettext_lazy("How many people are expected in each measured period"), MOST_TRIED, least=1
    )
    confidence = number(gettext_lazy("Confidence of the interval, in per cent"), PERCENT)
    sure = MoneyField(
        label=gettext_lazy("Pounds that are paid whatever happens"),
        help_text=gettext_lazy("For one measured period. Empty is nothing."),
        required=False,
    )
    cost = MoneyField(
        label=gettext_lazy("Pounds that the service costs its provider"),
        help_text=gettext_lazy("For one measured period. Empty is nothing."),
        required=False,
    )
    saved = MoneyField(
        label=gettext_lazy("Pounds that are saved each time it goes the better way"),
        help_text=gettext_lazy("Of those who pay for the results. Empty is nothing."),
        required=False,
    )
    supposed = number(
        gettext_lazy("The rate that you think likely, in per cent"),
        PERCENT,
        gettext_lazy("Leave it empty if you do not know."),
        needed=False,
    )

    def __init__(self, data: Any, initial: Mapping[str, Any]) -> None:
        super().__init__(data, initial=dict(initial))
        for row in STEPS:
            told = {"number": row}
            rate = _("Step %(number)s: the rate to reach, in per cent") % told
            pays = _("Step %(number)s: pounds that it pays") % told
            self.fields[f"rate_{row}"] = number(rate, PERCENT, needed=row == 1)
            self.fields[f"pays_{row}"] = MoneyField(label=pays, required=row == 1)

    def clean(self) -> dict[str, Any]:
        """No more events than people, a step with both its figures, each rate once."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        if (told.get("before_events") or 0) > (told.get("before_people") or MOST_COUNTED):
            self.add_error("before_events", _("It cannot happen to more people than there were"))
        if told.get("confidence") in (0, PERCENT):
            self.add_error("confidence", _("Write more than 0 and less than 100"))
        rates = [told[f"rate_{row}"] for row in STEPS if told.get(f"rate_{row}") is not None]
        for row in STEPS:
            rate, pays = told.get(f"rate_{row}"), told.get(f"pays_{row}")
            if (rate is None) != (pays is None) and row > 1:
                wrong = _("Step %(number)s needs a rate and pounds") % {"number": row}
                self.add_error(f"rate_{row}" if rate is None else f"pays_{row}", wrong)
            if rate is not None and rates.count(rate) > 1:
                self.add_error(f"rate_{row}", _("Each step has a rate of its own"))
        return told

    def terms(self) -> Terms:
        """As the rules read them."""
        told = self.cleaned_data
        return Terms(
            baseline=Baseline(told["before_events"], told["before_people"]),
            direction=Direction(told["direction"]),
            steps=tuple(
                Step(
                    Fraction(told[f"rate_{row}"]) / PERCENT,
                    Fraction(told[f"pays_{row}"], PENCE_IN_A_POUND),
                )
                for row in STEPS
                if told[f"rate_{row}"] is not None
            ),
            confidence=Fraction(told["confidence"]) / PERCENT,
        )

    def deal(self) -> Deal:
        """People and money of one measured period."""
        told = self.cleaned_data
        sums = {name: told[name] or 0 for name in ("sure", "cost", "saved")}
        return Deal(told["expected"], **sums)

    def supposed_rate(self) -> float | None:
        """From 0 to 1, where one was said."""
        told = self.cleaned_data["supposed"]
        return None if told is None else float(told) / PERCENT

    def of_the_people(self) -> list[forms.BoundField]:
        """The questions about who is counted."""
        names = ("direction", "before_people", "before_events", "expected", "confidence")
        return [self[name] for name in names]

    def of_the_steps(self) -> list[forms.BoundField]:
        """The questions about what each step pays."""
        return [self[f"{name}_{row}"] for row in STEPS for name in ("rate", "pays")]

    def of_the_money(self) -> list[forms.BoundField]:
        """The questions about what else is spent and saved."""
        return [self[name] for name in ("sure", "cost", "saved", "supposed")]
