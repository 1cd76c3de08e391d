"""An episode of an address, as this reader may see it."""

from django.http import Http404

from whatmatters.access.web import Asked
from whatmatters.episodes.queries import EpisodeFacts, episode_facts
from whatmatters.outcomes.web.speaking import is_own


def person_of_episode(council_id: int, episode_id: int) -> int | None:
    """Whose it is; None where the council has no such episode."""
    found = episode_facts(council_id, ids=[episode_id])
    return found[0].person_id if found else None


def found_episode(request: Asked, episode_id: int) -> EpisodeFacts:
    """It; of a provider's reader, one under its contracts. Http404 otherwise."""
    only = request.sight.provider_id
    found = episode_facts(request.actor.council_id, ids=[episode_id], provider_id=only)
    if not found:
        raise Http404
    return found[0]


def base_of(request: Asked) -> str:
    """The frame of the page: the person's own is plainer."""
    return "frontend/base_person.html" if is_own(request.sight) else "frontend/base.html"
