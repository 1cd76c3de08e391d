"""A page with one form about one direct payment."""

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.access.web import Asked
from whatmatters.direct_payments.queries import DirectFacts
from whatmatters.direct_payments.web.found import base_of
from whatmatters.direct_payments.web.words import BESIDE, direct_refused
from whatmatters.frontend.forms import PageForm
from whatmatters.people.web import one_form
from whatmatters.people.web.one_form import ActPage, Around


def around_all(request: Asked, person_id: int) -> Around:
    """The way back to all of hers."""
    back = reverse("direct_list", args=[person_id])
    words = _("Back to the direct payments")
    return Around(base_of(request), back, words, direct_refused, BESIDE)


def direct_page(
    request: Asked,
    direct: DirectFacts,
    form: PageForm | None,
    verb: Callable[[], int],
    page: ActPage,
) -> HttpResponse:
    """The page; what is kept leads back to the direct payment."""
    back, words = reverse("direct", args=[direct.id]), _("Back to the direct payment")
    around = Around(base_of(request), back, words, direct_refused, BESIDE)
    return one_form.act_page(request, direct.person_id, form, verb, page, around)
