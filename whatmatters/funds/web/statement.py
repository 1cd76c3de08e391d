"""The statement of a fund on demand: line by line, as a page, for paper, and as a spreadsheet."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy

from whatmatters.access.queries.names import organisation_names
from whatmatters.access.web import Asked, permitted
from whatmatters.access.web.made_by import made_by
from whatmatters.frontend.listing import PER_PAGE, ListForm, paging
from whatmatters.frontend.spreadsheets import spreadsheet
from whatmatters.funds.queries import account_lines, agreed_spends, fund_terms
from whatmatters.funds.web.acts import acts_of
from whatmatters.funds.web.agreed_shown import agreed_rows
from whatmatters.funds.web.found import base_of, found_fund, person_of_fund
from whatmatters.funds.web.lines_shown import columns, line_rows, sheet_rows, sums
from whatmatters.funds.web.terms_shown import terms_rows
from whatmatters.outcomes.web.speaking import is_own
from whatmatters.people.queries import person as person_of
from whatmatters.rules.permissions import Action

CALLED = gettext_lazy("The statement of a fund")


@permitted(Action.SEE_FUND, person=person_of_fund, called=CALLED)
def fund(request: Asked, fund_id: int) -> HttpResponse:
    """What is left and until when, what may be spent, and every line, the newest first."""
    told = _told(request, fund_id)
    part = paging(ListForm(request.GET), len(told["lines"]))
    newest = told["lines"][::-1][part.start : part.start + PER_PAGE]
    told |= {"lines": newest, "paging": part}
    return render(request, "funds/fund.html", told)


@permitted(Action.SEE_FUND, person=person_of_fund, called=CALLED)
def fund_print(request: Asked, fund_id: int) -> HttpResponse:
    """The same on paper, without the site around it."""
    return render(request, "funds/fund_print.html", _told(request, fund_id))


@permitted(Action.SEE_FUND, person=person_of_fund, called=CALLED)
def fund_csv(request: Asked, fund_id: int) -> HttpResponse:
    """Every line as a file that no spreadsheet runs."""
    found = found_fund(request, fund_id)
    rows = line_rows(account_lines([found.id]), agreed_spends(found.id))
    return spreadsheet(
        f"fund-{found.id}", columns(), sheet_rows(rows), made_by=made_by(request.actor, request.at)
    )


def _told(request: Asked, fund_id: int) -> dict[str, Any]:
    facts = found_fund(request, fund_id)
    who = person_of(facts.person_id, council_id=request.actor.council_id)
    if who is None:
        raise Http404
    agreement = fund_terms(facts.council_id, [facts.id])[facts.id]
    lines, agreed = account_lines([facts.id]), agreed_spends(facts.id)
    bodies = {facts.provider_id, *(payer for payer, _ in agreement.payers)}
    names = organisation_names(bodies)
    return {
        "base": base_of(request),
        "own": is_own(request.sight),
        "name": who.known_as,
        "facts": facts,
        "over": facts.last_day < request.today,
        "left": lines[-1].left if lines else 0,
        "provider": names[facts.provider_id],
        "terms": terms_rows(agreement, names),
        "agreed": agreed_rows(agreed, lines, request.today, request.sight.actions),
        "lines": line_rows(lines, agreed),
        "sums": sums(lines),
        "acts": acts_of(facts, request.sight, request.today),
        "today": request.today,
        "made_by": made_by(request.actor, request.at),
    }
