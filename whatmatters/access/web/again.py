"""Whether a page was sent before: asked where a form offers, the second time, something else."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from whatmatters.access.services import taken_before
from whatmatters.access.web.asked import Asked
from whatmatters.access.web.draft_seal import page_of


def is_again(request: Asked) -> bool:
    """Whether this very page was sent and taken before."""
    if request.method != "POST":
        return False
    return taken_before(by=request.actor, token=page_of(request.POST)) is not None


def kept_before(request: Asked) -> HttpResponse:
    """What somebody reads whose page was taken the first time, and took the page itself from them.

    It says nothing of the address, whoever's it is: only that this reader sent this page before.
    """
    messages.info(
        request, _("You sent this page before, and it was kept. It is not yours to see any more.")
    )
    return redirect("home")
