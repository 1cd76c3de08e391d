"""Whether a page was sent before: asked where a form offers, the second time, something else."""

from whatmatters.access.services import taken_before
from whatmatters.access.web.asked import Asked
from whatmatters.access.web.draft_seal import page_of


def is_again(request: Asked) -> bool:
    """Whether this very page was sent and taken before."""
    if request.method != "POST":
        return False
    return taken_before(by=request.actor, token=page_of(request.POST)) is not None
