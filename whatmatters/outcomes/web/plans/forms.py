"""The answer to a proposed plan."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import OneOf, PageForm, WordsField
from whatmatters.outcomes.services import PlanAnswerGiven
from whatmatters.rules.outcomes import Answer, Party
from whatmatters.rules.people import Authority


class PlanAnswerForm(PageForm):
    """Agree, ask for a change, or decline; the last two in words."""

    answer = OneOf(
        label=_("What is your answer?"),
        choices=[
            (str(Answer.AGREED), _("I agree to this plan")),
            (
                str(Answer.AMENDMENT),
                _("I ask for a change"),
                _("Whoever wrote the plan writes a new version, and asks all three again."),
            ),
            (
                str(Answer.DECLINED),
                _("I decline this plan"),
                _("Support that is running now goes on until something else is agreed."),
            ),
        ],
    )
    words = WordsField(
        label=_("In your own words"),
        required=False,
        help_text=_("Needed if you ask for a change or decline. All three will read it."),
    )
    supported = forms.BooleanField(label=_("Somebody helped me to decide"), required=False)

    def __init__(self, *args: Any, own: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not own:
            del self.fields["supported"]

    def clean_words(self) -> str:
        """Words are needed for everything but “I agree”."""
        words = str(self.cleaned_data["words"])
        answer = self.cleaned_data.get("answer", Answer.AGREED)
        if not words.strip() and answer != Answer.AGREED:
            raise forms.ValidationError(_("Say in your own words what should change, or why not"))
        return words

    def given(self, version_id: int, party: Party) -> PlanAnswerGiven:
        """The answer as the service takes it."""
        told = self.cleaned_data
        return PlanAnswerGiven(
            version_id,
            party,
            Answer(told["answer"]),
            authority=Authority.SUPPORTED if told.get("supported") else None,
            words=told["words"],
        )
