"""What is asked about one visit of a delivery plan."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import OneOf, SomeOf, WordsField
from whatmatters.rota.web.clock import WEEKDAY_CHOICES, ClockField
from whatmatters.rota.web.over_form import KeepForm
from whatmatters.rota.web.words import HARMS, SKILLS
from whatmatters.rules.rota.agreed import AgreedVisit, Skill
from whatmatters.rules.rota.problem import Harm

LONGEST = 500
NOTHING = "0"


class VisitForm(KeepForm):
    """One visit: what for, when, how long, by whom, and what harm there is where it is missed."""

    reveals: ClassVar[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
        "harm": {str(Harm.CRITICAL): ("tolerance",)},
    }

    what = WordsField(
        label=_("What is this visit for?"),
        help_text=_("A few words, such as: getting up, washing and breakfast."),
        max_length=LONGEST,
        rows=2,
    )
    days = SomeOf(label=_("On which days?"), choices=WEEKDAY_CHOICES)
    earliest = ClockField(label=_("It may start from"), help_text=_("Such as 7:30"))
    latest = ClockField(label=_("It may start until"), help_text=_("Such as 8:30"))
    minutes = forms.IntegerField(
        label=_("How many minutes does it usually take?"),
        help_text=_("A guess for the rota. It is not paid by, and it may take longer."),
        min_value=1,
    )
    long_minutes = forms.IntegerField(
        label=_("Four times of five it takes less than how many minutes?"),
        help_text=_("Leave it empty if it hardly varies."),
        required=False,
        min_value=1,
    )
    workers = OneOf(
        label=_("How many people come together?"),
        choices=[("1", _("One")), ("2", _("Two"))],
    )
    skills = SomeOf(
        label=_("What must they be able to do?"),
        help_text=_("A task that a nurse has to delegate cannot be planned here yet."),
        choices=list(SKILLS.items()),
        required=False,
    )
    harm = OneOf(label=_("What kind of visit is it?"), choices=list(HARMS.items()))
    tolerance = forms.IntegerField(
        label=_("By how many minutes may it be late?"), required=False, min_value=0
    )
    follows = OneOf(
        label=_("Is it the second part of another visit?"),
        help_text=_("Other people may be visited in between."),
        required=False,
    )
    least = forms.IntegerField(
        label=_("At least how many minutes after the first part starts?"),
        required=False,
        min_value=0,
    )
    most = forms.IntegerField(
        label=_("At most how many minutes after the first part starts?"),
        required=False,
        min_value=0,
    )

    def offer(self, others: Mapping[int, str], *, new: bool) -> None:
        """The visits of which it may be the second part; one that is new cannot be taken out."""
        choices = [(NOTHING, _("No")), *((str(n), what) for n, what in others.items())]
        self.fields["follows"].choices = choices  # type: ignore[attr-defined]
        if new:
            self.is_new()
        if not others:
            for name in ("follows", "least", "most"):
                del self.fields[name]

    def visit(self, number: int) -> AgreedVisit:
        """What was said, from a form that is valid."""
        told: dict[str, Any] = self.cleaned_data
        follows = told.get("follows")
        return AgreedVisit(
            number=number,
            days=frozenset(map(int, told["days"])),
            earliest=told["earliest"],
            latest=told["latest"],
            minutes=told["minutes"],
            long_minutes=told["long_minutes"] or told["minutes"],
            what=told["what"],
            workers=int(told["workers"]),
            skills=frozenset(map(Skill, told["skills"])),
            harm=Harm(told["harm"]),
            tolerance=told["tolerance"] or 0,
            follows=int(follows or NOTHING) or None,
            least=told.get("least"),
            most=told.get("most"),
        )
