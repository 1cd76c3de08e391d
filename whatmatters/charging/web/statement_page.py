"""Her statement: what was charged week by week, in plain words, to be checked line by line."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from whatmatters.access.web import Asked, permitted
from whatmatters.charging.queries import arrangements, held_on, statement
from whatmatters.charging.web.names import BASES
from whatmatters.charging.web.shown import shown_lines
from whatmatters.charging.web.unverified import order_unverified, unverified_names
from whatmatters.frontend.listing import ListForm, paging
from whatmatters.people.queries import person
from whatmatters.rules.permissions import Action, Relationship

A_YEAR = 52  # lines on a page: who prints it holds a year of weeks


@permitted(Action.SEE_CHARGES, person="person_id")
def charges(request: Asked, person_id: int) -> HttpResponse:
    """Every line with its sum; for the finance officer the ways to enter and to charge."""
    council_id = request.actor.council_id
    who = person(person_id, council_id=council_id)
    if who is None:
        raise Http404
    own = Relationship.SELF in request.sight.relationships
    told = statement(council_id, person_id)
    lines = shown_lines(told)
    part = paging(ListForm(request.GET), len(lines), per_page=A_YEAR)
    now = held_on(arrangements(council_id, person_id), request.today)
    context = {
        "base": "frontend/base_person.html" if own else "frontend/base.html",
        "own": own,
        "who": who,
        "total": told.total,
        "weeks": len({line.week.start for line in told.lines}),
        "lines": lines[part.start : part.start + A_YEAR],
        "paging": part,
        "unverified": unverified_names(told),
        "order_unverified": order_unverified(told),
        "basis": BASES[now.arrangement.basis] if now else "",
        "now": now,
        "may_charge": Action.CHARGE_PERSON in request.sight.actions,
    }
    return render(request, "charging/charges.html", context)
