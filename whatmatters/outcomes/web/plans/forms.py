"""The answer to a proposed plan."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import OneOf, PageForm, WordsField
from whatmatters.outcomes.services import PlanAnswerGiven
from whatmatters.outcomes.web.code_words import AUTHORITIES
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

    authority = OneOf(label=_("By what authority do you decide?"))

    def __init__(
        self,
        *args: Any,
        own: bool = False,
        authorities: Sequence[Authority] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if not own:
            del self.fields["supported"]
        if len(authorities) < 2:
            del self.fields["authority"]
            return
        self.fields["authority"].choices = [  # type: ignore[attr-defined]
            (str(code), AUTHORITIES[code]) for code in authorities
        ]

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
            authority=self._claimed(),
            words=told["words"],
        )

    def _claimed(self) -> Authority | None:
        """With support, where she says so; for a decider the authority chosen, or their one."""
        chosen = self.cleaned_data.get("authority")
        if chosen:
            return Authority(chosen)
        return Authority.SUPPORTED if self.cleaned_data.get("supported") else None
