"""The provider writes in an instalment that the council paid."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted, sent
from whatmatters.frontend.forms import DateField, MoneyField, OneOf, PageForm
from whatmatters.frontend.templatetags.wm import day, pounds
from whatmatters.funds.queries import FundFacts, account_lines, fund_terms, paid_in
from whatmatters.funds.services import pay_in
from whatmatters.funds.web.acting import ActPage, act_page
from whatmatters.funds.web.found import found_fund, person_of_fund
from whatmatters.rules.blocks.year import instalments
from whatmatters.rules.instalments import instalment_of
from whatmatters.rules.permissions import Action

TITLE = gettext_lazy("Write in an instalment that came in")


class PaidInForm(PageForm):
    """Which instalment, on which day, how much."""

    instalment = OneOf(label=gettext_lazy("Which instalment?"))
    on = DateField(label=gettext_lazy("On which day did it come?"))
    pence = MoneyField(label=gettext_lazy("How many pounds came?"))


@permitted(Action.KEEP_FUND, person=person_of_fund, post=Action.KEEP_FUND, called=TITLE)
def fund_pay_in(request: Asked, fund_id: int) -> HttpResponse:
    """Instalments that have begun and are not in the account yet."""
    fund = found_fund(request, fund_id)
    form = _form(request, fund)

    def verb() -> int:
        assert form is not None
        told: dict[str, Any] = form.cleaned_data
        pay_in(
            by=request.actor,
            at=request.at,
            fund_id=fund.id,
            instalment=int(told["instalment"]),
            on=told["on"],
            pence=told["pence"],
        )
        return fund.id

    page = ActPage(
        TITLE,
        _("Write what the bank says. What differs from the council’s payment is seen and asked."),
        _("Write it in"),
        _("Every instalment that has begun is in the account already."),
    )
    return act_page(request, fund, form, verb, page)


def _form(request: Asked, fund: FundFacts) -> PaidInForm | None:
    if fund.closed:
        return None
    budget = fund_terms(fund.council_id, [fund.id])[fund.id].terms.budget_pence
    there = paid_in(account_lines([fund.id]))
    until = min(request.today, fund.last_day)
    due = [
        (number, first)
        for number, first in instalments(fund.starts)
        if first <= until and number not in there
    ]
    if not due:
        return None
    first_due = due[0][0]
    initial = {
        "instalment": str(first_due),
        "on": request.today,
        "pence": instalment_of(budget, first_due),
    }
    form = PaidInForm(sent(request), initial=initial)
    form.fields["instalment"].choices = [  # type: ignore[attr-defined]
        (str(number), _words(number, day(first), pounds(instalment_of(budget, number))))
        for number, first in due
    ]
    return form


def _words(number: int, first: str, amount: str) -> str:
    return _("Instalment %(number)s, from %(first)s: %(pounds)s") % {
        "number": number,
        "first": first,
        "pounds": amount,
    }
