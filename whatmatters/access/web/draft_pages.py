"""What I have begun: kept as it is typed, carried on with, or thrown away."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries.drafts import DraftFacts, drafts_of
from whatmatters.access.services import (
    DraftPlace,
    DraftTooLong,
    keep_draft,
    throw_draft_away,
)
from whatmatters.access.web.asked import Asked
from whatmatters.access.web.draft_seal import FIELD, opened, page_of, seal, typed_in_form
from whatmatters.access.web.drafting import address_with
from whatmatters.access.web.marks import mark_of, permitted_council
from whatmatters.records.standing import of_council
from whatmatters.rules.permissions import Action

A_FORM = gettext_lazy("A form")


@dataclass(frozen=True, slots=True)
class DraftShown:
    """One draft in the list."""

    called: str | Promise
    saved_at: datetime
    expires_at: datetime
    address: str
    seal: str


@permitted_council(Action.OPEN_HOME, post=Action.OPEN_HOME)
def drafts(request: Asked) -> HttpResponse:
    """The list; a form sends here what is to be kept or thrown away. No words are shown here."""
    if request.method == "POST":
        return _sent(request)
    actor = request.actor
    found = drafts_of(actor.user_id, council_id=actor.council_id, at=request.at)
    shown = [_shown(request, draft) for draft in found]
    return render(request, "access/drafts.html", {"drafts": shown})


def _sent(request: Asked) -> HttpResponse:
    place = opened(request.POST.get(FIELD, ""))
    if place is None or place.user_id != request.actor.user_id:
        return JsonResponse(
            {"said": _("Not kept yet. Send the form, or open it again.")}, status=422
        )
    with of_council(place.council_id):
        if request.POST.get("do") == "throw_away":
            throw_draft_away(by=place)
            messages.success(request, _("Thrown away."))
            return HttpResponseRedirect(reverse("drafts"))
        return _kept(request, place, later=request.POST.get("do") == "later")


def _kept(request: Asked, place: DraftPlace, *, later: bool) -> HttpResponse:
    page, typed = page_of(request.POST), typed_in_form(request.POST)
    try:
        where = keep_draft(by=place, page=page, typed=typed, at=request.at)
    except DraftTooLong:
        return JsonResponse(
            {"said": _("This is too long to be kept. Send it in parts.")}, status=422
        )
    if later:
        messages.success(request, _("Kept. Come back to it from here, until the day that it says."))
        return HttpResponseRedirect(reverse("drafts"))
    if where is None:
        return JsonResponse({"said": ""})
    told = {"time": f"{localtime(request.at):%H:%M}"}
    said = _("Kept at %(time)s, for you alone.") % told
    if where.key != place.key:
        said = _(
            "This form is open in another window as well. What you write here is kept apart, "
            "at %(time)s, and changes nothing there."
        )
        said %= told
    return JsonResponse({"draft": seal(where), "key": str(where.key), "said": said})


def _shown(request: Asked, draft: DraftFacts) -> DraftShown:
    me = request.actor
    place = DraftPlace(me.user_id, me.council_id, draft.address, draft.key, draft.page)
    return DraftShown(
        called=_called(draft.address),
        saved_at=draft.saved_at,
        expires_at=draft.expires_at,
        address=address_with(draft.address, draft.key),
        seal=seal(place),
    )


def _called(address: str) -> str | Promise:
    """What the page at an address calls itself; a page that is gone is a form like any other."""
    try:
        mark = mark_of(resolve(address).func)
    except Resolver404:
        return A_FORM
    return (mark.called if mark else "") or A_FORM
