"""Which services somebody has said a view of, by the six principles."""

from django.http import HttpResponse
from django.shortcuts import render

from whatmatters.access.queries import own_organisation_only
from whatmatters.access.queries.names import organisation_names
from whatmatters.access.web import Asked, permitted_council
from whatmatters.commissioning.queries.principles import newest, views
from whatmatters.commissioning.queries.seen_services import ServiceFacts, services
from whatmatters.commissioning.web.principles import SEES, SIX
from whatmatters.frontend.listing import PER_PAGE, ListForm, paging
from whatmatters.frontend.way_words import WAY_NAMES


@permitted_council(SEES, called=SIX)
def principle_list(request: Asked) -> HttpResponse:
    """Every contract that this reader may see, and who has said a view of it."""
    held = _held(request)
    page = paging(ListForm(request.GET), len(held))
    shown = held[page.start : page.start + PER_PAGE]
    said = views(request.actor.council_id, [one.id for one in shown])
    bodies = {one.provider_id for one in shown}
    names = organisation_names(bodies | {v.organisation_id for some in said.values() for v in some})
    rows = [
        {
            "facts": one,
            "provider": names[one.provider_id],
            "way": WAY_NAMES.get(one.model, one.model),
            "last": [(names[body], view.at) for body, view in newest(said.get(one.id, ())).items()],
        }
        for one in shown
    ]
    return render(request, "commissioning/principle_list.html", {"rows": rows, "paging": page})


def _held(request: Asked) -> tuple[ServiceFacts, ...]:
    own = own_organisation_only(request.actor, SEES)
    return services(request.actor.council_id, provider_id=own)
