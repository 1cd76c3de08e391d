"""The council's findings: each starts from the person's own answer."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import OneOf, PageForm, WordsField
from whatmatters.frontend.forms.fields import NOT_OFFERED
from whatmatters.outcomes.queries import OutcomeJudged
from whatmatters.outcomes.services import FindingGiven
from whatmatters.outcomes.web.code_words import CAUSES
from whatmatters.outcomes.web.judgements.forms import Asked
from whatmatters.rules.outcomes import Cause, Party
from whatmatters.rules.shares import WHOLE, differs

PARTS = ("tenths", "cause", "reason")
SHARES = [
    ("10", _("10 of 10: achieved")),
    *((str(n), str(n)) for n in range(9, 0, -1)),
    ("0", _("0 of 10: not achieved")),
]


class FindingForm(PageForm):
    """Share, cause and, where it differs from the person's answer, the reason."""

    def __init__(self, *args: Any, outcomes: Sequence[OutcomeJudged], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = [outcome for outcome in outcomes if not outcome.retired]
        self.outcomes = [outcome for outcome in kept if outcome.finding is None]
        for outcome in self.outcomes:
            self._ask(outcome)

    def _ask(self, outcome: OutcomeJudged) -> None:
        pk, own = outcome.outcome_id, persons_own(outcome)
        said = {"outcome": outcome.statement}
        self.fields[f"tenths_{pk}"] = forms.ChoiceField(
            label=_("How much was achieved?"),
            choices=[("", _("Choose")), *SHARES],
            initial="" if own is None else str(own),
            help_text=_("This starts from the person’s own answer."),
            error_messages={
                "required": gettext("Say how much of “%(outcome)s” was achieved") % said,
                "invalid_choice": NOT_OFFERED,
            },
        )
        self.fields[f"cause_{pk}"] = OneOf(
            label=_("If not wholly achieved: why?"),
            choices=[(str(code), words) for code, words in CAUSES.items()],
            required=False,
        )
        self.fields[f"reason_{pk}"] = WordsField(
            label=_("The reason, where it differs from the person’s answer"),
            help_text=_("All three will read it."),
            required=False,
            rows=3,
        )

    def groups(self) -> Iterator[Asked]:
        """The questions, outcome by outcome."""
        for outcome in self.outcomes:
            fields = tuple(self[f"{part}_{outcome.outcome_id}"] for part in PARTS)
            yield Asked(outcome.statement, str(outcome.language), outcome.test, fields)

    def clean(self) -> dict[str, Any]:
        """Every missing cause and reason at once, beside its question."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        for outcome in self.outcomes:
            pk = outcome.outcome_id
            if told.get(f"tenths_{pk}"):
                self._check(outcome, int(told[f"tenths_{pk}"]), told)
        return told

    def _check(self, outcome: OutcomeJudged, tenths: int, told: dict[str, Any]) -> None:
        pk, said = outcome.outcome_id, {"outcome": outcome.statement}
        if tenths < WHOLE and not told.get(f"cause_{pk}"):
            words = gettext("Say why “%(outcome)s” was not wholly achieved") % said
            self.add_error(f"cause_{pk}", words)
        if differs(tenths, persons_own(outcome)) and not str(told.get(f"reason_{pk}", "")).strip():
            words = gettext("Say why the finding on “%(outcome)s” differs from the person’s answer")
            self.add_error(f"reason_{pk}", words % said)

    def given(self) -> list[FindingGiven]:
        """The findings as the service takes them."""
        return [self._given(outcome.outcome_id) for outcome in self.outcomes]

    def _given(self, pk: int) -> FindingGiven:
        told = self.cleaned_data
        cause = told[f"cause_{pk}"]
        tenths = int(told[f"tenths_{pk}"])
        return FindingGiven(pk, tenths, Cause(cause) if cause else None, told[f"reason_{pk}"])


def persons_own(outcome: OutcomeJudged) -> int | None:
    """The person's own answer in tenths; None where there is none to start from."""
    answer = outcome.answers.get(Party.PERSON)
    return answer.tenths if answer else None
