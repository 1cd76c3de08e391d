"""Giving somebody a way in: the first one, and the one back, which takes two people."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from whatmatters.access.queries.recoveries import RecoveryFacts, recovery_facts, waiting_for
from whatmatters.access.queries.refusal_words import sentence
from whatmatters.access.services import Half, answer_recovery, ask_recovery, first_sign_in
from whatmatters.access.web.administering.charge import account
from whatmatters.access.web.administering.forms import ConfirmForm, RecoverForm
from whatmatters.access.web.administering.words import KINDS
from whatmatters.access.web.asked import Asked
from whatmatters.access.web.marks import permitted_council
from whatmatters.frontend.forms import PageForm
from whatmatters.rules.accounts import RecoveryKind
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal


@permitted_council(Action.MANAGE_USERS, post=Action.MANAGE_USERS)
def user_first_code(request: Asked, account_id: int) -> HttpResponse:
    """A new code for somebody who has never signed in. It is shown once."""
    one = account(request, account_id)
    if one.begun:
        raise Http404
    form = PageForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            half = first_sign_in(by=request.actor, at=request.at, user_id=account_id)
        except Refusal as refused:
            form.refuse(sentence(refused))
        else:
            told = {"code": half.half, "until": half.expires, "name": one.name}
            told |= {"user_id": account_id, "username": one.username}
            return render(request, "access/administering/first_code.html", told)
    return _page(request, "first_code_ask", form, one=one)


@permitted_council(Action.MANAGE_USERS, post=Action.MANAGE_USERS)
def user_recover(request: Asked, account_id: int) -> HttpResponse:
    """The administrator asks, and is told one half of the code, once."""
    one = account(request, account_id)
    form = RecoverForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        kind = RecoveryKind(form.cleaned_data["kind"])
        try:
            half = ask_recovery(by=request.actor, at=request.at, user_id=account_id, kind=kind)
        except Refusal as refused:
            form.refuse(sentence(refused))
        else:
            told = {"half": half, "name": one.name, "username": one.username, "first": True}
            return render(request, "access/administering/half.html", told)
    return _page(request, "user_recover", form, one=one)


@permitted_council(Action.CONFIRM_RECOVERY)
def recovery_list(request: Asked) -> HttpResponse:
    """Lost accounts that wait for the reader's word."""
    waiting = waiting_for(request.actor, request.at, request.today)
    rows = [(one, KINDS[one.kind]) for one in waiting]
    return render(request, "access/administering/recovery_list.html", {"rows": rows})


@permitted_council(Action.CONFIRM_RECOVERY, post=Action.CONFIRM_RECOVERY)
def recovery(request: Asked, recovery_id: int) -> HttpResponse:
    """Somebody who knows the user says whether it is they, and is told the other half, once."""
    asked = _waiting(request, recovery_id)
    form = ConfirmForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        confirmed = form.cleaned_data["answer"] == "yes"
        try:
            half = answer_recovery(
                by=request.actor, at=request.at, recovery_id=recovery_id, confirmed=confirmed
            )
        except Refusal as refused:
            form.refuse(sentence(refused))
        else:
            return _answered(request, asked, half)
    return _page(request, "recovery", form, asked=asked, kind=KINDS[asked.kind])


def _waiting(request: Asked, recovery_id: int) -> RecoveryFacts:
    """A recovery that waits for this reader; 404 for every other, so that nothing is told."""
    waiting = {one.id for one in waiting_for(request.actor, request.at, request.today)}
    asked = recovery_facts(request.actor.council_id, recovery_id)
    if asked is None or recovery_id not in waiting:
        raise Http404
    return asked


def _answered(request: Asked, asked: RecoveryFacts, half: Half | None) -> HttpResponse:
    told = {"half": half, "name": asked.user_name, "first": False, "asked": asked}
    return render(request, "access/administering/half.html", told)


def _page(request: Asked, name: str, form: PageForm, **more: object) -> HttpResponse:
    status = 422 if form.errors else 200
    template = f"access/administering/{name}.html"
    return render(request, template, {"form": form, **more}, status=status)
