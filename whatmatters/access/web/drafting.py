"""Drafts at the edge: what a form was sent with, what it shows again, and what is kept unsent.

A view does one thing: `form = AForm(sent(request), …)`, and its template draws the form by
`{% page_form form %}`. All else happens here and in the middleware.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.http import HttpRequest, QueryDict
from django.urls import reverse

from whatmatters.access.queries import Actor
from whatmatters.access.queries.drafts import DraftFacts, drafts_at, typed_in
from whatmatters.access.services import DraftPlace, DraftTooLong, finish_draft, keep_draft
from whatmatters.access.web.asked import actor_of, moment_of
from whatmatters.access.web.draft_seal import FIELD, is_blank, opened, page_of, seal, typed_in_form
from whatmatters.frontend.forms import kept
from whatmatters.records.standing import of_council


@dataclass(frozen=True, slots=True)
class EarlierDraft:
    """Something begun on this page before, and where to carry on with it."""

    saved_at: datetime
    address: str


@dataclass(frozen=True, slots=True)
class PageDraft:
    """What a form's page knows of drafts. `shown_from`: when what it shows was kept, if it was."""

    seal: str
    key: str
    keeper: str
    fresh: str
    shown_from: datetime | None
    earlier: tuple[EarlierDraft, ...]


def sent(request: HttpRequest) -> QueryDict | None:
    """The data of a sent form; on an opened page the draft that its address names, or None."""
    if request.method == "POST":
        return request.POST
    actor, key = actor_of(request), _named(request)
    if actor is None or key is None:
        return None
    found = typed_in(
        actor.user_id,
        key,
        request.path,
        council_id=actor.council_id,
        at=moment_of(request),
    )
    return kept(found) if found is not None else None


def status(request: HttpRequest) -> int:
    """422 for a sent form that is shown again, 200 for an opened page."""
    return 422 if request.method == "POST" else 200


def draft_of_page(request: HttpRequest) -> PageDraft | None:
    """What the page's form says of drafts, in one query; None where nobody is signed in."""
    actor = actor_of(request)
    if actor is None:
        return None
    found = drafts_at(
        actor.user_id, request.path, council_id=actor.council_id, at=moment_of(request)
    )
    place = _place(request, actor, found)
    named = _named(request)
    shown = next((d for d in found if d.key == named), None) if request.method != "POST" else None
    others = [d for d in found if d.key != place.key]
    return PageDraft(
        seal=seal(place),
        key=str(place.key),
        keeper=reverse("drafts"),
        fresh=request.path,
        shown_from=shown.saved_at if shown else None,
        earlier=tuple(EarlierDraft(d.saved_at, address_with(request.path, d.key)) for d in others),
    )


def keep_sent(request: HttpRequest) -> str | None:
    """Keep the words of a form that could not be taken; the address that shows them again.

    None where the form carries no seal of ours, or holds nothing. Whoever signs in next reads them
    only if they are the one for whom the page was made.
    """
    place = opened(request.POST.get(FIELD, "")) if request.method == "POST" else None
    typed = typed_in_form(request.POST)
    if place is None or is_blank(typed):
        return None
    try:
        with of_council(place.council_id):
            where = keep_draft(
                by=place, page=page_of(request.POST), typed=typed, at=moment_of(request)
            )
    except DraftTooLong:
        return None
    return address_with(place.address, where.key) if where else place.address


def finish_sent(request: HttpRequest, actor: Actor) -> None:
    """The form was taken and led on: what was kept of it goes."""
    place = opened(request.POST.get(FIELD, ""))
    if place is not None and place.user_id == actor.user_id:
        with of_council(place.council_id):
            finish_draft(by=place, page=page_of(request.POST), at=moment_of(request))


def address_with(address: str, key: UUID) -> str:
    """The address of a form that shows one draft."""
    return f"{address}?{FIELD}={key}"


def _place(request: HttpRequest, actor: Actor, found: tuple[DraftFacts, ...]) -> DraftPlace:
    """Where this page keeps what is typed: as it was sent, as its address says, or anew."""
    posted = opened(request.POST.get(FIELD, "")) if request.method == "POST" else None
    if posted is not None and (posted.user_id, posted.address) == (actor.user_id, request.path):
        return posted
    named = _named(request)
    one = next((draft for draft in found if draft.key == named), None)
    key, seen = (one.key, one.page) if one else (uuid4(), uuid4())
    return DraftPlace(actor.user_id, actor.council_id, request.path, key, seen)


def _named(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.GET.get(FIELD, ""))
    except ValueError:
        return None
