"""A plan on two sides of paper for the kitchen table: the person's language, large print.

No price and no minute stands on it: anybody who comes in may read what lies on a table.
"""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _

from whatmatters.access.queries.names import user_names
from whatmatters.access.web import Asked, permitted
from whatmatters.frontend.templatetags.wm import day, period_words
from whatmatters.outcomes.web.addresses import person_of_version
from whatmatters.outcomes.web.plans.bands import BandShown, bands
from whatmatters.outcomes.web.plans.page import OutcomeLine, outcome_line
from whatmatters.outcomes.web.plans.reading import PlanRead, read_plan
from whatmatters.people.queries import PersonFacts, assigned, person
from whatmatters.rules.people import Language
from whatmatters.rules.permissions import Action


@dataclass(frozen=True, slots=True)
class KitchenPage:
    """What the paper says. `names`: of those to ring, with room to write a number."""

    name: str
    dates: str
    agreed: str
    review: str
    outcomes: tuple[OutcomeLine, ...]
    bands: tuple[BandShown, ...]
    provider: str
    names: tuple[str, ...]
    version_id: int


@permitted(Action.SEE_PLAN, person=person_of_version)
def plan_print(request: Asked, version_id: int) -> HttpResponse:
    """The paper, in the person's own language whatever the reader's is."""
    who = person(request.sight.person_id, council_id=request.actor.council_id)
    with translation.override(_language_of(who)):
        read = read_plan(request, version_id)
        page = kitchen_page(request, read)
        return render(request, "outcomes/plan_print.html", {"page": page})


def _language_of(who: PersonFacts | None) -> str:
    """Hers; the reader's where hers is neither of the two that pages speak."""
    spoken = who.language if who else Language.OTHER
    both = {Language.WELSH: "cy", Language.ENGLISH: "en-gb"}
    return both.get(spoken, translation.get_language() or "en-gb")


def kitchen_page(request: Asked, read: PlanRead) -> KitchenPage:
    """What the paper says, in the language that is active."""
    facts = read.content.facts
    workers = assigned([facts.person_id], request.today).get(facts.person_id, ())
    agreed = {"day": day(facts.agreed_on)}
    return KitchenPage(
        name=read.person.known_as,
        dates=period_words(facts.starts, facts.ends),
        agreed=_("All three agreed to it on %(day)s.") % agreed
        if facts.agreed_on
        else _("It is not agreed yet. This is for reading together."),
        review=day(facts.review_on),
        outcomes=tuple(outcome_line(found) for found in read.content.outcomes),
        bands=bands(read.content.lines, rates=None),
        provider=read.provider,
        names=tuple(user_names(workers).values()),
        version_id=facts.id,
    )
