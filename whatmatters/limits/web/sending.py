"""A form of the register: its entry found, sent once, refused beside its question."""

from collections.abc import Callable, Mapping

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from whatmatters.access.queries import own_organisation_only
from whatmatters.access.services import take_once
from whatmatters.access.web import Asked, status
from whatmatters.frontend.forms import PageForm
from whatmatters.limits.queries import LimitFacts, limits
from whatmatters.limits.web.refused import BESIDE, refused_words
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Refusal


def found_limit(request: Asked, limit_id: int) -> LimitFacts:
    """An entry that this reader may see. Http404 otherwise."""
    own = own_organisation_only(request.actor, Action.SEE_LIMITS)
    held = limits(request.actor.council_id, ids=[limit_id], body_id=own)
    if not held:
        raise Http404
    return held[0]


def form_page(
    request: Asked,
    form: PageForm,
    verb: Callable[[], int],
    said: Mapping[str, object],
    limit: LimitFacts | None = None,
) -> HttpResponse:
    """A page with one form; what is kept leads to its entry."""
    if request.method == "POST" and form.is_valid():
        token = form.cleaned_data["form_token"]
        try:
            made = take_once(by=request.actor, at=request.at, token=token, verb=verb)
        except Refusal as refusal:
            field = str(refusal.params.get("field", BESIDE.get(refusal.code, "")))
            form.refuse(refused_words(refusal), field if field in form.fields else None)
        else:
            messages.success(request, _("This is kept."))
            return redirect("limit", limit_id=made)
    context = {"form": form, "limit": limit, **said}
    return render(request, "limits/enter.html", context, status=status(request))
