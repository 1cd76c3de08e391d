"""A worker's last day in a team."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted_council, sent
from whatmatters.frontend.forms import DateField, OneOf, PageForm
from whatmatters.frontend.templatetags.wm import day
from whatmatters.teams.services.placing import take_out_of_team
from whatmatters.teams.web.lists import KEEP, found_worker, team_called
from whatmatters.teams.web.pages import form_page

LEAVE = gettext_lazy("The last day in a team")


class LeaveForm(PageForm):
    """Which team, and the last day in it."""

    member = OneOf(label=gettext_lazy("Which team?"))
    last = DateField(label=gettext_lazy("Last day"))


@permitted_council(KEEP, post=KEEP, called=LEAVE)
def worker_leave(request: Asked, at_work_id: int) -> HttpResponse:
    """Of those teams in which they are still; a last day that was said can be brought forward."""
    one = found_worker(request, at_work_id)
    form = LeaveForm(sent(request), initial={"last": request.today})
    since = _("%(team)s, since %(day)s")
    form.fields["member"].choices = [  # type: ignore[attr-defined]
        (str(held.id), since % {"team": team_called(held), "day": day(held.starts)})
        for held in one.teams
        if held.ends is None or held.ends > request.today
    ]

    def verb() -> int:
        told = form.cleaned_data
        by, at = request.actor, request.at
        return take_out_of_team(by=by, at=at, member_id=int(told["member"]), last=told["last"])

    lead = _(
        "Shifts that are written down for later days are struck out. The day before the first day: "
        "they were never in it."
    )
    return form_page(request, form, verb, (LEAVE, lead), at_work_id)
