"""A worker of an address whom a platform found, as this reader may see it."""

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.access.web import Asked
from whatmatters.direct_payments.queries import IntroductionFacts, introductions
from whatmatters.direct_payments.web.found import base_of, found_direct
from whatmatters.direct_payments.web.words import BESIDE, direct_refused
from whatmatters.frontend.forms import PageForm
from whatmatters.people.web import one_form
from whatmatters.people.web.one_form import ActPage, Around


def person_of_introduction(council_id: int, introduction_id: int) -> int | None:
    """Whose it is; None where the council has no such worker."""
    found = introductions(council_id, ids=[introduction_id])
    return found[0].person_id if found else None


def found_introduction(request: Asked, introduction_id: int) -> IntroductionFacts:
    """It, where the reader may see the direct payment that pays. Http404 otherwise."""
    found = introductions(request.actor.council_id, ids=[introduction_id])
    if not found:
        raise Http404
    found_direct(request, found[0].direct_id)
    return found[0]


def introduction_page(
    request: Asked,
    one: IntroductionFacts,
    form: PageForm | None,
    verb: Callable[[], int],
    page: ActPage,
) -> HttpResponse:
    """A page with one form; what is kept leads back to the worker's hours."""
    back, words = reverse("introduction", args=[one.id]), _("Back to these hours")
    around = Around(base_of(request), back, words, direct_refused, BESIDE)
    return one_form.act_page(request, one.person_id, form, verb, page, around)
