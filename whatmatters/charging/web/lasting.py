"""How long her own money may last, worked out for who asks; nothing that is typed is kept."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from whatmatters.access.web import Asked, permitted, sent
from whatmatters.charging.web.lasting_form import LastingForm
from whatmatters.charging.web.lasting_limits import in_pence, limits_shown
from whatmatters.people.queries import person
from whatmatters.places.queries import council
from whatmatters.policy.charging import OwnMoneyLimits, own_money_limits
from whatmatters.rules.charging.lasting import day_after, weeks_until
from whatmatters.rules.permissions import Action, Relationship

WEEKS_IN_A_YEAR, MOST_YEARS = 52, 30
LASTS = gettext_lazy("How long may money last?")


@dataclass(frozen=True, slots=True)
class Shown:
    """One way: pence a week and the limit in pence. `weeks`: None where it is not within years."""

    words: Promise
    support: int
    weekly: int
    limit: int
    weeks: int | None
    until: date | None


@permitted(Action.SEE_CHARGES, person="person_id", post=Action.SEE_CHARGES, called=LASTS)
def money_lasts(request: Asked, person_id: int) -> HttpResponse:
    """An estimate for each way that is compared, by the limits of the nation."""
    who = person(person_id, council_id=request.actor.council_id)
    place = council(request.actor.council_id)
    if who is None or place is None:
        raise Http404
    limits = own_money_limits(place.nation, request.today)
    form = LastingForm(sent(request))
    asked = request.method == "POST" and form.is_valid()
    own = Relationship.SELF in request.sight.relationships
    context: dict[str, Any] = {
        "base": "frontend/base_person.html" if own else "frontend/base.html",
        "title": LASTS,
        "who": who,
        "form": form,
        "ways": _shown(form, limits, request.today) if asked else [],
        "most_years": MOST_YEARS,
        **limits_shown(limits),
    }
    return render(request, "charging/lasting.html", context, status=422 if form.errors else 200)


def _shown(form: LastingForm, limits: OwnMoneyLimits, today: date) -> list[Shown]:
    found = []
    for way, money in form.asked():
        limit = in_pence(limits.in_a_home if way.in_a_home else limits.at_home)
        most = WEEKS_IN_A_YEAR * MOST_YEARS
        weeks = weeks_until(money, limit, weeks_in_a_year=WEEKS_IN_A_YEAR, most=most)
        until = None if weeks is None else day_after(weeks, today)
        found.append(Shown(way.words, money.support, money.weekly, limit, weeks, until))
    return found
