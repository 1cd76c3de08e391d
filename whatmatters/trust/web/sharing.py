"""Who sees what: read, changed, and stopped at once."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries.bodies import organisations_outside
from whatmatters.access.queries.names import user_names
from whatmatters.access.web import Asked, permitted, sent
from whatmatters.people.queries import deciders
from whatmatters.people.queries.relationships import DECIDES_FOR
from whatmatters.rules.permissions import Action, Relationship
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.sharing import Topic
from whatmatters.trust.services import share, stop_sharing
from whatmatters.trust.web.frame import back_to, frame, shown
from whatmatters.trust.web.sharing_forms import OrganisationForm, SharingForm
from whatmatters.trust.web.sharing_parties import parties
from whatmatters.trust.web.words import refusal_words

HERS = frozenset({Relationship.SELF, Relationship.ASSIGNED})


@permitted(Action.SHARE_RECORD, person="person_id", post=Action.SHARE_RECORD)
def sharing(request: Asked, person_id: int) -> HttpResponse:
    """Everybody who is let in and what they see; a button beside each stops it now."""
    page = frame(request, person_id)
    found = parties(request, person_id)
    if request.method == "POST":
        _stop(request, person_id, {party.key for party in found.now})
        return back_to("sharing", person_id)
    return shown(request, "sharing", page, parties=found)


@permitted(
    Action.SHARE_RECORD,
    person="person_id",
    post=Action.SHARE_RECORD,
    called=gettext_lazy("What one person sees"),
)
def sharing_with(request: Asked, person_id: int, user_id: int) -> HttpResponse:
    """What one person who is let in may see."""
    page = frame(request, person_id)
    found = parties(request, person_id).now
    party = next((one for one in found if one.user_id == user_id), None)
    if party is None:
        raise Http404
    form = SharingForm(
        sent(request),
        offered=frozenset(Topic),
        initial={"topics": [str(topic) for topic in party.held]},
        **_voices(request, person_id),
    )
    if (
        request.method == "POST"
        and form.is_valid()
        and _shared(request, form, person_id, user_id=user_id)
    ):
        return back_to("sharing", person_id)
    return shown(request, "sharing_with", page, form=form, party=party)


@permitted(
    Action.SHARE_RECORD,
    person="person_id",
    post=Action.SHARE_RECORD,
    called=gettext_lazy("Share with an organisation"),
)
def sharing_organisation(request: Asked, person_id: int) -> HttpResponse:
    """What an organisation outside may see."""
    page = frame(request, person_id)
    bodies = organisations_outside(request.actor.council_id)
    form = OrganisationForm(sent(request), bodies=bodies, **_voices(request, person_id))
    if request.method == "POST" and form.is_valid():
        body_id = int(form.cleaned_data["organisation"])
        if _shared(request, form, person_id, body_id=body_id):
            return back_to("sharing", person_id)
    return shown(request, "sharing_organisation", page, form=form, bodies=bodies)


def _voices(request: Asked, person_id: int) -> dict[str, Any]:
    """Whose decision this reader may write down."""
    held = [d for d in deciders(person_id, request.today) if d.authority in DECIDES_FOR]
    stands = request.sight.relationships
    decides = Relationship.DECIDER in stands and not stands & HERS
    if decides:
        held = [d for d in held if d.user_id == request.actor.user_id]
    names = user_names(d.user_id for d in held)
    return {
        "deciders": [(d, names[d.user_id]) for d in held],
        "own": Relationship.SELF in stands,
        "decides": decides,
    }


def _shared(
    request: Asked,
    form: SharingForm,
    person_id: int,
    *,
    user_id: int | None = None,
    body_id: int | None = None,
) -> bool:
    said = form.sharing(person_id, user_id=user_id, body_id=body_id)
    try:
        share(by=request.actor, at=request.at, on=request.today, sharing=said)
    except Refusal as refusal:
        field = str(refusal.params.get("field", ""))
        form.refuse(refusal_words(refusal), field if field in form.fields else None)
        return False
    messages.success(request, _("Kept. It holds from now on, on every page they open."))
    return True


def _stop(request: Asked, person_id: int, known: set[str]) -> None:
    """Stop sharing with one party; a second click finds nothing left and says the same."""
    key = request.POST.get("stop", "")
    if key in known:
        kind, _dash, pk = key.partition("-")
        stop_sharing(
            by=request.actor,
            at=request.at,
            on=request.today,
            person_id=person_id,
            **{f"{kind}_id": int(pk)},
        )
    messages.success(request, _("Stopped. From now on they see nothing of this record."))
