"""A fund of an address, as this reader may see it."""

from django.http import Http404

from whatmatters.access.web import Asked
from whatmatters.funds.queries import FundFacts, fund_facts
from whatmatters.outcomes.web.speaking import is_own


def person_of_fund(council_id: int, fund_id: int) -> int | None:
    """Whose fund it is; None where the council has no such fund."""
    found = fund_facts(council_id, ids=[fund_id])
    return found[0].person_id if found else None


def found_fund(request: Asked, fund_id: int) -> FundFacts:
    """The fund; of a provider's reader, its own. Http404 otherwise."""
    only = request.sight.provider_id
    found = fund_facts(request.actor.council_id, ids=[fund_id], provider_id=only)
    if not found:
        raise Http404
    return found[0]


def base_of(request: Asked) -> str:
    """The frame of the page: the person's own is plainer."""
    return "frontend/base_person.html" if is_own(request.sight) else "frontend/base.html"
