"""What is asked of a switch."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.frontend.forms import DateField, PageForm
from whatmatters.rules.switching import LONGEST_NOTICE
from whatmatters.switching.services import SwitchGiven


class SwitchForm(PageForm):
    """From which contract to which, where, from which day, with how much notice."""

    old = forms.ChoiceField(label=gettext_lazy("Which contract pays for them now?"))
    new = forms.ChoiceField(
        label=gettext_lazy("Which contract is to pay for them?"),
        help_text=gettext_lazy(
            "A fund or a direct payment is the person’s own choice: nobody is moved to one here."
        ),
    )
    patch = forms.ChoiceField(
        label=gettext_lazy("In which patch?"),
        help_text=gettext_lazy("Begin with one patch, and open another switch for the rest later."),
        required=False,
    )
    day = DateField(label=gettext_lazy("The first day that the new contract pays"))
    notice_days = forms.IntegerField(
        label=gettext_lazy("How many days before it is everybody told?"),
        min_value=0,
        max_value=LONGEST_NOTICE,
    )

    def __init__(
        self, data: Any, *, old: dict[int, str], new: dict[int, str], where: dict[int, str]
    ) -> None:
        super().__init__(data)
        choose = [("", _("Choose one"))]
        self.fields["old"].choices = [*choose, *old.items()]  # type: ignore[attr-defined]
        self.fields["new"].choices = [*choose, *new.items()]  # type: ignore[attr-defined]
        every = [("", _("All patches"))]
        self.fields["patch"].choices = [*every, *where.items()]  # type: ignore[attr-defined]

    def given(self) -> SwitchGiven:
        """What was said; the form is valid."""
        told = self.cleaned_data
        patch = int(told["patch"]) if told["patch"] else None
        return SwitchGiven(
            int(told["old"]), int(told["new"]), told["day"], told["notice_days"], patch
        )
