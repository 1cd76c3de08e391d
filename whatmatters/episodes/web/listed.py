"""A person's weeks of short-term support: which days, with whom, and how each ended."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from whatmatters.access.queries.names import organisation_names
from whatmatters.access.web import Asked, permitted
from whatmatters.episodes.queries import episode_facts
from whatmatters.episodes.web.found import base_of
from whatmatters.episodes.web.shown import episode_row
from whatmatters.outcomes.web.speaking import is_own
from whatmatters.people.queries import person as person_of
from whatmatters.rules.permissions import Action


@permitted(Action.SEE_PLAN, person="person_id", called=gettext_lazy("Short-term support"))
def episode_list(request: Asked, person_id: int) -> HttpResponse:
    """The newest first; of a provider's reader, its own."""
    council_id = request.actor.council_id
    who = person_of(person_id, council_id=council_id)
    if who is None:
        raise Http404
    found = episode_facts(council_id, person_id=person_id, provider_id=request.sight.provider_id)
    names = organisation_names({one.provider_id for one in found})
    told = {
        "base": base_of(request),
        "own": is_own(request.sight),
        "name": who.known_as,
        "person_id": person_id,
        "found": [episode_row(one, names[one.provider_id], request.today) for one in found],
        "may_open": Action.AGREE_EPISODE in request.sight.actions and not who.died_on,
    }
    return render(request, "episodes/episode_list.html", told)
