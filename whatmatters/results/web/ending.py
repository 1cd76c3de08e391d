"""The last day of a contract that pays results."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted_council, sent
from whatmatters.frontend.forms import DateField, OneOf, PageForm
from whatmatters.results.services import end_results
from whatmatters.results.web.sending import form_page, found_scheme
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.permissions import Action

CHANGE = Action.CHANGE_CONTRACTS
END = gettext_lazy("The last day of these results")


class EndForm(PageForm):
    """The last day, and why."""

    on = DateField(label=gettext_lazy("Last day"))
    reason = OneOf(
        label=gettext_lazy("Why does it end?"),
        choices=[
            (EndReason.REPLACED, gettext_lazy("Something else takes its place")),
            (EndReason.NO_LONGER_NEEDED, gettext_lazy("It is no longer needed")),
        ],
    )


@permitted_council(CHANGE, post=CHANGE, called=END)
def result_end(request: Asked, results_id: int) -> HttpResponse:
    """Write the last day; a period that is not over by then is not paid."""
    scheme = found_scheme(request, results_id)
    form = EndForm(sent(request))

    def verb() -> int:
        told = form.cleaned_data
        return end_results(
            by=request.actor,
            at=request.at,
            contract_id=scheme.id,
            on=told["on"],
            reason=EndReason(told["reason"]),
        )

    lead = _(
        "A measured period that is not over by then is not paid, and what was paid for one comes "
        "back with the next run. The day before the first: nothing is paid at all."
    )
    said = {"title": END, "lead": lead, "send": _("End it on that day")}
    return form_page(request, form, verb, said, scheme)
