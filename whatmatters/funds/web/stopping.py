"""Stop an agreed spend: its last day."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted, sent
from whatmatters.frontend.forms import DateField, OneOf, PageForm
from whatmatters.frontend.templatetags.wm import day
from whatmatters.funds.queries import agreed_spends
from whatmatters.funds.services import stop_spend
from whatmatters.funds.web.acting import ActPage, act_page
from whatmatters.funds.web.found import found_fund, person_of_fund
from whatmatters.rules.permissions import Action

TITLE = gettext_lazy("Stop an agreed spend")


class StopForm(PageForm):
    """Which one, and its last day."""

    agreed = OneOf(label=gettext_lazy("Which agreed spend?"))
    on = DateField(label=gettext_lazy("Its last day"))


@permitted(Action.AGREE_FUND, person=person_of_fund, post=Action.AGREE_FUND, called=TITLE)
def fund_stop(request: Asked, fund_id: int) -> HttpResponse:
    """What was spent of it stays spent."""
    fund = found_fund(request, fund_id)
    running = [one for one in agreed_spends(fund.id) if one.agreed.ends >= request.today]
    form = StopForm(sent(request)) if running and not fund.closed else None
    if form is not None:
        form.fields["agreed"].choices = [  # type: ignore[attr-defined]
            (str(one.id), f"{one.what} ({day(one.agreed.starts)} – {day(one.agreed.ends)})")
            for one in running
        ]

    def verb() -> int:
        assert form is not None
        agreed = int(form.cleaned_data["agreed"])
        on = form.cleaned_data["on"]
        stop_spend(by=request.actor, at=request.at, agreed_id=agreed, on=on)
        return fund.id

    page = ActPage(
        TITLE,
        _("What was spent of it stays spent. After its last day nothing more of it may be."),
        _("Stop it on that day"),
        _("No agreed spend runs here."),
    )
    return act_page(request, fund, form, verb, page)
