"""What a reader may do with a version, each with its page. The services decide again."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from whatmatters.access.queries import Sight
from whatmatters.outcomes.queries import VersionFacts
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.permissions import Action

SENT_BACK = frozenset({PlanState.AMENDMENT_REQUESTED, PlanState.DECLINED})
UNAGREED = SENT_BACK | {PlanState.DRAFT, PlanState.PROPOSED}


@dataclass(frozen=True, slots=True)
class Act:
    """Something that may be done, and where."""

    label: str
    url: str


def acts(facts: VersionFacts, sight: Sight) -> tuple[Act, ...]:
    """What this reader may do, the most likely first."""
    found = _writing(facts) if Action.WRITE_PLAN in sight.actions else ()
    return tuple(Act(label, reverse(page, args=[facts.id])) for label, page in found)


def _writing(facts: VersionFacts) -> Iterator[tuple[str, str]]:
    if facts.state is PlanState.DRAFT:
        yield _("Go on writing"), "plan_write"
    if facts.state in SENT_BACK or facts.state in (PlanState.PROPOSED, PlanState.AGREED):
        yield _("Write a new version"), "plan_again"
    if facts.state in UNAGREED and facts.urgent_on is None:
        yield _("Take the plan back"), "plan_withdraw"
