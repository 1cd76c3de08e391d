"""Funds checked: what the council paid into each, and what its provider wrote of it."""

from collections.abc import Iterator

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from whatmatters.access.queries import own_organisation_only, people_allowed
from whatmatters.access.queries.names import organisation_names
from whatmatters.access.web import Asked, permitted_council
from whatmatters.frontend.templatetags.wm import pounds
from whatmatters.funds.queries import fund_facts
from whatmatters.payments.queries.funds_checked import Differs, FundChecked
from whatmatters.payments.queries.funds_checked import funds_checked as checked
from whatmatters.people.queries import person_facts
from whatmatters.rules.permissions import Action


@permitted_council(Action.SEE_REMITTANCES)
def funds_checked(request: Asked) -> HttpResponse:
    """Every fund that this reader may see; those that differ say where, and come first."""
    council_id = request.actor.council_id
    own = own_organisation_only(request.actor, Action.SEE_REMITTANCES)
    people = set(people_allowed(request.actor, Action.SEE_FUND, request.today))
    funds = [one for one in fund_facts(council_id, provider_id=own) if one.person_id in people]
    found = sorted(checked(council_id, funds), key=lambda one: not one.differs)
    names = {pk: who.full_name for pk, who in person_facts(f.person_id for f in funds).items()}
    providers = organisation_names({one.provider_id for one in funds})
    told = {
        "own": own is not None,
        "rows": [
            {
                "id": one.facts.id,
                "name": names[one.facts.person_id],
                "provider": providers[one.facts.provider_id],
                "starts": one.facts.starts,
                "council": one.council,
                "account": one.provider,
                "differs": list(_words(one)),
            }
            for one in found
        ],
        "different": sum(bool(one.differs) for one in found),
    }
    return render(request, "payments/funds_checked.html", told)


def _words(one: FundChecked) -> Iterator[str]:
    for differs in one.differs:
        told = {"council": pounds(differs.council), "account": pounds(differs.provider)}
        yield (
            f"{_which(differs)}: "
            + _("the council’s ledger says %(council)s, the account %(account)s.") % told
        )


def _which(differs: Differs) -> str:
    if differs.instalment is None:
        return _("What goes back")
    return _("Instalment %(number)s") % {"number": differs.instalment}
