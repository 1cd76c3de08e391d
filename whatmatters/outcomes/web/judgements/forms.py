"""Forms of a judgement: one set of questions for each outcome, made when the page is opened."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import DateField, OneOf, PageForm, WordsField
from whatmatters.frontend.forms.fields import NOT_OFFERED
from whatmatters.outcomes.queries import OutcomeJudged
from whatmatters.outcomes.services import AnswerGiven
from whatmatters.outcomes.web.code_words import SATISFACTIONS
from whatmatters.rules.outcomes import Achievement, Satisfaction
from whatmatters.rules.people import Authority

TENTHS = [(str(n), str(n)) for n in range(1, 10)]


@dataclass(frozen=True, slots=True)
class Asked:
    """The questions about one outcome."""

    statement: str
    lang: str
    test: str
    fields: tuple[BoundField, ...]


class AnswerForm(PageForm):
    """Each outcome: achieved, partly and how many tenths, not, or no answer; and words."""

    def __init__(self, *args: Any, outcomes: Sequence[OutcomeJudged], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.outcomes = [outcome for outcome in outcomes if not outcome.retired]
        for outcome in self.outcomes:
            self._ask(outcome)

    def _ask(self, outcome: OutcomeJudged) -> None:
        pk, said = outcome.outcome_id, {"outcome": outcome.statement}
        self.fields[f"achieved_{pk}"] = OneOf(
            label=_("Was it achieved?"),
            choices=[
                (str(Achievement.ACHIEVED), _("Yes, achieved")),
                (str(Achievement.PARTLY), _("Partly")),
                (str(Achievement.NOT_ACHIEVED), _("No, not achieved")),
                (str(Achievement.NO_ANSWER), _("No answer"), _("This counts neither way.")),
            ],
            error_messages={"required": gettext("“%(outcome)s” needs an answer") % said},
        )
        self.fields[f"tenths_{pk}"] = forms.ChoiceField(
            label=_("Only for “Partly”: how many tenths of it?"),
            choices=[("", _("Choose")), *TENTHS],
            required=False,
            error_messages={"invalid_choice": NOT_OFFERED},
        )
        self.fields[f"words_{pk}"] = WordsField(
            label=_("In your own words"), required=False, rows=3
        )

    def groups(self) -> Iterator[Asked]:
        """The questions, outcome by outcome."""
        for outcome in self.outcomes:
            names = [f"{part}_{outcome.outcome_id}" for part in ("achieved", "tenths", "words")]
            fields = tuple(self[name] for name in names)
            yield Asked(outcome.statement, str(outcome.language), outcome.test, fields)

    def clean(self) -> dict[str, Any]:
        """ "Partly" needs its tenths, and nothing else has any."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        for outcome in self.outcomes:
            pk, said = outcome.outcome_id, {"outcome": outcome.statement}
            achieved, tenths = told.get(f"achieved_{pk}"), told.get(f"tenths_{pk}")
            if achieved == Achievement.PARTLY and not tenths:
                words = gettext("Choose how many tenths of “%(outcome)s”") % said
                self.add_error(f"tenths_{pk}", words)
            elif achieved and achieved != Achievement.PARTLY and tenths:
                words = gettext("Choose no tenths of “%(outcome)s”: they belong to “Partly” only")
                self.add_error(f"tenths_{pk}", words % said)
        return told

    def given(self) -> list[AnswerGiven]:
        """The answers as the service takes them."""
        return [self._given(outcome.outcome_id) for outcome in self.outcomes]

    def _given(self, pk: int) -> AnswerGiven:
        told = self.cleaned_data
        achieved = Achievement(told[f"achieved_{pk}"])
        partly = achieved is Achievement.PARTLY
        tenths = int(told[f"tenths_{pk}"]) if partly else None
        return AnswerGiven(pk, achieved, tenths, told[f"words_{pk}"])


class SatisfactionForm(PageForm):
    """How the person feels about the support, apart from what was achieved."""

    answer = OneOf(
        label=_("How do you feel about the support?"),
        choices=[(str(code), words) for code, words in SATISFACTIONS.items()],
    )
    words = WordsField(label=_("In your own words"), required=False)
    supported = forms.BooleanField(label=_("Somebody helped me to decide"), required=False)

    def __init__(self, *args: Any, own: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not own:
            del self.fields["supported"]

    def satisfaction(self) -> Satisfaction:
        """The chosen answer."""
        return Satisfaction(self.cleaned_data["answer"])

    def authority(self) -> Authority | None:
        """Supported where the person says so; None: as recorded."""
        return Authority.SUPPORTED if self.cleaned_data.get("supported") else None


class ConcludeForm(PageForm):
    """The last day of support, where it went on past the plan's."""

    last_support = DateField(
        label=_("What was the last day of support?"),
        required=False,
        help_text=_("Leave it empty if support went on until today."),
    )
