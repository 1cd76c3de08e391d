"""What family and friends offer beside the lines of a plan that count on them."""

from dataclasses import dataclass
from datetime import date

from whatmatters.outcomes.models import PlanVersion
from whatmatters.outcomes.queries.version_views import VersionContent
from whatmatters.people.queries import HelpOfferFacts, help_offers
from whatmatters.rules.help_offers import Doubted, doubts
from whatmatters.rules.outcomes import Deliverer


@dataclass(frozen=True, slots=True)
class HelpCounted:
    """The offers, how many lines of the plan are by family, and where these count on more."""

    offers: tuple[HelpOfferFacts, ...]
    lines: int
    doubts: tuple[Doubted, ...]


def help_counted(content: VersionContent, *, on: date) -> HelpCounted:
    """Of one version, by the offers of those who are let in on a day. One query, or two."""
    facts = content.facts
    held = help_offers(facts.council_id, facts.person_id, on=on)
    lines = sum(fact.line.deliverer is Deliverer.FAMILY for fact in content.lines)
    if not lines:
        return HelpCounted(held, 0, ())
    written = PlanVersion.objects.of(facts.council_id).values_list("at", flat=True)
    found = doubts(
        lines,
        [offer.standing for offer in held],
        written=written.get(pk=facts.id),
        starts=facts.starts,
        ends=facts.ends,
    )
    return HelpCounted(held, lines, found)
