"""All that the page of a draft reads."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from whatmatters.access.queries.names import user_names
from whatmatters.access.web import Asked
from whatmatters.outcomes.queries import (
    GapFacts,
    OutcomeFacts,
    PlanAnswerFacts,
    answers,
    gaps_of_plan,
    outcomes_of,
)
from whatmatters.outcomes.web.plans.reading import PlanRead, read_plan
from whatmatters.outcomes.web.writing.changes import content_of
from whatmatters.rules.lifecycles import OutcomeState, PlanState
from whatmatters.rules.outcomes import Answer, Band
from whatmatters.rules.plans import PlanContent


@dataclass(frozen=True, slots=True)
class Writing:
    """A draft, what its person wants, what was asked for before, and what is missing locally."""

    plan: PlanRead
    content: PlanContent
    rates: Mapping[Band, Decimal]
    wanted: tuple[OutcomeFacts, ...]
    asked_for: tuple[PlanAnswerFacts, ...]
    names: Mapping[int, str]
    gaps: tuple[GapFacts, ...]

    @property
    def is_draft(self) -> bool:
        """Whether it can still be written."""
        return self.plan.content.facts.state is PlanState.DRAFT

    @property
    def lock(self) -> int:
        """What goes with the next save."""
        return self.plan.content.facts.lock


def read_writing(request: Asked, version_id: int) -> Writing:
    """Read one version to be written, or Http404 where it is not the reader's to see."""
    read = read_plan(request, version_id)
    facts, content = read.content.facts, content_of(read.content)
    asked = _asked_for(read)
    return Writing(
        plan=read,
        content=content,
        rates=read.rates or {},
        wanted=_wanted(facts.person_id, content),
        asked_for=asked,
        names=user_names(answer.by_id for answer in asked),
        gaps=gaps_of_plan(facts.plan_id, council_id=request.actor.council_id),
    )


def _wanted(person_id: int, content: PlanContent) -> tuple[OutcomeFacts, ...]:
    """Outcomes under way, the oldest first, and any other that the plan holds."""
    held = {planned.outcome_id for planned in content.outcomes}
    found = reversed(outcomes_of([person_id]).get(person_id, ()))
    return tuple(o for o in found if o.state is OutcomeState.ACTIVE or o.id in held)


def _asked_for(read: PlanRead) -> tuple[PlanAnswerFacts, ...]:
    """What the version before was answered, where it was not agreed."""
    number = read.content.facts.number - 1
    before = [facts.id for facts in read.versions if facts.number == number]
    given = answers(before)
    return tuple(a for pk in before for a in given.get(pk, ()) if a.answer is not Answer.AGREED)
