"""A party's own data as a file: asked for, approved by another where it tells of many, made."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries import own_organisation_only
from whatmatters.access.web import Asked, permitted_council, sent, status
from whatmatters.access.web.made_by import made_by
from whatmatters.exchange.queries.party_file import party_file
from whatmatters.exchange.queries.taking_out import Asked as Asking
from whatmatters.exchange.queries.taking_out import (
    asked,
    asked_by,
    asked_in_body,
    count_asked_by,
    count_asked_in_body,
    waiting_in_body,
)
from whatmatters.exchange.services.party_export import (
    answer_taking_out,
    ask_to_take_out,
    make_file,
)
from whatmatters.exchange.services.party_words import party_refusal_words
from whatmatters.frontend.forms import PageForm, WordsField
from whatmatters.frontend.listing import PER_PAGE, ListForm, paging
from whatmatters.insight.queries import scopes
from whatmatters.insight.web.table import whole_table
from whatmatters.policy.trust import second_approver_above
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal


class AskForm(PageForm):
    """What the file is for."""

    reason = WordsField(
        label=gettext_lazy("What is the file for?"),
        help_text=gettext_lazy("Whoever approves it reads this, and so does your administrator."),
        rows=2,
        max_length=1000,
    )


@permitted_council(
    Action.EXPORT_OWN, post=Action.EXPORT_OWN, called=gettext_lazy("Ask for our own data")
)
def exports(request: Asked) -> HttpResponse:
    """What was asked for, and the form that asks."""
    form = AskForm(sent(request))
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            made = ask_to_take_out(by=request.actor, at=request.at, on=request.today, reason=reason)
            return redirect("export", made)
        except Refusal as refusal:
            form.refuse(party_refusal_words(refusal))
    part = paging(ListForm(request.GET), count_asked_by(request.actor))
    found = asked_by(request.actor, offset=part.start, limit=PER_PAGE)
    before = [(one, _state(one, request)) for one in found]
    own = own_organisation_only(request.actor, Action.EXPORT_OWN)
    told = {"form": form, "before": before, "own": own, "above": second_approver_above()}
    told |= {"paging": part}
    return render(request, "exchange/exports.html", told, status=status(request))


@permitted_council(Action.EXPORT_OWN, post=Action.EXPORT_OWN)
def export(request: Asked, asked_id: int) -> HttpResponse:
    """One asking, to whoever asked; sent, the file is made."""
    one = asked(request.actor, asked_id)
    if one is None or one.by_id != request.actor.user_id:
        raise Http404
    refused = ""
    if request.method == "POST":
        try:
            return _file(request, asked_id)
        except Refusal as refusal:
            refused = party_refusal_words(refusal)
    told = {
        "one": one,
        "state": _state(one, request),
        "ready": one.ready(request.at),
        "refused": refused,
        "above": second_approver_above(),
    }
    return render(request, "exchange/export.html", told, status=status(request))


@permitted_council(Action.APPROVE_EXPORT, post=Action.APPROVE_EXPORT)
def approvals(request: Asked) -> HttpResponse:
    """What others of the own body asked for; each waits for a yes or a no."""
    if request.method == "POST":
        _answered(request)
        return redirect("export_approvals")
    part = paging(ListForm(request.GET), count_asked_in_body(request.actor))
    found = asked_in_body(request.actor, offset=part.start, limit=PER_PAGE)
    told = {
        "waiting": waiting_in_body(request.actor, request.at),
        "others": [(one, _state(one, request)) for one in found if not one.waits(request.at)],
        "paging": part,
        "above": second_approver_above(),
    }
    return render(request, "exchange/export_approvals.html", told)


def _file(request: Asked, asked_id: int) -> HttpResponse:
    by, on = request.actor, request.today
    tables = make_file(by=by, at=request.at, on=on, asked_id=asked_id)
    own = own_organisation_only(by, Action.EXPORT_OWN)
    scope = scopes.department(by.council_id) if own is None else scopes.provider(by.council_id, own)
    figures = whole_table(scope, on=on)
    with party_file(by.council_id, tables, figures, made_by(request.actor, request.at)) as made:
        named = f'attachment; filename="our-data-{on}.zip"'
        return HttpResponse(
            made.read(), content_type="application/zip", headers={"Content-Disposition": named}
        )


def _answered(request: Asked) -> None:
    approved = "approve" in request.POST
    number = request.POST.get("approve") or request.POST.get("refuse") or ""
    if not (number.isascii() and number.isdigit() and len(number) < 18):
        return
    try:
        answer_taking_out(by=request.actor, at=request.at, asked_id=int(number), approved=approved)
    except Refusal as refusal:
        messages.error(request, party_refusal_words(refusal))
        return
    said = _("Approved. Whoever asked can make the file now, once.") if approved else _("Refused.")
    messages.success(request, said)


def _state(one: Asking, request: Asked) -> str:
    """Where an asking stands."""
    if one.used:
        return _("The file was made")
    if one.approved is False:
        return _("Somebody else said no")
    if not one.open(request.at):
        return _("Its time is up")
    if one.waits(request.at):
        return _("Waits for somebody else to approve it")
    return _("Can be made now")
