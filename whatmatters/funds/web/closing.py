"""The provider closes the account of a fund that is over."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted, sent
from whatmatters.frontend.forms import PageForm
from whatmatters.frontend.templatetags.wm import pounds
from whatmatters.funds.queries import account_lines
from whatmatters.funds.services import close_fund
from whatmatters.funds.web.acting import ActPage, act_page
from whatmatters.funds.web.found import found_fund, person_of_fund
from whatmatters.rules.permissions import Action

TITLE = gettext_lazy("Close the account")


class CloseForm(PageForm):
    """One button."""

    keeps_drafts = False


@permitted(Action.KEEP_FUND, person=person_of_fund, post=Action.KEEP_FUND, called=TITLE)
def fund_close(request: Asked, fund_id: int) -> HttpResponse:
    """What is left carries over or goes back, to the penny; nothing moves after."""
    fund = found_fund(request, fund_id)
    lines = account_lines([fund.id])
    over = fund.last_day < request.today and not fund.closed
    form = CloseForm(sent(request)) if over else None

    def verb() -> int:
        close_fund(by=request.actor, at=request.at, fund_id=fund.id)
        return fund.id

    left = pounds(lines[-1].left if lines else 0)
    page = ActPage(
        TITLE,
        _(
            "%(left)s is left. What may stay carries over where a fund for the next year follows; "
            "the rest goes back to those who paid. Nothing moves in the account after."
        )
        % {"left": left},
        _("Close the account"),
        _("An account is closed once, after the fund’s last day."),
    )
    return act_page(request, fund, form, verb, page)
