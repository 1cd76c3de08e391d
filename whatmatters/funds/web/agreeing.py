"""The practitioner agrees a spend with the person, for an outcome of hers."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from whatmatters.access.queries.names import user_names
from whatmatters.access.web import Asked, permitted, sent
from whatmatters.frontend.forms import DateField, MoneyField, OneOf, PageForm, WordsField
from whatmatters.funds.queries import FundFacts
from whatmatters.funds.services import SpendGiven, agree_spend
from whatmatters.funds.web.acting import ActPage, act_page
from whatmatters.funds.web.found import found_fund, person_of_fund
from whatmatters.funds.web.words import EVERY
from whatmatters.outcomes.queries import outcomes_of
from whatmatters.outcomes.web.code_words import AUTHORITIES
from whatmatters.people.queries import deciders
from whatmatters.rules.funds.agreed import Every
from whatmatters.rules.permissions import Action

HERSELF = "herself"
TITLE = gettext_lazy("Agree a spend")


class AgreeForm(PageForm):
    """What, for which outcome, how much, how often, between which days, by whose word."""

    what = WordsField(label=gettext_lazy("What may be bought, in their words?"), rows=2)
    outcome = OneOf(label=gettext_lazy("For which outcome?"))
    pence = MoneyField(label=gettext_lazy("How many pounds each time, at most?"))
    every = OneOf(
        label=gettext_lazy("How often?"), choices=[(key, words) for key, words in EVERY.items()]
    )
    starts = DateField(label=gettext_lazy("From which day?"))
    ends = DateField(
        label=gettext_lazy("Until which day?"),
        help_text=gettext_lazy("Without an answer: to the fund’s last day."),
        required=False,
    )
    whose = OneOf(label=gettext_lazy("Whose word is it?"))

    def given(self, fund_id: int) -> SpendGiven:
        """What the service takes."""
        told: dict[str, Any] = self.cleaned_data
        herself = told["whose"] == HERSELF
        return SpendGiven(
            fund_id=fund_id,
            outcome_id=int(told["outcome"]),
            what=told["what"],
            pence=told["pence"],
            every=Every(told["every"]),
            starts=told["starts"],
            ends=told["ends"],
            herself=herself,
            decider_id=None if herself else int(told["whose"]),
        )


@permitted(Action.AGREE_FUND, person=person_of_fund, post=Action.AGREE_FUND, called=TITLE)
def fund_agree(request: Asked, fund_id: int) -> HttpResponse:
    """What may be spent, before anything is."""
    fund = found_fund(request, fund_id)
    form = _form(request, fund)

    def verb() -> int:
        assert form is not None
        return agree_spend(by=request.actor, at=request.at, given=form.given(fund.id))

    page = ActPage(
        TITLE,
        _("Nothing is spent that was not agreed with the person, for an outcome of their own."),
        _("Agree the spend"),
        _("There is no outcome here that it could serve. An outcome comes first."),
    )
    return act_page(request, fund, form, verb, page)


def _form(request: Asked, fund: FundFacts) -> AgreeForm | None:
    held = outcomes_of([fund.person_id]).get(fund.person_id, ())
    choices = [(str(one.id), one.statement) for one in held if one.retired_on is None]
    if not choices or fund.closed:
        return None
    form = AgreeForm(sent(request), initial={"starts": max(fund.starts, request.today)})
    form.fields["outcome"].choices = choices  # type: ignore[attr-defined]
    form.fields["whose"].choices = _words(request, fund)  # type: ignore[attr-defined]
    return form


def _words(request: Asked, fund: FundFacts) -> list[tuple[str, str]]:
    """Hers, or that of each who decides for her."""
    found = deciders(fund.person_id, request.today)
    names = user_names(one.user_id for one in found)
    told = _("%(name)s said so to me, who decides for the person (%(authority)s)")
    others = [
        (str(one.id), told % {"name": names[one.user_id], "authority": AUTHORITIES[one.authority]})
        for one in found
    ]
    return [(HERSELF, _("They said so to me themselves")), *others]
