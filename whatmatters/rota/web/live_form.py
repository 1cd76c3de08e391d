"""What is asked when something happened on a planned day."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import OneOf, PageForm
from whatmatters.frontend.forms.fields import NOT_OFFERED
from whatmatters.rota.services import HappenedGiven
from whatmatters.rota.web.clock import ClockField
from whatmatters.rota.web.live_words import WHATS
from whatmatters.rules.rota.live_events import What

Choices = Sequence[tuple[str, str]]
NEEDED: Mapping[What, tuple[str, ...]] = {
    What.STAYING: ("stays",),
    What.GONE: ("goes",),
    What.NO_REPLY: ("door",),
    What.LONG: ("longer", "more"),
    What.URGENT: ("person", "length"),
}


def _choice(label: Any, help_text: Any = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        help_text=help_text,
        required=False,
        error_messages={"invalid_choice": NOT_OFFERED},
    )


class HappenedForm(PageForm):
    """What happened, to whom, and from when until when."""

    reveals: ClassVar[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
        "what": {
            str(What.STAYING): ("stays", "until"),
            str(What.GONE): ("goes", "since"),
            str(What.NO_REPLY): ("door",),
            str(What.LONG): ("longer", "more"),
            str(What.URGENT): ("person", "length"),
        },
    }

    minute = ClockField(
        label=_("What time is it?"),
        help_text=_("What has begun by then, or is on the way, stays as it is."),
    )
    what = OneOf(label=_("What happened?"), choices=list(WHATS.items()))
    stays = _choice(_("Who stays with somebody?"))
    until = ClockField(
        label=_("Until what time?"),
        help_text=_("Leave it empty if nobody knows: then to the end of the shift."),
        required=False,
    )
    goes = _choice(
        _("Who is ill, or has to go?"),
        _("It ends their shifts that are written down by now. One written down later counts."),
    )
    since = ClockField(
        label=_("From what time?"), help_text=_("Leave it empty for now."), required=False
    )
    door = _choice(_("At whose door did nobody answer?"))
    longer = _choice(_("Which visit takes longer?"))
    more = forms.IntegerField(
        label=_("By how many minutes?"), required=False, min_value=1, max_value=600
    )
    person = _choice(_("Who needs somebody now?"))
    length = forms.IntegerField(
        label=_("For how many minutes?"), required=False, min_value=1, max_value=600
    )

    def offer(self, workers: Choices, visits: Choices, people: Choices) -> None:
        """Who is at work, which visits are planned, and who is visited."""
        for names, choices in (
            (("stays", "goes"), workers),
            (("door", "longer"), visits),
            (("person",), people),
        ):
            for name in names:
                self.fields[name].choices = [("", _("Choose")), *choices]  # type: ignore[attr-defined]

    def of_a_later_day(self) -> None:
        """Nothing has begun on it: whoever is gone is gone from then, whatever time it is now."""
        del self.fields["minute"]
        self.fields["what"].choices = [(What.GONE, WHATS[What.GONE])]  # type: ignore[attr-defined]
        self.fields["since"].help_text = _("Leave it empty for the whole day.")

    def clean(self) -> dict[str, Any]:
        """What the answer needs is there."""
        told = super().clean() or {}
        if told.get("what"):
            for name in NEEDED[What(told["what"])]:
                if not told.get(name) and name not in self.errors:
                    self.refuse(self.fields[name].error_messages["required"], name)
        return told

    def given(self, team_id: int, day: date) -> HappenedGiven:
        """What was said, from a form that is valid. What another answer asks is left out."""
        told = self.cleaned_data
        what = What(told["what"])
        worker = {What.STAYING: "stays", What.GONE: "goes"}.get(what)
        visit = {What.NO_REPLY: "door", What.LONG: "longer"}.get(what)
        time = {What.STAYING: "until", What.GONE: "since"}.get(what)
        minutes = {What.LONG: "more", What.URGENT: "length"}.get(what)
        return HappenedGiven(
            team_id,
            day,
            what,
            told.get("minute", 0),
            worker_id=int(told[worker]) if worker else None,
            visit_id=int(told[visit]) if visit else None,
            person_id=int(told["person"]) if what is What.URGENT else None,
            time=told[time] if time else None,
            minutes=told[minutes] if minutes else None,
        )
