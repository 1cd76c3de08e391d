"""What is asked about a team's day: who is at work, what each can do, and what to do now."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from whatmatters.frontend.forms import OneOf, PageForm, SomeOf
from whatmatters.frontend.forms.fields import NOT_OFFERED
from whatmatters.rota.services import AbilityGiven
from whatmatters.rota.web.clock import ClockField
from whatmatters.rota.web.day_words import MODES
from whatmatters.rota.web.words import SKILLS
from whatmatters.rules.rota.agreed import Skill
from whatmatters.rules.rota.day_file import Mode
from whatmatters.teams.queries import WorkerFacts

PLAN, TELL = "plan", "tell"
SAID = (Skill.MOVING, Skill.MEDICINES)


class WorkerForm(PageForm):
    """A form about one worker of the team."""

    worker = forms.ChoiceField(label=_("Who?"), error_messages={"invalid_choice": NOT_OFFERED})

    def offer(self, workers: Iterable[WorkerFacts]) -> None:
        """Those who work in the team on the day."""
        choices = [("", _("Choose")), *((str(one.id), one.name) for one in workers)]
        self.fields["worker"].choices = choices  # type: ignore[attr-defined]


class ShiftForm(WorkerForm):
    """When somebody is at work."""

    starts = ClockField(label=_("From what time?"))
    ends = ClockField(label=_("Until what time?"))


class AbilityForm(WorkerForm):
    """How somebody goes, and what they can do."""

    mode = OneOf(
        label=_("How do they go from one person to the next?"), choices=list(MODES.items())
    )
    skills = SomeOf(
        label=_("What can they do?"),
        help_text=_("Whether somebody speaks Welsh is known from the register of workers."),
        choices=[(skill, SKILLS[skill]) for skill in SAID],
        required=False,
    )

    def given(self, team_id: int) -> AbilityGiven:
        """What was said, from a form that is valid."""
        told = self.cleaned_data
        return AbilityGiven(
            team_id,
            int(told["worker"]),
            Mode(told["mode"]),
            moving=str(Skill.MOVING) in told["skills"],
            medicines=str(Skill.MEDICINES) in told["skills"],
        )


class StrikeForm(PageForm):
    """Which shift."""

    shift = OneOf(label=_("Which shift?"))


class MakeForm(PageForm):
    """Plan it, or tell what is planned."""

    act = OneOf(
        label=_("What do you want to do?"),
        choices=[
            (
                PLAN,
                _("Plan the day"),
                _("It takes up to a minute. What people were told is kept to where it can be."),
            ),
            (
                TELL,
                _("Tell the people"),
                _("Each person’s own page then says who comes, and about when."),
            ),
        ],
    )
