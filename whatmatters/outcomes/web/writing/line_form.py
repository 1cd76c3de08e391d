"""One line of a plan: who does what, for which outcome, and what it costs. No visits, no times."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import MoneyField, OneOf, SomeOf, WordsField
from whatmatters.outcomes.queries import PlanOutcomeFacts
from whatmatters.outcomes.web.code_words import BANDS, DELIVERERS
from whatmatters.outcomes.web.writing.changes import with_line, without_line
from whatmatters.outcomes.web.writing.day_forms import DraftForm
from whatmatters.outcomes.web.writing.line_given import (
    COST,
    NOBODY,
    PAID,
    PLANNED,
    given_line,
    paid_how,
)
from whatmatters.rules.outcomes import Band, Deliverer
from whatmatters.rules.plans import PlanContent, PlannedLine

NEEDED = {
    "hours": ("hours", _("Write how many hours, over the whole plan")),
    "cost": ("cost", _("Write what it costs, over the whole plan")),
    "funded": ("funded_by", _("Write who pays for it already")),
}
LATE = _("Write how late it may be at most, since it must not be missed")


class LineForm(DraftForm):
    """A line. `rates` are those of the plan's first day; `position` None adds a line.

    `block`: the team is paid for the whole patch; hours are planned at no rate.
    """

    reveals: ClassVar[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
        "paid": {
            "hours": ("band", "hours"),
            "cost": ("cost",),
            "funded": ("funded_by", "funded_cost"),
        },
        "critical": {"on": ("tolerance_minutes",)},
    }
    what = WordsField(label=_("What is done"), max_length=1000, rows=2)
    deliverer = OneOf(
        label=_("Who does it"),
        choices=[(str(code), words) for code, words in DELIVERERS.items()],
        help_text=_("In this order: first what needs nobody paid, then paid support."),
    )
    deliverer_name = forms.CharField(label=_("Their name"), max_length=200, required=False)
    limit = forms.CharField(
        label=_("What they have said they cannot do"), max_length=200, required=False
    )
    serves = SomeOf(label=_("Which outcomes it serves"), required=False)
    paid = OneOf(label=_("Is anybody paid for it?"), choices=list(PAID.items()), initial=NOBODY)
    band = forms.ChoiceField(label=_("Rate"), required=False)
    hours = forms.DecimalField(
        label=_("Hours over the whole plan"),
        help_text=_("All of them together, such as 42.5."),
        required=False,
        min_value=Decimal(0),
        max_digits=9,
        decimal_places=2,
    )
    cost = MoneyField(label=_("Cost over the whole plan"), required=False)
    funded_by = forms.CharField(label=_("Who pays for it"), max_length=200, required=False)
    funded_cost = MoneyField(label=_("What it would cost, if you know"), required=False)
    critical = forms.BooleanField(label=_("This must not be missed"), required=False)
    tolerance_minutes = forms.IntegerField(
        label=_("At most how many minutes late"), required=False, min_value=0, max_value=1440
    )

    def __init__(
        self,
        *args: Any,
        outcomes: Sequence[PlanOutcomeFacts],
        rates: Mapping[Band, Decimal],
        was: PlannedLine | None = None,
        position: int | None = None,
        block: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.was, self.position = was, position
        self.fields["serves"].choices = [  # type: ignore[attr-defined]
            (str(found.planned.outcome_id), found.outcome.statement) for found in outcomes
        ]
        self.fields["band"].choices = [  # type: ignore[attr-defined]
            (
                str(band),
                _("%(band)s, £%(rate)s an hour") % {"band": BANDS[band], "rate": f"{rate:,.2f}"},
            )
            for band, rate in sorted(rates.items(), reverse=True)
        ]
        if not outcomes:
            del self.fields["serves"]
        if block:
            self._in_block()

    def _in_block(self) -> None:
        self.fields["paid"].choices = list(PLANNED.items())  # type: ignore[attr-defined]
        self.fields["band"].label = _("Which support")
        self.fields["band"].choices = list(BANDS.items())  # type: ignore[attr-defined]
        del self.fields[COST]

    def clean(self) -> dict[str, Any]:
        """What an answer asks for must be there, beside its own question."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        field, words = NEEDED.get(str(told.get("paid")), ("", ""))
        if field and field not in self.errors and told.get(field) in (None, ""):
            self.add_error(field, forms.ValidationError(words))
        late = "tolerance_minutes"
        if told.get("critical") and late not in self.errors and told.get(late) is None:
            self.add_error(late, forms.ValidationError(LATE))
        return told

    def line(self) -> PlannedLine:
        """The line as the rules take it."""
        return given_line(self.cleaned_data, self.was)

    def changed(self, content: PlanContent) -> PlanContent:
        """The plan with this line."""
        return with_line(content, self.line(), self.position)

    def is_in(self, content: PlanContent) -> bool:
        """Whether the line is there already."""
        if self.position is None:
            return content.lines[-1:] == (self.line(),)
        return super().is_in(content)


class RemoveLineForm(DraftForm):
    """Take a line out. `what` is what it says, since places move when lines come and go."""

    keeps_drafts = False
    what = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, position: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.position = position

    def changed(self, content: PlanContent) -> PlanContent:
        """The plan without the line."""
        return without_line(content, self.position)

    def is_in(self, content: PlanContent) -> bool:
        """Whether no line says this any more."""
        return all(line.what != self.cleaned_data["what"] for line in content.lines)


def line_initial(line: PlannedLine | None, adding: str) -> dict[str, Any]:
    """What the form starts with: a line as it is, or a new one of a kind of doer."""
    if line is None:
        paid = "hours" if adding == Deliverer.PROVIDER else NOBODY
        return {"deliverer": adding, "paid": paid}
    return {
        "what": line.what,
        "deliverer": str(line.deliverer),
        "deliverer_name": line.deliverer_name,
        "limit": line.limit,
        "serves": [str(pk) for pk in line.serves],
        "paid": paid_how(line),
        "band": "" if line.band is None else str(line.band),
        "hours": None if line.hours is None else f"{line.hours.normalize():f}",
        "cost": line.cost,
        "funded_by": line.funded_by,
        "funded_cost": line.cost if line.funded_by else None,
        "critical": line.critical,
        "tolerance_minutes": line.tolerance_minutes,
    }
