"""What is asked of a query: to whom, on which day, what; and what was answered."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.frontend.forms import DateField, OneOf, PageForm, WordsField
from whatmatters.limits.queries import QueryFacts
from whatmatters.limits.services import AnswerGiven, QueryGiven
from whatmatters.limits.web.words import EFFECTS
from whatmatters.rules.limits import LONGEST, LONGEST_NAME, Effect

# A code of its own: radios draw no empty answer, and an answer may have been written by mistake.
NOT_YET = "not_yet"


class AskForm(PageForm):
    """A query that was sent."""

    whom = forms.CharField(
        label=gettext_lazy("Who was asked"),
        help_text=gettext_lazy("A body or a post that can change it, and no person’s name."),
        max_length=LONGEST_NAME,
    )
    asked_on = DateField(label=gettext_lazy("On which day"))
    question = WordsField(label=gettext_lazy("What was asked"), max_length=LONGEST)

    def given(self) -> QueryGiven:
        """What was asked; the form is valid."""
        told = self.cleaned_data
        return QueryGiven(told["whom"], told["asked_on"], told["question"])


class TellForm(AskForm):
    """A query as it stands, with its answer; `seen`: its version."""

    answered_on = DateField(label=gettext_lazy("On which day it was answered"), required=False)
    answer = WordsField(label=gettext_lazy("What was answered"), max_length=LONGEST, required=False)
    effect = OneOf(
        label=gettext_lazy("What follows from the answer?"),
        choices=[
            (NOT_YET, gettext_lazy("There is no answer yet")),
            *((str(one), words) for one, words in EFFECTS.items()),
        ],
    )
    effect_from = DateField(
        label=gettext_lazy("From which day, if it is eased or gone"), required=False
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """A whole answer, or none."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        parts = {
            "answered_on": _("Say on which day it was answered"),
            "answer": _("Say what was answered"),
        }
        if told.get("effect") == NOT_YET:
            if any(told.get(name) for name in (*parts, "effect_from")):
                self.refuse(_("Say what follows from the answer"), "effect")
            return told
        for name, words in parts.items():
            if not told.get(name) and name not in self.errors:
                self.refuse(words, name)
        return told

    def given(self) -> QueryGiven:
        """The query with its answer; the form is valid."""
        told, asked = self.cleaned_data, super().given()
        if told["effect"] == NOT_YET:
            return asked
        effect = Effect(told["effect"])
        answer = AnswerGiven(told["answered_on"], told["answer"], effect, told["effect_from"])
        return QueryGiven(asked.whom, asked.on, asked.question, answer)


def as_it_stands(one: QueryFacts) -> dict[str, Any]:
    """What stands in the form of a query."""
    names = ("whom", "asked_on", "question", "answered_on", "answer", "effect_from")
    told = {name: getattr(one, name) for name in names}
    return {**told, "effect": str(one.effect or NOT_YET), "seen": one.number}
