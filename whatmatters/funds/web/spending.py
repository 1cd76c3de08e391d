"""The provider writes down what was spent, of which agreed spend, and who sold it."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted, sent
from whatmatters.frontend.forms import DateField, MoneyField, OneOf, PageForm, WordsField
from whatmatters.frontend.templatetags.wm import pounds
from whatmatters.funds.queries import FundFacts, account_lines, agreed_spends
from whatmatters.funds.services import BoughtGiven, spend
from whatmatters.funds.web.acting import ActPage, act_page
from whatmatters.funds.web.agreed_shown import agreed_rows
from whatmatters.funds.web.found import found_fund, person_of_fund
from whatmatters.rules.permissions import Action

TITLE = gettext_lazy("Write down what was spent")


class SpendForm(PageForm):
    """Which agreed spend, the day, how much, what for, and who sold it."""

    agreed = OneOf(label=gettext_lazy("Of which agreed spend?"))
    on = DateField(label=gettext_lazy("On which day?"))
    pence = MoneyField(label=gettext_lazy("How many pounds?"))
    what_for = WordsField(label=gettext_lazy("What for?"), rows=2)
    seller = forms.CharField(
        label=gettext_lazy("Who sold it, where it was not you?"),
        help_text=gettext_lazy("The name as it stands on the receipt."),
        required=False,
        max_length=200,
    )


@permitted(Action.KEEP_FUND, person=person_of_fund, post=Action.KEEP_FUND, called=TITLE)
def fund_spend(request: Asked, fund_id: int) -> HttpResponse:
    """Never beyond what was agreed, nor beyond what is there."""
    fund = found_fund(request, fund_id)
    form = _form(request, fund)

    def verb() -> int:
        assert form is not None
        told: dict[str, Any] = form.cleaned_data
        given = BoughtGiven(
            int(told["agreed"]), told["on"], told["pence"], told["what_for"], told["seller"]
        )
        spend(by=request.actor, at=request.at, given=given)
        return fund.id

    page = ActPage(
        TITLE,
        _("Only what was agreed with the person, and only what is there. They read every line."),
        _("Write it down"),
        _("Nothing was agreed to be spent yet. The practitioner agrees it with the person first."),
    )
    return act_page(request, fund, form, verb, page)


def _form(request: Asked, fund: FundFacts) -> SpendForm | None:
    agreed, lines = agreed_spends(fund.id), account_lines([fund.id])
    if fund.closed or not agreed:
        return None
    on = min(request.today, fund.last_day)
    form = SpendForm(sent(request), initial={"on": on})
    left = _("%(what)s: %(pounds)s may still be spent of it")
    form.fields["agreed"].choices = [  # type: ignore[attr-defined]
        (str(row.id), left % {"what": row.what, "pounds": pounds(row.room)})
        for row in agreed_rows(agreed, lines, on, frozenset())
    ]
    return form
