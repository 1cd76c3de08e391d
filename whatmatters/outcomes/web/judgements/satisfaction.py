"""How the person feels about the support: asked apart from what was achieved (R-WI-19)."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted
from whatmatters.outcomes.services import record_satisfaction
from whatmatters.outcomes.web.addresses import person_of_judgement
from whatmatters.outcomes.web.first_stands import recorded, stood
from whatmatters.outcomes.web.judgements.forms import SatisfactionForm
from whatmatters.outcomes.web.judgements.page import judgement_page
from whatmatters.outcomes.web.judgements.reading import read_judgement
from whatmatters.outcomes.web.refusal_words import refusal_words
from whatmatters.outcomes.web.sent import sent, status
from whatmatters.outcomes.web.speaking import is_own
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal


@permitted(
    Action.GIVE_SATISFACTION,
    person=person_of_judgement,
    post=Action.GIVE_SATISFACTION,
    called=gettext_lazy("How do you feel about the support?"),
)
def judgement_satisfaction(request: Asked, judgement_id: int) -> HttpResponse:
    """Only in the person's voice: hers, or of whoever decides for her."""
    read = read_judgement(request, judgement_id)
    form = SatisfactionForm(sent(request), own=is_own(request.sight))
    if form.is_valid() and _taken(request, form, judgement_id):
        return redirect("record", person_id=read.person.id)
    closed = "" if read.view.in_force else _("This judgement is over.")
    told = {"page": judgement_page(read, request, closed=closed), "form": form}
    return render(request, "outcomes/judgement_satisfaction.html", told, status=status(request))


def _taken(request: Asked, form: SatisfactionForm, judgement_id: int) -> bool:
    words = _("Thank you. Your answer has been recorded.")
    try:
        record_satisfaction(
            by=request.actor,
            at=request.at,
            on=request.today,
            judgement_id=judgement_id,
            answer=form.satisfaction(),
            words=form.cleaned_data["words"],
            authority=form.authority(),
        )
    except Refusal as refusal:
        if refusal.code == "already_answered":
            stood(request, words)
            return True
        form.refuse(refusal_words(refusal))
        return False
    recorded(request, words)
    return True
