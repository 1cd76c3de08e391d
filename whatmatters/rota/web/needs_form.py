"""What is asked about a shift that the team's week needs."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import DateField, OneOf, PageForm, SomeOf
from whatmatters.rota.web.clock import WEEKDAY_CHOICES, ClockField
from whatmatters.rota.web.over_form import KEEP, OUT
from whatmatters.rota.web.words import SKILLS
from whatmatters.rules.rota.agreed import Skill
from whatmatters.rules.rota.roster.told import Needed


class NeedForm(PageForm):
    """One shift: from which day on, on which days of the week, when, how many and what for."""

    holds_from = DateField(label=_("From which day does this hold?"))
    days = SomeOf(label=_("On which days?"), choices=WEEKDAY_CHOICES)
    starts = ClockField(label=_("From what time?"), help_text=_("Such as 7:30"))
    ends = ClockField(label=_("Until what time?"))
    break_minutes = forms.IntegerField(
        label=_("How many minutes of it are an unpaid break?"),
        help_text=_("0 if there is none."),
        min_value=0,
        max_value=480,
    )
    workers = forms.IntegerField(label=_("How many people?"), min_value=1)
    skills = SomeOf(
        label=_("What must each of them be able to do?"),
        help_text=_(
            "Leave it empty if anybody may. Ask for one more shift where only one needs it."
        ),
        choices=list(SKILLS.items()),
        required=False,
    )
    keep = OneOf(
        label=_("Is it still needed?"),
        choices=[(KEEP, _("Yes")), (OUT, _("No, not from that day on"))],
    )

    def is_new(self) -> None:
        """What is new is needed."""
        del self.fields["keep"]

    def told(self, number: int) -> Needed:
        """What was told, from a form that is valid."""
        said = self.cleaned_data
        return Needed(
            number=number,
            holds_from=said["holds_from"],
            days=frozenset(map(int, said["days"])),
            starts=said["starts"],
            ends=said["ends"],
            break_minutes=said["break_minutes"],
            workers=0 if said.get("keep") == OUT else said["workers"],
            skills=frozenset(map(Skill, said["skills"])),
        )


def need_initial(now: Needed | None, today: date) -> dict[str, Any]:
    """What was told last, to be told anew from today."""
    if now is None:
        return {"holds_from": today, "break_minutes": 0, "workers": 1}
    return {
        "holds_from": max(today, now.holds_from),
        "days": [str(day) for day in sorted(now.days)],
        "starts": now.starts,
        "ends": now.ends,
        "break_minutes": now.break_minutes,
        "workers": now.workers,
        "skills": sorted(now.skills),
        "keep": KEEP,
    }
