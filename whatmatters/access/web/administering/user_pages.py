"""The accounts of a body: the list, and one of them."""

from django.http import HttpResponse
from django.shortcuts import render

from whatmatters.access.queries.account_events import read_events
from whatmatters.access.queries.directory import Account, Held, Shown, read_directory
from whatmatters.access.web.administering.charge import account, body_name, charge
from whatmatters.access.web.administering.forms import FindForm
from whatmatters.access.web.administering.trail import shown_events
from whatmatters.access.web.asked import Asked
from whatmatters.access.web.marks import permitted_council
from whatmatters.access.web.role_words import NAMES
from whatmatters.frontend.listing import page_links
from whatmatters.rules.permissions import Action


@permitted_council(Action.MANAGE_USERS)
def user_list(request: Asked) -> HttpResponse:
    """Everybody with an account here; searched, filtered and paged by address."""
    of = charge(request)
    form = FindForm(request.GET)
    words = form.chosen().get("q", "").strip()
    shown = Shown(form.chosen().get("shown") or Shown.NOW)
    read = read_directory(of, on=request.today, words=words, shown=shown, page=form.number())
    context = {
        "body": body_name(of),
        "search": form,
        "words": words,
        "shown": shown,
        "total": read.total,
        "rows": [(one, _roles_now(one, request)) for one in read.accounts],
        "paging": {"links": page_links(read.page, read.pages, form.address)},
    }
    return render(request, "access/administering/user_list.html", context)


@permitted_council(Action.MANAGE_USERS)
def user(request: Asked, account_id: int) -> HttpResponse:
    """One account: who it is, the roles and their days, what was done to it, what can be done."""
    of, one = charge(request), account(request, account_id)
    context = {
        "body": body_name(of),
        "one": one,
        "own": account_id == request.actor.user_id,
        "roles": [_role(held, request) for held in reversed(one.roles)],
        "events": shown_events(read_events(of, user_id=account_id).events[:10]),
    }
    return render(request, "access/administering/user.html", context)


def _roles_now(one: Account, request: Asked) -> str:
    names = {held.role: str(NAMES[held.role]) for held in one.roles if held.on(request.today)}
    return ", ".join(names.values())


def _role(held: Held, request: Asked) -> dict[str, object]:
    return {
        "id": held.membership_id,
        "name": NAMES[held.role],
        "starts": held.starts,
        "ends": held.ends,
        "now": held.on(request.today),
        "can_end": held.ends is None,
    }
