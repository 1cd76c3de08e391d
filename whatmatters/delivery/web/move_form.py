"""Put minutes in, or draw them; for what, in own words, and whose word it is."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.delivery.services import MinutesGiven
from whatmatters.delivery.web.whose_word import HERSELF, TEAM, Choice
from whatmatters.frontend.forms import DateField, OneOf, PageForm, WordsField
from whatmatters.rules.commissioning_models.bundled_hours import MovementKind

MOST_MINUTES = 99_999


class MoveForm(PageForm):
    """The movement; `whose` are the answers to whose word it is, none where it is the writer's."""

    kind = OneOf(
        label=gettext_lazy("What would you like to do?"),
        choices=[
            (MovementKind.GIVEN, gettext_lazy("Put minutes into the bank")),
            (MovementKind.DRAWN, gettext_lazy("Draw minutes from the bank")),
        ],
    )
    minutes = forms.IntegerField(
        label=gettext_lazy("How many minutes"), min_value=1, max_value=MOST_MINUTES
    )
    on = DateField(label=gettext_lazy("On which day"))
    purpose = WordsField(
        label=gettext_lazy("What is it for?"),
        help_text=gettext_lazy("In the words of whoever agreed it, such as: a day at the sea."),
    )
    whose = OneOf(
        label=gettext_lazy("Whose word is it?"),
        help_text=gettext_lazy(
            "Minutes move when the person agrees, or who decides for them. What the team "
            "proposes stands on the page until then, and moves nothing."
        ),
    )

    def __init__(self, data: Any = None, *, whose: Sequence[Choice] = (), **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if whose:
            self.fields["whose"].choices = list(whose)  # type: ignore[attr-defined]
        else:
            del self.fields["whose"]

    @property
    def only_proposes(self) -> bool:
        """Whether nobody has agreed to it yet."""
        return self.cleaned_data.get("whose") == TEAM

    def given(self, bundle_id: int) -> MinutesGiven:
        """What the services take."""
        told = self.cleaned_data
        whose = told.get("whose", "")
        return MinutesGiven(
            bundle_id,
            MovementKind(told["kind"]),
            told["on"],
            told["minutes"],
            told["purpose"],
            herself=whose == HERSELF,
            decider_id=int(whose) if whose.isdecimal() else None,
        )

    def said(self) -> str:
        """What is said once it was taken."""
        if self.only_proposes:
            return _("The proposal is written down. Nothing has moved.")
        return _("The bank has been changed.")
