"""What was paid for one person by all who pay: care, health, housing, as far as it is known."""

from collections.abc import Mapping

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from whatmatters.access.queries.names import organisation_names
from whatmatters.access.web import Asked, permitted
from whatmatters.frontend.way_words import WAY_NAMES
from whatmatters.payments.queries.spent_on import spent_on, together
from whatmatters.people.queries import person
from whatmatters.rules.permissions import Action, Relationship
from whatmatters.rules.roles import OrganisationKind

KINDS: Mapping[OrganisationKind, str | Promise] = {
    OrganisationKind.COUNCIL: _("Social care"),
    OrganisationKind.HEALTH_BOARD: _("Health"),
    OrganisationKind.HOUSING: _("Housing"),
    OrganisationKind.THIRD_SECTOR: _("Voluntary bodies"),
    OrganisationKind.PROVIDER: _("Providers"),
    OrganisationKind.ACCOUNT: _("The person’s own account"),
}


@permitted(Action.SEE_PERSON_MONEY, person="person_id")
def money_spent(request: Asked, person_id: int) -> HttpResponse:
    """By kind of body, and line by line by who pays and who is paid (R-IN-04)."""
    council_id = request.actor.council_id
    who = person(person_id, council_id=council_id)
    if who is None:
        raise Http404
    own = Relationship.SELF in request.sight.relationships
    spent = spent_on(council_id, person_id, request.today)
    names = organisation_names({pk for one in spent for pk in (one.payer_id, one.payee_id)})
    sums = together(spent)
    rows = [
        (one, names[one.payer_id], names[one.payee_id], WAY_NAMES.get(one.model, one.model))
        for one in spent
    ]
    context = {
        "base": "frontend/base_person.html" if own else "frontend/base.html",
        "own": own,
        "who": who,
        "kinds": [(words, *sums[kind]) for kind, words in KINDS.items() if kind in sums],
        "year": sum(year for year, _ever in sums.values()),
        "ever": sum(ever for _year, ever in sums.values()),
        "rows": [row for row in rows if not row[0].from_account],
        "passed_on": [row for row in rows if row[0].from_account],
        "charged": Action.SEE_CHARGES in request.sight.actions,
    }
    return render(request, "payments/money_spent.html", context)
