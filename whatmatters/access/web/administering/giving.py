"""Giving accounts and roles, and ending them."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries.refusal_words import sentence
from whatmatters.access.services import (
    MembershipGiven,
    UserGiven,
    add_memberships,
    admit,
    close_account,
    end_membership,
    open_account,
    take_once,
)
from whatmatters.access.web.administering.charge import account, body_name, charge
from whatmatters.access.web.administering.forms import (
    CloseForm,
    EndRoleForm,
    GiveRoleForm,
    NewUserForm,
    OpenForm,
)
from whatmatters.access.web.asked import Asked
from whatmatters.access.web.drafting import finish_sent, sent
from whatmatters.access.web.marks import permitted_council
from whatmatters.access.web.role_words import NAMES
from whatmatters.frontend.forms import PageForm
from whatmatters.policy.sign_in import opens_for
from whatmatters.rules.accounts import OF_NO_ORGANISATION, RecoveryKind, RoleReason
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.roles import Role

FIELDS = {
    "username_taken": "username",
    "ends_before_start": "ends",
    "role_not_offered": "role",
    "role_held_already": "starts",
}


@permitted_council(
    Action.MANAGE_USERS, post=Action.MANAGE_USERS, called=gettext_lazy("Somebody new")
)
def user_add(request: Asked) -> HttpResponse:
    """Somebody new, with a first role. The code of the first sign-in is shown once, here."""
    of = charge(request)
    first = {"starts": request.today, "language": request.actor.language}
    form = NewUserForm(sent(request), charge=of, initial=first)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        given = UserGiven(said["username"], said["name"], said["language"])
        made = _try(
            form,
            lambda: admit(
                by=request.actor,
                at=request.at,
                user=given,
                role=Role(said["role"]),
                starts=said["starts"],
                why=RoleReason(said["why"]),
            ),
        )
        if made is not None:
            # The code is shown here and nowhere else, so that no redirect says that it was taken.
            finish_sent(request, request.actor)
            until = request.at + opens_for(RecoveryKind.FIRST)
            told = {"code": made.code, "until": until, "name": said["name"]}
            told |= {"user_id": made.user_id, "username": said["username"].strip().lower()}
            return render(request, "access/administering/first_code.html", told)
    return _page(request, "user_add", form, body=body_name(of))


@permitted_council(Action.MANAGE_USERS, post=Action.MANAGE_USERS)
def user_role_give(request: Asked, account_id: int) -> HttpResponse:
    """One more role for somebody."""
    of, one = charge(request), account(request, account_id)
    form = GiveRoleForm(request.POST or None, charge=of, initial={"starts": request.today})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        role = Role(said["role"])
        where = None if role in OF_NO_ORGANISATION else of.organisation_id
        given = MembershipGiven(account_id, role, where, said["starts"], said["ends"])
        done = _once(
            request,
            form,
            lambda: add_memberships(
                by=request.actor,
                at=request.at,
                memberships=[given],
                why=RoleReason(said["why"]),
            ),
        )
        if done is not None:
            words = _("The role is given. %(name)s signs in again to use it.")
            return _back(request, account_id, words % {"name": one.name})
    return _page(request, "role_give", form, one=one, body=body_name(of))


@permitted_council(Action.MANAGE_USERS, post=Action.MANAGE_USERS)
def user_role_end(request: Asked, account_id: int, membership_id: int) -> HttpResponse:
    """The end of one role."""
    one = account(request, account_id)
    held = next((r for r in one.roles if r.membership_id == membership_id), None)
    if held is None:
        raise Http404
    form = EndRoleForm(request.POST or None, initial={"on": request.today})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        done = _once(
            request,
            form,
            lambda: end_membership(
                by=request.actor,
                at=request.at,
                membership_id=membership_id,
                on=said["on"],
                why=RoleReason(said["why"]),
            ),
        )
        if done is not None:
            return _back(request, account_id, _("The end of the role is written down."))
    return _page(request, "role_end", form, one=one, role=NAMES[held.role], held=held)


@permitted_council(Action.MANAGE_USERS, post=Action.MANAGE_USERS)
def user_close(request: Asked, account_id: int) -> HttpResponse:
    """Close an open account, or open a closed one."""
    one = account(request, account_id)
    # Which of the two this page asked is what its form says: a second click finds the other state.
    closes = request.POST.get("asks", "close" if one.active else "open") == "close"
    verb = close_account if closes else open_account
    kind: type[PageForm] = CloseForm if closes else OpenForm
    form = kind(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = RoleReason(form.cleaned_data["why"])
        done = _once(
            request,
            form,
            lambda: verb(by=request.actor, at=request.at, user_id=account_id, why=reason),
        )
        if done is not None:
            closed, opened = _("The account is closed."), _("The account is open again.")
            return _back(request, account_id, closed if closes else opened)
    return _page(request, "user_close", form, one=one, closes=closes)


def _try(form: PageForm, verb: Callable[[], Any]) -> Any:
    """What the verb gives; None when it refused, which then stands beside the field."""
    try:
        return verb()
    except Refusal as refused:
        field = FIELDS.get(refused.code)
        form.refuse(sentence(refused), field if field in form.fields else None)
        return None


def _once(request: Asked, form: PageForm, verb: Callable[[], object]) -> int | None:
    """1 once it is done, also when the same page is sent again; None when it was refused."""

    def done() -> int:
        verb()
        return 1

    token = form.cleaned_data["form_token"]
    kept: int | None = _try(
        form, lambda: take_once(by=request.actor, at=request.at, token=token, verb=done)
    )
    return kept


def _back(request: Asked, account_id: int, words: str) -> HttpResponse:
    messages.success(request, words)
    return HttpResponseRedirect(reverse("user", args=[account_id]))


def _page(request: Asked, name: str, form: PageForm, **more: object) -> HttpResponse:
    status = 422 if form.errors else 200
    template = f"access/administering/{name}.html"
    return render(request, template, {"form": form, **more}, status=status)
