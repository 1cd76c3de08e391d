"""Who is compared, when and by which terms: read from the address, so that it can be kept."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.commissioning.queries import ContractFacts
from whatmatters.comparing.queries.cohorts import Cohort, CohortKind
from whatmatters.comparing.services.comparing import Asked
from whatmatters.frontend.forms import SomeOf
from whatmatters.frontend.templatetags.wm import day
from whatmatters.frontend.way_words import WAY_NAMES
from whatmatters.rules.commissioning_models import MODELS
from whatmatters.rules.comparing.pricing import ANEW
from whatmatters.rules.periods import Period

LISTED = gettext_lazy("Choose one of those in the list")
MOST_NUMBERS = 200  # people by number in one address
MOST_POUNDS = 10_000
ALL, PEOPLE = str(CohortKind.COUNCIL), str(CohortKind.PEOPLE)


class CompareForm(forms.Form):
    """A cohort, the first and the last period, ways of paying, and terms for each of them."""

    whose = forms.ChoiceField(
        label=gettext_lazy("Whose support"), error_messages={"invalid_choice": LISTED}
    )
    people = forms.CharField(
        label=gettext_lazy("People by number"),
        help_text=gettext_lazy(
            "Only with “People by number”: the numbers in the addresses of their records, such as "
            "12, 48."
        ),
        required=False,
        max_length=2000,
    )
    first = forms.ChoiceField(
        label=gettext_lazy("First payment period"), error_messages={"invalid_choice": LISTED}
    )
    last = forms.ChoiceField(
        label=gettext_lazy("Last payment period"), error_messages={"invalid_choice": LISTED}
    )
    models = SomeOf(
        label=gettext_lazy("Ways of paying"),
        help_text=gettext_lazy("All of them where none is chosen."),
        choices=[(model, WAY_NAMES.get(model, model)) for model in MODELS],
        required=False,
    )

    def __init__(
        self,
        data: Any,
        *,
        cohorts: Sequence[tuple[str, str]],
        window: Sequence[Period],
        contracts: Mapping[str, Sequence[ContractFacts]],
    ) -> None:
        super().__init__(data)
        self.fields["whose"].choices = [  # type: ignore[attr-defined]
            (ALL, _("Everybody of the council")),
            *cohorts,
            (PEOPLE, _("People by number")),
        ]
        starts = [(one.start.isoformat(), _days(one)) for one in window]
        for name in ("first", "last"):
            self.fields[name].choices = starts  # type: ignore[attr-defined]
        for model in ANEW:
            self._offer(model, contracts.get(model, ()))

    def _offer(self, model: str, contracts: Sequence[ContractFacts]) -> None:
        way = WAY_NAMES.get(model, model)
        newest = _("The newest contract’s, at what an hour costs now")
        self.fields[f"terms_{model}"] = forms.ChoiceField(
            label=format_lazy(gettext_lazy("{way}: whose terms"), way=way),
            choices=[("", newest), *((one.reference, one.reference) for one in contracts)],
            required=False,
            error_messages={"invalid_choice": LISTED},
        )
        self.fields[f"rate_{model}"] = forms.DecimalField(
            label=format_lazy(gettext_lazy("{way}: pounds for an hour"), way=way),
            required=False,
            max_value=MOST_POUNDS,
            max_digits=8,
            decimal_places=2,
            error_messages={"invalid": gettext_lazy("Write a price such as 24.50")},
        )

    def terms_fields(self) -> list[Any]:
        """The questions about terms, a way of paying after another."""
        return [self[f"{what}_{model}"] for model in ANEW for what in ("terms", "rate")]

    def clean(self) -> dict[str, Any]:
        """People are given by number, and only with that choice; a price is above nothing."""
        told = super().clean() or {}
        numbers = str(told.get("people") or "").replace(",", " ").split()
        wrong = any(not (one.isascii() and one.isdecimal()) for one in numbers)
        if told.get("whose") == PEOPLE and (wrong or not 0 < len(numbers) <= MOST_NUMBERS):
            words = _("Write from 1 to %(most)s numbers, such as 12, 48") % {"most": MOST_NUMBERS}
            self.add_error("people", words)
        for model in ANEW:
            rate = told.get(f"rate_{model}")
            if rate is not None and rate <= 0:
                self.add_error(f"rate_{model}", _("Write a price such as 24.50"))
        return told

    def asked(self) -> Asked:
        """What is to be compared; the form is in order."""
        told = self.cleaned_data
        return Asked(
            cohort=self._cohort(),
            first=date.fromisoformat(told["first"]),
            last=date.fromisoformat(told["last"]),
            models=tuple(told["models"]) or tuple(MODELS),
            references={m: told[f"terms_{m}"] for m in ANEW if told[f"terms_{m}"]},
            rates={m: told[f"rate_{m}"] for m in ANEW if told[f"rate_{m}"] is not None},
        )

    def _cohort(self) -> Cohort:
        kind, _colon, number = self.cleaned_data["whose"].partition(":")
        if kind == PEOPLE:
            numbers = self.cleaned_data["people"].replace(",", " ").split()
            return Cohort(CohortKind.PEOPLE, tuple(int(one) for one in numbers))
        return Cohort(CohortKind(kind), (int(number),) if number else ())


def _days(period: Period) -> str:
    told = {"first": day(period.start), "last": day(period.last_day)}
    return _("%(first)s to %(last)s") % told
