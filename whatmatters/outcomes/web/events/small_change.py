"""A small change: made by the person and the team, at once."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted
from whatmatters.outcomes.services import make_small_change
from whatmatters.outcomes.web.addresses import person_of_version
from whatmatters.outcomes.web.attempts import is_kept
from whatmatters.outcomes.web.events.page import plan_verb, shown
from whatmatters.outcomes.web.events.words import HappenedForm
from whatmatters.outcomes.web.plans.acts import is_in_force
from whatmatters.outcomes.web.plans.reading import read_plan
from whatmatters.outcomes.web.sent import sent
from whatmatters.rules.permissions import Action

BESIDE = {"day_not_reached": "on", "before_plan_starts": "on"}


class ChangeForm(HappenedForm):
    """What changed, in the words of who changed it."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["words"].label = _("What changes, in your own words")
        self.fields["on"].label = _("From which day")


@permitted(
    Action.RECORD_SMALL_CHANGE,
    person=person_of_version,
    post=Action.RECORD_SMALL_CHANGE,
    called=gettext_lazy("A small change"),
)
def small_change(request: Asked, version_id: int) -> HttpResponse:
    """It holds at once, without approval; the care manager is told."""
    read = read_plan(request, version_id)
    facts = read.content.facts
    form = ChangeForm(sent(request), initial={"on": request.today})
    if form.is_valid() and is_kept(
        request,
        form,
        lambda: make_small_change(
            by=request.actor,
            at=request.at,
            version_id=version_id,
            on=form.cleaned_data["on"],
            words=form.cleaned_data["words"],
        ),
        _("The change holds from now on. The care manager is told, and is not asked."),
        BESIDE,
    ):
        return redirect("plan_version", version_id=version_id)
    page = plan_verb(
        request,
        version_id,
        title=_("A small change"),
        send=_("Make the change"),
        leads=(_("You and the team change small things at once. Nobody has to approve it; the care "
                 "manager is told. What the plan is for and what it costs stay as agreed."),),
        closed="" if is_in_force(facts) else _("This plan is not in force, so nothing is changed "
                                               "under it."),
    )  # fmt: skip
    return shown(request, page, form)
