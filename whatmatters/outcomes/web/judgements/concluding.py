"""The conclusion of a review: outcomes move, the plan and its agreement end."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted
from whatmatters.outcomes.services import conclude_review
from whatmatters.outcomes.web.addresses import person_of_judgement
from whatmatters.outcomes.web.judgements.forms import ConcludeForm
from whatmatters.outcomes.web.judgements.page import can_conclude, judgement_page
from whatmatters.outcomes.web.judgements.reading import JudgementRead, read_judgement
from whatmatters.outcomes.web.refusal_words import refusal_words
from whatmatters.outcomes.web.sent import sent, status
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal


@permitted(
    Action.RECORD_FINDING,
    person=person_of_judgement,
    post=Action.RECORD_FINDING,
    called=gettext_lazy("Conclude the review"),
)
def judgement_conclude(request: Asked, judgement_id: int) -> HttpResponse:
    """What was found, and one button; sending it twice is harmless."""
    read = read_judgement(request, judgement_id)
    form = ConcludeForm(sent(request))
    if form.is_valid() and _taken(request, form, read):
        messages.success(request, _("The review is concluded."))
        return redirect("record", person_id=read.person.id)
    told = {"page": judgement_page(read, request, closed=_closed(read)), "form": form}
    return render(request, "outcomes/judgement_conclude.html", told, status=status(request))


def _taken(request: Asked, form: ConcludeForm, read: JudgementRead) -> bool:
    if read.view.concluded:
        return True
    try:
        conclude_review(
            by=request.actor,
            at=request.at,
            on=request.today,
            judgement_id=read.view.judgement_id,
            last_support=form.cleaned_data["last_support"],
        )
    except Refusal as refusal:
        form.refuse(refusal_words(refusal))
        return False
    return True


def _closed(read: JudgementRead) -> str:
    view = read.view
    if not view.in_force:
        return _("This judgement is over.")
    if not can_conclude(view):
        return _("Every outcome needs its finding before the review is concluded.")
    return ""
