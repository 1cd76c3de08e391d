"""A direct payment of an address, as this reader may see it."""

from django.http import Http404

from whatmatters.access.web import Asked
from whatmatters.direct_payments.queries import DirectFacts, direct_facts
from whatmatters.outcomes.web.speaking import is_own


def person_of_direct(council_id: int, direct_id: int) -> int | None:
    """Whose it is; None where the council has no such direct payment."""
    found = direct_facts(council_id, ids=[direct_id])
    return found[0].person_id if found else None


def found_direct(request: Asked, direct_id: int) -> DirectFacts:
    """It; of a provider's reader, one whose money it manages. Http404 otherwise."""
    only = request.sight.provider_id
    found = direct_facts(request.actor.council_id, ids=[direct_id], provider_id=only)
    if not found:
        raise Http404
    return found[0]


def base_of(request: Asked) -> str:
    """The frame of the page: the person's own is plainer."""
    return "frontend/base_person.html" if is_own(request.sight) else "frontend/base.html"
