"""End a fund before its year is over."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted, sent
from whatmatters.frontend.forms import DateField, OneOf, PageForm
from whatmatters.funds.services import end_fund
from whatmatters.funds.web.acting import ActPage, act_page
from whatmatters.funds.web.found import found_fund, person_of_fund
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.permissions import Action

TITLE = gettext_lazy("End the fund")
REASONS = [
    (EndReason.NO_LONGER_NEEDED, gettext_lazy("Nothing more is needed")),
    (EndReason.REVIEWED, gettext_lazy("It was reviewed, and something else fits better")),
    (EndReason.DIRECT_PAYMENT, gettext_lazy("A direct payment takes its place")),
    (EndReason.MOVED, gettext_lazy("They move out of the council’s area")),
]


class EndForm(PageForm):
    """The last day and the reason."""

    on = DateField(label=gettext_lazy("The last day"))
    reason = OneOf(label=gettext_lazy("Why does it end?"), choices=REASONS)


@permitted(Action.AGREE_FUND, person=person_of_fund, post=Action.AGREE_FUND, called=TITLE)
def fund_end(request: Asked, fund_id: int) -> HttpResponse:
    """Its last day; what is left goes back once its provider closes the account."""
    fund = found_fund(request, fund_id)
    form = EndForm(sent(request)) if fund.ends is None and not fund.closed else None

    def verb() -> int:
        assert form is not None
        told = form.cleaned_data
        reason = EndReason(told["reason"])
        end_fund(by=request.actor, at=request.at, fund_id=fund.id, on=told["on"], reason=reason)
        return fund.id

    page = ActPage(
        TITLE,
        _(
            "Money may be spent on the last day still. Then the provider closes the account, and "
            "all that is left goes back to those who paid, by their shares."
        ),
        _("End it on that day"),
        _("This fund has its last day already."),
    )
    return act_page(request, fund, form, verb, page)
