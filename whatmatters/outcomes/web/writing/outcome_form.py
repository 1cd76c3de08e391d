"""Which outcomes a plan is for, and which of them can be paid by."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import OneOf
from whatmatters.outcomes.queries import OutcomeFacts
from whatmatters.outcomes.web.judgements.forms import Asked
from whatmatters.outcomes.web.writing.changes import with_outcomes
from whatmatters.outcomes.web.writing.day_forms import DraftForm
from whatmatters.rules.plans import PlanContent, PlannedOutcome

OUT, IN, PAYABLE = "out", "in", "payable"
HUNDRED = Decimal(100)


class OutcomesForm(DraftForm):
    """For each outcome of the person: in the plan or not, payable or not, and its weight.

    `block`: the plan is paid as a block, so nothing is paid by any of them.
    """

    def __init__(
        self, *args: Any, outcomes: Sequence[OutcomeFacts], block: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.outcomes, self.block = outcomes, block
        for outcome in outcomes:
            self._ask(outcome)

    def _ask(self, outcome: OutcomeFacts) -> None:
        choices = [(IN, _("Yes, and nothing is paid by it"))]
        payable = outcome.payable is not None and not self.block
        if payable:
            choices.append((PAYABLE, _("Yes, and it can be paid by")))
        self.fields[f"in_{outcome.id}"] = OneOf(
            label=_("Is it in this plan?"), choices=[*choices, (OUT, _("No"))]
        )
        if payable:
            self.fields[f"weight_{outcome.id}"] = forms.DecimalField(
                label=_("Its weight, in hundredths"),
                help_text=_("Leave all weights empty and the payable outcomes weigh the same."),
                required=False,
                min_value=Decimal(0),
                max_value=HUNDRED,
                decimal_places=4,
            )

    def groups(self) -> Iterator[Asked]:
        """The questions, outcome by outcome."""
        for outcome in self.outcomes:
            names = [f"in_{outcome.id}", f"weight_{outcome.id}"]
            held = tuple(self[name] for name in names if name in self.fields)
            yield Asked(outcome.statement, str(outcome.language), outcome.test, held)

    def changed(self, content: PlanContent) -> PlanContent:
        """The plan with these outcomes, in the order in which they are asked about."""
        found = [self._planned(outcome.id) for outcome in self.outcomes]
        return with_outcomes(content, tuple(planned for planned in found if planned))

    def _planned(self, pk: int) -> PlannedOutcome | None:
        answer = self.cleaned_data[f"in_{pk}"]
        if answer == OUT:
            return None
        weight = self.cleaned_data.get(f"weight_{pk}") if answer == PAYABLE else None
        return PlannedOutcome(pk, answer == PAYABLE, None if weight is None else weight / HUNDRED)


def outcomes_initial(outcomes: Sequence[OutcomeFacts], content: PlanContent) -> dict[str, Any]:
    """What the form starts with."""
    held = {planned.outcome_id: planned for planned in content.outcomes}
    told: dict[str, Any] = {}
    for outcome in outcomes:
        planned = held.get(outcome.id)
        told[f"in_{outcome.id}"] = OUT if planned is None else PAYABLE if planned.payable else IN
        if planned is not None and planned.weight is not None:
            told[f"weight_{outcome.id}"] = f"{(planned.weight * HUNDRED).normalize():f}"
    return told
