"""One party says how each outcome went, without seeing the others' answers."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted
from whatmatters.outcomes.queries import JudgementView
from whatmatters.outcomes.services import answer_judgement
from whatmatters.outcomes.web.addresses import person_of_judgement
from whatmatters.outcomes.web.first_stands import recorded, stood
from whatmatters.outcomes.web.judgements.forms import AnswerForm
from whatmatters.outcomes.web.judgements.page import judgement_page
from whatmatters.outcomes.web.judgements.reading import read_judgement
from whatmatters.outcomes.web.refusal_words import refusal_words
from whatmatters.outcomes.web.sent import sent, status
from whatmatters.outcomes.web.speaking import party_of
from whatmatters.rules.outcomes import Party
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal


@permitted(
    Action.ANSWER_JUDGEMENT,
    person=person_of_judgement,
    post=Action.ANSWER_JUDGEMENT,
    called=gettext_lazy("How did it go?"),
)
def judgement_answer(request: Asked, judgement_id: int) -> HttpResponse:
    """The reader's own answers; the person is then asked how the support felt."""
    read = read_judgement(request, judgement_id)
    party = party_of(request.sight)
    form = AnswerForm(sent(request), outcomes=read.view.outcomes)
    if form.is_valid() and _taken(request, form, read.view, party):
        if party is Party.PERSON:
            return redirect("judgement_satisfaction", judgement_id=judgement_id)
        return redirect("record", person_id=read.person.id)
    page = judgement_page(read, request, closed=_closed(read.view, party))
    told = {"page": page, "form": form}
    return render(request, "outcomes/judgement_answer.html", told, status=status(request))


def _taken(request: Asked, form: AnswerForm, view: JudgementView, party: Party) -> bool:
    """Whether the party's answers are recorded, and say whether they are these."""
    words = _("Your answers are recorded, and sealed with the others.")
    if _has_answered(view, party):
        stood(request, words)
        return True
    try:
        answer_judgement(
            by=request.actor,
            at=request.at,
            on=request.today,
            judgement_id=view.judgement_id,
            party=party,
            answers=form.given(),
        )
    except Refusal as refusal:
        form.refuse(refusal_words(refusal))
        return False
    recorded(request, words)
    return True


def _has_answered(view: JudgementView, party: Party) -> bool:
    return any(answered.party is party and answered.complete for answered in view.answered)


def _closed(view: JudgementView, party: Party) -> str:
    if _has_answered(view, party):
        return _("This has been answered. An answer is given once, and nobody changes it.")
    if not view.in_force or not view.sealed:
        return _("The time for answers is over.")
    return ""
