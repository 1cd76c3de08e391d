"""The council's finding on each outcome, once all three may be read."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted
from whatmatters.outcomes.queries import JudgementView
from whatmatters.outcomes.services import record_findings
from whatmatters.outcomes.web.addresses import person_of_judgement
from whatmatters.outcomes.web.first_stands import recorded, stood
from whatmatters.outcomes.web.judgements.finding_form import FindingForm
from whatmatters.outcomes.web.judgements.page import judgement_page
from whatmatters.outcomes.web.judgements.reading import read_judgement
from whatmatters.outcomes.web.refusal_words import refusal_words
from whatmatters.outcomes.web.sent import sent, status
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal


@permitted(
    Action.RECORD_FINDING,
    person=person_of_judgement,
    post=Action.RECORD_FINDING,
    called=gettext_lazy("The findings"),
)
def judgement_finding(request: Asked, judgement_id: int) -> HttpResponse:
    """Findings on every outcome that has none yet; then the review can be concluded."""
    read = read_judgement(request, judgement_id)
    form = FindingForm(sent(request), outcomes=read.view.outcomes)
    if form.is_valid() and _taken(request, form, judgement_id):
        return redirect("judgement_conclude", judgement_id=judgement_id)
    told = {"page": judgement_page(read, request, closed=_closed(read.view, form)), "form": form}
    return render(request, "outcomes/judgement_finding.html", told, status=status(request))


def _taken(request: Asked, form: FindingForm, judgement_id: int) -> bool:
    """Whether every finding is recorded; with none left to make, the page was sent twice."""
    words = _("The findings have been recorded.")
    if not form.outcomes:
        stood(request, words)
        return True
    try:
        record_findings(
            by=request.actor,
            at=request.at,
            on=request.today,
            judgement_id=judgement_id,
            findings=form.given(),
        )
    except Refusal as refusal:
        outcome_id = refusal.params.get("outcome_id")
        field = {"finding_needs_cause": "cause", "finding_needs_reason": "reason"}
        name = f"{field.get(refusal.code, 'tenths')}_{outcome_id}"
        form.refuse(refusal_words(refusal), name if name in form.fields else None)
        return False
    recorded(request, words)
    return True


def _closed(view: JudgementView, form: FindingForm) -> str:
    if not view.in_force:
        return _("This judgement is over.")
    if view.sealed:
        return _("The answers are still sealed. The council finds when all three can be read.")
    if not form.outcomes:
        return _("Every outcome has its finding.")
    return ""
