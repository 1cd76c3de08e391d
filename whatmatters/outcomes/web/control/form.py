"""Her answer, given by herself, for her, or written down as she says it."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.frontend.forms import OneOf, PageForm, WordsField
from whatmatters.outcomes.services.control import ControlGiven
from whatmatters.outcomes.web.control.words import ASKS_ABOUT, ASKS_HER, STEPS
from whatmatters.rules.control import Control
from whatmatters.rules.people import Authority


class ControlForm(PageForm):
    """One of the steps, and a few words if she wants. `writer`: she says it to who writes it."""

    answer = OneOf(label=ASKS_HER, choices=[(str(code), words) for code, words in STEPS.items()])
    words = WordsField(
        label=gettext_lazy("A few words, if you want to add any"), required=False, rows=3
    )
    supported = forms.BooleanField(
        label=gettext_lazy("Somebody helped me to decide"), required=False
    )
    heard = forms.BooleanField()

    def __init__(
        self, *args: Any, own: bool = False, writer: bool = False, name: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        told = {"name": name}
        if not own:
            del self.fields["supported"]
            self.fields["answer"].label = str(ASKS_ABOUT) % told
            self.fields["words"].label = _("A few words, if %(name)s wants to add any") % told
        if not writer:
            del self.fields["heard"]
            return
        here = _("%(name)s is with me and says this; I write it down as it is said")
        self.fields["heard"].label = here % told
        self.fields["heard"].error_messages["required"] = (
            _("Write it down only with %(name)s there, and say so") % told
        )

    def given(self) -> ControlGiven:
        """The answer as the service takes it."""
        told = self.cleaned_data
        return ControlGiven(
            Control(told["answer"]),
            told["words"],
            Authority.SUPPORTED if told.get("supported") else None,
            heard=bool(told.get("heard")),
        )
