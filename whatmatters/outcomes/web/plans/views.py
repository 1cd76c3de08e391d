"""Pages of one plan: a version, two side by side, and the answer to a proposal."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted
from whatmatters.outcomes.queries import answers, compare_versions
from whatmatters.outcomes.services import PlanAnswerGiven, answer_plan
from whatmatters.outcomes.web.addresses import person_of_version
from whatmatters.outcomes.web.code_words import AUTHORITIES
from whatmatters.outcomes.web.first_stands import FIRST_STANDS
from whatmatters.outcomes.web.plans.compare import compare_page
from whatmatters.outcomes.web.plans.forms import PlanAnswerForm
from whatmatters.outcomes.web.plans.page import plan_page
from whatmatters.outcomes.web.plans.reading import is_visible, read_plan
from whatmatters.outcomes.web.refusal_words import refusal_words
from whatmatters.outcomes.web.sent import sent, status
from whatmatters.outcomes.web.speaking import is_own, party_of
from whatmatters.people.queries import deciders
from whatmatters.rules.people import Authority
from whatmatters.rules.permissions import Action, Relationship
from whatmatters.rules.refusals import Refusal


@permitted(Action.SEE_PLAN, person=person_of_version)
def plan_version(request: Asked, version_id: int) -> HttpResponse:
    """One version: who does what, for which outcomes, what three have answered."""
    page = plan_page(read_plan(request, version_id), request.sight)
    return render(request, "outcomes/plan_version.html", {"page": page})


@permitted(Action.SEE_PLAN, person=person_of_version)
def plan_compare(request: Asked, version_id: int, other_id: int) -> HttpResponse:
    """Two versions of one plan side by side."""
    found = compare_versions(version_id, other_id, council_id=request.actor.council_id)
    if found is None or not is_visible(request, found.after.facts):
        raise Http404
    page = compare_page(found, request.sight)
    return render(request, "outcomes/plan_compare.html", {"page": page})


@permitted(
    Action.ANSWER_PLAN,
    person=person_of_version,
    post=Action.ANSWER_PLAN,
    called=gettext_lazy("Answer the plan"),
)
def plan_answer(request: Asked, version_id: int) -> HttpResponse:
    """The answer of the reader's party; sending the same answer twice is harmless."""
    page = plan_page(read_plan(request, version_id), request.sight)
    held = _authorities(request)
    form = PlanAnswerForm(sent(request), own=is_own(request.sight), authorities=held)
    if form.is_valid() and _answered(request, form, version_id):
        messages.success(request, _("Your answer has been recorded."))
        return redirect("plan_version", version_id=version_id)
    told = {"page": page, "form": form, "authority": AUTHORITIES[held[0]] if held else ""}
    return render(request, "outcomes/plan_answer.html", told, status=status(request))


def _authorities(request: Asked) -> tuple[Authority, ...]:
    """By what the reader decides for the person; nothing for anybody else."""
    if Relationship.DECIDER not in request.sight.relationships:
        return ()
    held = deciders(request.sight.person_id, request.today)
    mine = (found.authority for found in held if found.user_id == request.actor.user_id)
    return tuple(dict.fromkeys(mine))


def _answered(request: Asked, form: PlanAnswerForm, version_id: int) -> bool:
    given = form.given(version_id, party_of(request.sight))
    try:
        answer_plan(by=request.actor, at=request.at, on=request.today, answer=given)
    except Refusal as refusal:
        if _said_before(request, given):
            return True
        again = refusal.code == "already_answered"
        words = str(FIRST_STANDS) if again else refusal_words(refusal)
        form.refuse(words, "words" if refusal.params.get("field") else None)
        return False
    return True


def _said_before(request: Asked, given: PlanAnswerGiven) -> bool:
    """Whether the same person has already given this very answer: a double click."""
    helped = given.authority is Authority.SUPPORTED
    mine = (given.party, given.answer, given.words, helped, request.actor.user_id)
    return any(
        (a.party, a.answer, a.words, a.authority is Authority.SUPPORTED, a.by_id) == mine
        for a in answers([given.version_id]).get(given.version_id, ())
    )
