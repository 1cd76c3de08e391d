"""A thing that a plan needed and the area does not have."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted
from whatmatters.frontend.forms import PageForm
from whatmatters.outcomes.services import GapNoted, note_gaps
from whatmatters.outcomes.web.addresses import person_of_version
from whatmatters.outcomes.web.attempts import is_kept
from whatmatters.outcomes.web.plans.page import plan_page
from whatmatters.outcomes.web.plans.reading import read_plan
from whatmatters.outcomes.web.sent import sent, status
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.permissions import Action


class GapForm(PageForm):
    """One missing thing, in one line."""

    what = forms.CharField(
        label=gettext_lazy("What is missing?"),
        help_text=gettext_lazy("In one line, such as: a walking group in Welsh."),
        max_length=200,
    )


@permitted(
    Action.WRITE_PLAN,
    person=person_of_version,
    post=Action.WRITE_PLAN,
    called=gettext_lazy("Something that is missing here"),
)
def plan_gap(request: Asked, version_id: int) -> HttpResponse:
    """Note a gap; the council sees it by area, without the name of the person."""
    read, form = read_plan(request, version_id), GapForm(sent(request))
    if form.is_valid() and is_kept(
        request,
        form,
        lambda: note_gaps(
            by=request.actor,
            at=request.at,
            gaps=[GapNoted(version_id, request.today, form.cleaned_data["what"])],
        )[0],
        _("It is noted. The council sees it by area."),
    ):
        writing = read.content.facts.state is PlanState.DRAFT
        return redirect("plan_write" if writing else "plan_version", version_id=version_id)
    told = {"page": plan_page(read, request.sight), "form": form}
    return render(request, "outcomes/plan_gap.html", told, status=status(request))
