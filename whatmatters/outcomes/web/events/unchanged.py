"""A plan that nobody has changed for long asks why (R-TT-04): a question, never a reproach."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted
from whatmatters.frontend.forms import PageForm, WordsField
from whatmatters.frontend.templatetags.wm import day
from whatmatters.outcomes.services.unchanged import say_why_unchanged
from whatmatters.outcomes.web.addresses import person_of_version
from whatmatters.outcomes.web.attempts import is_kept
from whatmatters.outcomes.web.events.page import plan_verb, shown
from whatmatters.outcomes.web.plans.reading import read_plan
from whatmatters.outcomes.web.sent import sent
from whatmatters.rules.permissions import Action


class UnchangedForm(PageForm):
    """Why it is still right, in words."""

    words = WordsField(label=gettext_lazy("Why is the plan still right as it is?"))


@permitted(
    Action.SAY_WHY_UNCHANGED,
    person=person_of_version,
    post=Action.SAY_WHY_UNCHANGED,
    called=gettext_lazy("Why the plan is still right"),
)
def plan_unchanged(request: Asked, version_id: int) -> HttpResponse:
    """Say why; it is kept with the plan, and the question comes again after as many weeks."""
    read, form = read_plan(request, version_id), UnchangedForm(sent(request))
    if form.is_valid() and is_kept(
        request,
        form,
        lambda: say_why_unchanged(
            by=request.actor,
            at=request.at,
            version_id=version_id,
            words=form.cleaned_data["words"],
        ),
        _("It is kept with the plan. You are asked again when as much time has passed."),
    ):
        return redirect("plan_version", version_id=version_id)
    page = plan_verb(
        request,
        version_id,
        title=_("Is this plan still right?"),
        send=_("Keep why"),
        leads=_leads(read.static.unchanged_since if read.static else None),
        closed="" if read.static else _("Nothing is asked about this plan now."),
    )
    return shown(request, page, form)


def _leads(since: date | None) -> tuple[str, ...]:
    if since is None:
        return ()
    return (
        _("Nobody has changed what is done, by whom or how much since %(day)s.")
        % {"day": day(since)},
        _("That may be just what is wanted. Ask the person, then say why, or write the next plan."),
    )
