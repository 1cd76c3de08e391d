"""What is asked when an exception is raised, and when it is answered."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import DateField, OneOf, PageForm, SomeOf, WordsField
from whatmatters.outcomes.queries import PlanOutcomeFacts
from whatmatters.outcomes.web.code_words import EXCEPTION_REASONS
from whatmatters.rules.lifecycles import ExceptionState


class ExceptionForm(PageForm):
    """Why, in words, and which outcomes it is about."""

    reason = OneOf(
        label=_("Why can the plan not go on as agreed?"),
        choices=[(str(code), words) for code, words in EXCEPTION_REASONS.items()],
    )
    words = WordsField(label=_("What happened, in your own words"))
    outcomes = SomeOf(
        label=_("Which outcomes is it about?"),
        help_text=_("Leave all empty when it is about the whole plan."),
        required=False,
    )

    def __init__(self, *args: Any, outcomes: Sequence[PlanOutcomeFacts], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["outcomes"].choices = [  # type: ignore[attr-defined]
            (str(found.outcome.id), found.outcome.statement) for found in outcomes
        ]


class ExceptionAnswerForm(PageForm):
    """Accepted from a day, or not."""

    reveals: ClassVar[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
        "answer": {str(ExceptionState.ACCEPTED): ("on",)}
    }
    answer = OneOf(
        label=_("What is the council’s answer?"),
        choices=[
            (
                str(ExceptionState.ACCEPTED),
                _("Accepted"),
                _("The provider writes the plan again with the person; all three agree to it."),
            ),
            (
                str(ExceptionState.NOT_ACCEPTED),
                _("Not accepted"),
                _("The plan goes on as it was agreed."),
            ),
        ],
    )
    on = DateField(label=_("From which day the new price should hold"), required=False)

    def clean(self) -> dict[str, Any]:
        """An accepted exception has its day."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        accepted = told.get("answer") == str(ExceptionState.ACCEPTED)
        if accepted and "on" not in self.errors and told.get("on") is None:
            self.add_error("on", forms.ValidationError(_("Say from which day")))
        return told
