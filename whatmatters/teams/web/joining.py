"""Putting a worker in a team."""

from django import forms
from django.http import HttpResponse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from whatmatters.access.web import Asked, permitted_council, sent
from whatmatters.frontend.forms import DateField, PageForm
from whatmatters.frontend.forms.fields import NOT_OFFERED
from whatmatters.teams.queries.own import open_teams
from whatmatters.teams.services.placing import place_in_team
from whatmatters.teams.web.lists import KEEP, found_worker
from whatmatters.teams.web.pages import form_page

JOIN = gettext_lazy("Put somebody in a team")


class JoinForm(PageForm):
    """Which team, and on which days."""

    team = forms.ChoiceField(
        label=gettext_lazy("Which team?"), error_messages={"invalid_choice": NOT_OFFERED}
    )
    starts = DateField(label=gettext_lazy("First day"))
    ends = DateField(
        label=gettext_lazy("Last day"),
        help_text=gettext_lazy("Leave it empty if it has no end."),
        required=False,
    )


@permitted_council(KEEP, post=KEEP, called=JOIN)
def worker_join(request: Asked, at_work_id: int) -> HttpResponse:
    """An own team, or a neighbourhood's."""
    one = found_worker(request, at_work_id)
    form = JoinForm(sent(request), initial={"starts": request.today})
    welsh = (get_language() or "").startswith("cy")
    found = open_teams(request.actor.council_id, request.actor.organisation_id or 0)
    form.fields["team"].choices = [  # type: ignore[attr-defined]
        ("", _("Choose one")),
        *((str(pk), cy if welsh else en) for pk, (en, cy, _own) in found.items()),
    ]

    def verb() -> int:
        told = form.cleaned_data
        return place_in_team(
            by=request.actor,
            at=request.at,
            worker_id=at_work_id,
            team_id=int(told["team"]),
            starts=told["starts"],
            ends=told["ends"],
        )

    lead = _("%(name)s can be given shifts of that team from the first day.") % {"name": one.name}
    return form_page(request, form, verb, (JOIN, lead), at_work_id)
