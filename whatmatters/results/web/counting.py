"""The provider counts a measured period, or puts a count right."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted_council
from whatmatters.frontend.templatetags.wm import period_words
from whatmatters.results.queries import one_count
from whatmatters.results.services import count_result
from whatmatters.results.web.counting_form import count_form
from whatmatters.results.web.sending import form_page, found_period
from whatmatters.rules.permissions import Action

COUNT = Action.COUNT_RESULTS
TITLE = gettext_lazy("What was counted")


@permitted_council(COUNT, post=COUNT, called=TITLE)
def result_count(request: Asked, results_id: int, measured: int) -> HttpResponse:
    """A measured period that is over: counted first, or put right."""
    scheme = found_period(request, results_id, measured)
    said = one_count(scheme.id, measured)
    form = count_form(request, scheme, said)

    def verb() -> int:
        return count_result(
            by=request.actor,
            at=request.at,
            contract_id=scheme.id,
            given=form.given(measured),
            seen=form.cleaned_data["seen"],
        )

    days = period_words(scheme.measured(measured))
    lead = f"{days}. {scheme.population}: {scheme.event}."
    if said is not None:
        lead += " " + _("What was told before stays, and is paid until the council agrees to this.")
    return form_page(
        request, form, verb, {"title": TITLE, "lead": lead, "send": _("Keep this count")}, scheme
    )
