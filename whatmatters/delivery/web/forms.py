"""What must not be missed when a timetable becomes a plan, and from when."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.delivery.services.mirroring import MirrorGiven
from whatmatters.frontend.forms import DateField, PageForm, SomeOf

MOST_WEEKS = 52
MOST_MINUTES = 24 * 60


class MirrorForm(PageForm):
    """The needs of the package, each to be ticked where it must not be missed."""

    must = SomeOf(
        label=gettext_lazy("What must not be missed?"),
        help_text=gettext_lazy(
            "Tick what does harm when it does not happen in time, such as tablets. The rest can "
            "move: the person and the team agree when."
        ),
        required=False,
    )
    tolerance = forms.IntegerField(
        label=gettext_lazy("Within how many minutes must it happen?"),
        required=False,
        min_value=0,
        max_value=MOST_MINUTES,
    )
    starts = DateField(label=gettext_lazy("The plan’s first day"))
    weeks = forms.IntegerField(
        label=gettext_lazy("For how many weeks"), min_value=1, max_value=MOST_WEEKS
    )

    def __init__(self, data: Any = None, *, needs: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        choices = [(str(place), need) for place, need in enumerate(needs)]
        self.fields["must"].choices = choices  # type: ignore[attr-defined]
        self.needs = needs

    def clean_tolerance(self) -> int | None:
        """Minutes are needed where something must not be missed."""
        minutes: int | None = self.cleaned_data["tolerance"]
        if self.cleaned_data.get("must") and minutes is None:
            raise forms.ValidationError(
                _("Say within how many minutes what you ticked must happen")
            )
        return minutes

    def given(self, package_id: int) -> MirrorGiven:
        """What the service takes."""
        told = self.cleaned_data
        must = frozenset(self.needs[int(place)] for place in told["must"])
        return MirrorGiven(package_id, told["starts"], told["weeks"], must, told["tolerance"])
