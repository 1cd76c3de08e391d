"""A plan on two sides of paper for the kitchen table: the person's language, large print.

No price and no minute stands on it: anybody who comes in may read what lies on a table.
"""

from collections.abc import Iterable
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

# Of the paper's own large letters: what a line holds, and the lines of entries that a side holds
# beside its headings. A plan with more goes on to the second side, where the rest follows it.
LETTERS_IN_A_LINE = 52
LINES_ON_A_SIDE = 19
# With more than this what follows the plan may need a third side too.
LINES_ON_TWO_SIDES = 38


@dataclass(frozen=True, slots=True)
class KitchenPage:
    """What the paper says. `names`: of those to ring, with room to write a number.

    `flows`: it is too much for one side, and what follows begins where it ends; `long`: for two.
    """

    name: str
    dates: str
    agreed: str
    review: str
    outcomes: tuple[OutcomeLine, ...]
    bands: tuple[BandShown, ...]
    provider: str
    names: tuple[str, ...]
    version_id: int
    flows: bool
    long: bool


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
    wanted = tuple(outcome_line(found) for found in read.content.outcomes)
    shared = bands(read.content.lines, rates=None)
    lines = lines_of(wanted, shared)
    return KitchenPage(
        name=read.person.known_as,
        dates=period_words(facts.starts, facts.ends),
        agreed=_("All three agreed to it on %(day)s.") % agreed
        if facts.agreed_on
        else _("It is not agreed yet. This is for reading together."),
        review=day(facts.review_on),
        outcomes=wanted,
        bands=shared,
        provider=read.provider,
        names=tuple(user_names(workers).values()),
        version_id=facts.id,
        flows=lines > LINES_ON_A_SIDE,
        long=lines > LINES_ON_TWO_SIDES,
    )


def lines_of(outcomes: Iterable[OutcomeLine], shared: Iterable[BandShown]) -> int:
    """About how many lines of the paper its entries take, without headings."""
    texts = [outcome.statement for outcome in outcomes]
    for band in shared:
        texts.append(band.title)
        for line in band.lines:
            texts.append(f"{line.what}, {line.who}")
            texts += ["limit"] * bool(line.limit) + ["critical"] * bool(line.critical)
    return sum(1 + len(text) // LETTERS_IN_A_LINE for text in texts)
