"""What is asked when somebody is to work with a person, and when they are to no longer."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.frontend.forms import DateField, OneOf, PageForm
from whatmatters.frontend.forms.fields import NOT_OFFERED
from whatmatters.people.services import NewAssignment

NOW, ON_A_DAY = "now", "on_a_day"


class GiveForm(PageForm):
    """Somebody of one's own, and the first day."""

    user = forms.ChoiceField(
        label=gettext_lazy("Who is to work with them?"),
        error_messages={"invalid_choice": NOT_OFFERED},
    )
    starts = DateField(label=gettext_lazy("From which day?"))

    def __init__(self, *args: Any, offered: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Choose")), *((str(pk), name) for pk, name in offered.items())]
        self.fields["user"].choices = choices  # type: ignore[attr-defined]

    def given(self, person_id: int) -> NewAssignment:
        """What was said, from a form that is valid."""
        told = self.cleaned_data
        return NewAssignment(person_id, int(told["user"]), told["starts"])


class EndForm(PageForm):
    """Whose work with the person ends, and when."""

    reveals: ClassVar[dict[str, dict[str, tuple[str, ...]]]] = {"when": {ON_A_DAY: ("last_day",)}}

    who = forms.ChoiceField(
        label=gettext_lazy("Who is to work with them no longer?"),
        error_messages={"invalid_choice": NOT_OFFERED},
    )
    when = OneOf(
        label=gettext_lazy("When does it end?"),
        choices=[
            (NOW, gettext_lazy("Now"), gettext_lazy("Their next click finds the record closed.")),
            (ON_A_DAY, gettext_lazy("With a last day"), gettext_lazy("They read it on that day.")),
        ],
    )
    last_day = DateField(label=gettext_lazy("The last day"), required=False)

    def __init__(self, *args: Any, offered: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Choose")), *((str(pk), name) for pk, name in offered.items())]
        self.fields["who"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A last day is named where there is to be one."""
        told: dict[str, Any] = super().clean() or {}
        named = told.get("last_day") is not None or "last_day" in self.errors
        if told.get("when") == ON_A_DAY and not named:
            self.refuse(_("Say which day is the last"), "last_day")
        return told

    def last(self) -> date | None:
        """The last day; None: it ends now."""
        told = self.cleaned_data
        day: date | None = told["last_day"] if told["when"] == ON_A_DAY else None
        return day
