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
    found = [*_writing(facts)] if Action.WRITE_PLAN in sight.actions else []
    running = [(label, page) for needs, label, page in _running(facts) if needs in sight.actions]
    paper = [(_("Print it for the kitchen table"), "plan_print")]
    told = [*found, *running, *paper]
    return tuple(Act(label, reverse(page, args=[facts.id])) for label, page in told)


def is_in_force(facts: VersionFacts) -> bool:
    """Agreed by three, or begun urgently and not agreed yet."""
    begun = facts.urgent_on is not None and facts.state in UNAGREED
    return facts.state is PlanState.AGREED or begun


def can_start_urgently(facts: VersionFacts) -> bool:
    """Whether support may begin before the three have agreed."""
    return facts.state in (PlanState.DRAFT, PlanState.PROPOSED) and facts.urgent_on is None


def _running(facts: VersionFacts) -> Iterator[tuple[Action, str, str]]:
    if is_in_force(facts):
        yield Action.RECORD_SMALL_CHANGE, _("Make a small change"), "small_change"
        yield Action.RAISE_EXCEPTION, _("Raise an exception"), "exception_raise"
        yield Action.WRITE_PLAN, _("Note something that is missing here"), "plan_gap"
    if can_start_urgently(facts):
        yield Action.START_URGENTLY, _("Begin now, on my authority"), "urgent_start"


def _writing(facts: VersionFacts) -> Iterator[tuple[str, str]]:
    if facts.state is PlanState.DRAFT:
        yield _("Go on writing"), "plan_write"
    if facts.state in SENT_BACK or facts.state in (PlanState.PROPOSED, PlanState.AGREED):
        yield _("Write a new version"), "plan_again"
    if facts.state in UNAGREED and facts.urgent_on is None:
        yield _("Take the plan back"), "plan_withdraw"
