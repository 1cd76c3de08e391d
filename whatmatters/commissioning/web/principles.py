"""Services by the six principles (R-PR-01): a provider and the council read one page."""

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from whatmatters.access.queries import may_in_council, own_organisation_only
from whatmatters.access.queries.names import names_together
from whatmatters.access.web import Asked, permitted_council
from whatmatters.commissioning.queries.principles import ViewFacts, newest, views
from whatmatters.commissioning.queries.seen_services import ServiceFacts, services
from whatmatters.commissioning.web.principle_words import ASKED, LEVELS, NAMES
from whatmatters.frontend.way_words import WAY_NAMES
from whatmatters.rules.permissions import Action
from whatmatters.rules.principles import Principle

SEES = Action.SEE_PRINCIPLES
SIX = gettext_lazy("Services by the six principles")


@dataclass(frozen=True, slots=True)
class Said:
    """A view as a heading says it."""

    body: str
    number: int
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class PrincipleShown:
    """One principle, and of each view in turn its level and its evidence."""

    name: str | Promise
    asked: str | Promise
    told: tuple[tuple[Said, str | Promise, str], ...]


@permitted_council(SEES, called=SIX)
def principle_views(request: Asked, contract_id: int) -> HttpResponse:
    """Each principle with what each body says of it now, and every view beside the others."""
    one = found_service(request, contract_id)
    ever = views(request.actor.council_id, [one.id]).get(one.id, ())
    now = {v.id for v in newest(ever).values()}
    users, bodies = names_together(
        {v.by_id for v in ever}, {one.provider_id, *(v.organisation_id for v in ever)}
    )
    said = {v.id: Said(bodies[v.organisation_id], v.number, v.at, users[v.by_id]) for v in ever}
    context = {
        "one": one,
        "provider": bodies[one.provider_id],
        "way": WAY_NAMES.get(one.model, one.model),
        "now": _shown([v for v in ever if v.id in now], said),
        "all": _shown(list(reversed(ever)), said),
        "columns": [said[v.id] for v in reversed(ever)],
        "earlier": _shown([v for v in ever if v.id not in now], said)
        if len(ever) > len(now)
        else [],
        "may_score": may_in_council(request.actor, Action.SCORE_PRINCIPLES),
    }
    return render(request, "commissioning/principles.html", context)


def found_service(request: Asked, contract_id: int, action: Action = SEES) -> ServiceFacts:
    """A contract whose views this reader may see. Http404 otherwise."""
    own = own_organisation_only(request.actor, action)
    found = services(request.actor.council_id, ids=[contract_id], provider_id=own)
    if not found:
        raise Http404
    return found[0]


def _shown(some: list[ViewFacts], said: dict[int, Said]) -> list[PrincipleShown]:
    return [
        PrincipleShown(
            NAMES[one],
            ASKED[one],
            tuple((said[v.id], LEVELS[v.told[one].level], v.told[one].evidence) for v in some),
        )
        for one in Principle
    ]
