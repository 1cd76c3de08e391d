"""A page with one form about one fund."""

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.access.web import Asked
from whatmatters.frontend.forms import PageForm
from whatmatters.funds.queries import FundFacts
from whatmatters.funds.web.found import base_of
from whatmatters.funds.web.words import BESIDE, fund_refused
from whatmatters.people.web import one_form
from whatmatters.people.web.one_form import ActPage, Around

__all__ = ["ActPage", "act_page", "around_funds"]


def around_funds(request: Asked, person_id: int, fund: FundFacts | None = None) -> Around:
    """The way back to the fund, or to all of hers."""
    if fund is None:
        back, words = reverse("fund_list", args=[person_id]), _("Back to the funds")
    else:
        back, words = reverse("fund", args=[fund.id]), _("Back to the fund")
    return Around(base_of(request), back, words, fund_refused, BESIDE)


def act_page(
    request: Asked,
    fund: FundFacts,
    form: PageForm | None,
    verb: Callable[[], int],
    page: ActPage,
) -> HttpResponse:
    """The page; what is kept leads back to the fund."""
    around = around_funds(request, fund.person_id, fund)
    return one_form.act_page(request, fund.person_id, form, verb, page, around)
