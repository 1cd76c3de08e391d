"""An outcome is set; or, by the person and at any time, let go or replaced by another."""

from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted, sent, status
from whatmatters.outcomes.services import (
    NewOutcome,
    make_payable,
    replace_outcome,
    retire_outcome,
    set_outcomes,
)
from whatmatters.outcomes.web.addresses import person_of_outcome
from whatmatters.outcomes.web.aims.forms import LetGoForm, OutcomeForm, PayableForm
from whatmatters.outcomes.web.aims.page import read_outcome
from whatmatters.outcomes.web.person_page import person_page
from whatmatters.outcomes.web.taking import taken
from whatmatters.rules.people import Authority
from whatmatters.rules.permissions import Action

FIELDS = {"outcome_without_test": "test", "outcome_without_weeks": "weeks"}


@permitted(
    Action.RECORD_OUTCOME,
    person="person_id",
    post=Action.RECORD_OUTCOME,
    called=gettext_lazy("An outcome"),
)
def outcome_new(request: Asked, person_id: int) -> HttpResponse:
    """What somebody wants to be true."""
    page = person_page(request, "outcomes")
    form = OutcomeForm(
        sent(request), own=page.is_own, initial={"spoken": str(page.person.language)}
    )
    if form.is_valid():
        new = form.new(person_id, request.today)
        made = taken(request, form, partial(_set, request, new), FIELDS)
        if made is not None:
            messages.success(request, _("The outcome is set."))
            return redirect(page.record_url)
    shown = {"page": page, "form": form, "old": None}
    return render(request, "outcomes/outcome_new.html", shown, status=status(request))


@permitted(
    Action.LET_GO_OUTCOME,
    person=person_of_outcome,
    post=Action.LET_GO_OUTCOME,
    called=gettext_lazy("Another outcome in its place"),
)
def outcome_replace(request: Asked, outcome_id: int) -> HttpResponse:
    """Another outcome in one's place. Nobody loses anything by it."""
    page, old = person_page(request, "outcomes"), read_outcome(outcome_id)
    first = {
        "spoken": str(old.language),
        "statement": old.statement,
        "kind": str(old.kind),
        "category": str(old.category),
        "test": old.test,
        "weeks": old.target_weeks,
    }
    form = OutcomeForm(sent(request), own=page.is_own, initial=first)
    if form.is_valid():
        verb = partial(
            replace_outcome,
            by=request.actor,
            at=request.at,
            on=request.today,
            outcome_id=outcome_id,
            new=form.new(old.person_id, request.today),
        )
        if taken(request, form, verb, FIELDS) is not None:
            messages.success(request, _("The new outcome stands in its place."))
            return redirect(page.record_url)
    shown = {"page": page, "form": form, "old": old}
    return render(request, "outcomes/outcome_new.html", shown, status=status(request))


@permitted(
    Action.LET_GO_OUTCOME,
    person=person_of_outcome,
    post=Action.LET_GO_OUTCOME,
    called=gettext_lazy("Let an outcome go"),
)
def outcome_let_go(request: Asked, outcome_id: int) -> HttpResponse:
    """The person lets an outcome go, without a reason and without a penalty for anybody."""
    page, old = person_page(request, "outcomes"), read_outcome(outcome_id)
    form = LetGoForm(sent(request), own=page.is_own)
    if form.is_valid():
        helped = Authority.SUPPORTED if form.cleaned_data.get("supported") else None
        if taken(request, form, partial(_let_go, request, outcome_id, helped)) is not None:
            messages.success(request, _("It is let go. What was written of it is kept."))
            return redirect(page.record_url)
    shown = {"page": page, "form": form, "old": old}
    return render(request, "outcomes/outcome_let_go.html", shown, status=status(request))


@permitted(
    Action.RECORD_OUTCOME,
    person=person_of_outcome,
    post=Action.RECORD_OUTCOME,
    called=gettext_lazy("Why an outcome can be paid by"),
)
def outcome_payable(request: Asked, outcome_id: int) -> HttpResponse:
    """Both reasons, or it is not paid by (R-WI-02)."""
    page, old = person_page(request, "outcomes"), read_outcome(outcome_id)
    form = PayableForm(sent(request))
    if form.is_valid():
        verb = partial(
            make_payable,
            by=request.actor,
            at=request.at,
            outcome_id=outcome_id,
            because=form.because(),
        )
        if taken(request, form, verb) is not None:
            messages.success(request, _("It can be paid by from now on."))
            return redirect("outcome", outcome_id=outcome_id)
    shown = {"page": page, "form": form, "old": old}
    return render(request, "outcomes/outcome_payable.html", shown, status=status(request))


def _set(request: Asked, new: NewOutcome) -> int:
    (made,) = set_outcomes(by=request.actor, at=request.at, outcomes=[new])
    return made


def _let_go(request: Asked, outcome_id: int, helped: Authority | None) -> int:
    retire_outcome(
        by=request.actor,
        at=request.at,
        on=request.today,
        outcome_id=outcome_id,
        authority=helped,
    )
    return outcome_id
