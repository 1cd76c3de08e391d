"""End a direct payment."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted, sent
from whatmatters.direct_payments.queries import direct_terms
from whatmatters.direct_payments.services import end_direct
from whatmatters.direct_payments.web.acting import direct_page
from whatmatters.direct_payments.web.found import found_direct, person_of_direct
from whatmatters.frontend.forms import DateField, OneOf, PageForm
from whatmatters.people.web.one_form import ActPage
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.permissions import Action

TITLE = gettext_lazy("End the direct payment")
REASONS = [
    (EndReason.REPLACED, gettext_lazy("Another way of support follows the next day")),
    (EndReason.REVIEWED, gettext_lazy("It was reviewed, and is agreed anew from the next day")),
    (EndReason.NO_LONGER_NEEDED, gettext_lazy("Nothing more is needed")),
    (EndReason.MOVED, gettext_lazy("They move out of the council’s area")),
]


class EndForm(PageForm):
    """The last day and the reason."""

    on = DateField(label=gettext_lazy("The last day"))
    reason = OneOf(label=gettext_lazy("Why does it end?"), choices=REASONS)


@permitted(Action.AGREE_FUND, person=person_of_direct, post=Action.AGREE_FUND, called=TITLE)
def direct_end(request: Asked, direct_id: int) -> HttpResponse:
    """Its last day, and what still is paid after it."""
    direct = found_direct(request, direct_id)
    form = EndForm(sent(request)) if direct.ends is None else None
    terms = direct_terms(direct.council_id, direct.id).terms

    def verb() -> int:
        assert form is not None
        told = form.cleaned_data
        reason = EndReason(told["reason"])
        end_direct(
            by=request.actor, at=request.at, direct_id=direct.id, on=told["on"], reason=reason
        )
        return direct.id

    page = ActPage(
        TITLE,
        _(
            "Where nothing follows, %(days)s days more are paid, so that an assistant’s notice can "
            "be. What was paid beyond comes back; then the account is looked at for the last time."
        )
        % {"days": terms.run_on_days},
        _("End it on that day"),
        _("This direct payment has its last day already."),
    )
    return direct_page(request, direct, form, verb, page)
