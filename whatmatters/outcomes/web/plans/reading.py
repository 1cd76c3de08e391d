"""All that a page about one version reads."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.http import Http404

from whatmatters.access.queries.names import organisation_names, user_names
from whatmatters.access.web import Asked
from whatmatters.commissioning.queries import rates_on
from whatmatters.outcomes.queries import (
    BounceFacts,
    ExceptionFacts,
    PlanAnswerFacts,
    StaticPlan,
    VersionContent,
    VersionFacts,
    answers,
    bounces,
    exceptions,
    static_plans,
    version_content,
    versions_of_plan,
)
from whatmatters.outcomes.queries.help_counted import HelpCounted, help_counted
from whatmatters.outcomes.queries.unchanged import UnchangedFacts, unchanged_answers
from whatmatters.people.queries import PersonFacts, person
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.outcomes import Band
from whatmatters.rules.permissions import Action


@dataclass(frozen=True, slots=True)
class PlanRead:
    """One version with its person, its answers, the versions of the same plan, how often it came
    back, the plan that it follows, its exceptions, and whether it is asked why nothing changed.

    `rates` None: the reader may not see prices; `help` None: nor what family and friends offer.
    """

    person: PersonFacts
    provider: str
    content: VersionContent
    answers: tuple[PlanAnswerFacts, ...]
    names: Mapping[int, str]
    versions: tuple[VersionFacts, ...]
    rates: Mapping[Band, Decimal] | None
    bounced: BounceFacts
    follows: VersionFacts | None
    exceptions: tuple[ExceptionFacts, ...]
    static: StaticPlan | None
    unchanged: tuple[UnchangedFacts, ...]
    help: HelpCounted | None


def read_plan(request: Asked, version_id: int) -> PlanRead:
    """Read one version, or Http404 where it is not the reader's to see."""
    content = version_content([version_id]).get(version_id)
    if content is None or not is_visible(request, content.facts):
        raise Http404
    facts = content.facts
    who = person(facts.person_id, council_id=request.actor.council_id)
    if who is None:
        raise Http404
    given = answers([version_id]).get(version_id, ())
    prices = Action.SEE_PRICES in request.sight.actions
    return PlanRead(
        person=who,
        provider=organisation_names([facts.provider_id])[facts.provider_id],
        content=content,
        answers=given,
        names=user_names(answer.by_id for answer in given),
        versions=versions_of_plan(facts.plan_id, council_id=request.actor.council_id),
        rates=rates_on(facts.contract_id, facts.starts) if prices else None,
        bounced=bounces([facts.plan_id])[facts.plan_id],
        follows=_followed(facts),
        exceptions=exceptions(request.actor.council_id, [version_id]),
        static=_asked_about(request, facts),
        unchanged=unchanged_answers(request.actor.council_id, [version_id]),
        help=_help(request, content),
    )


def _help(request: Asked, content: VersionContent) -> HelpCounted | None:
    if Action.SEE_HELP_OFFERS not in request.sight.actions:
        return None
    return help_counted(content, on=request.today)


def _asked_about(request: Asked, facts: VersionFacts) -> StaticPlan | None:
    """Whether nobody has changed this plan for so long that it is asked about."""
    if facts.state is not PlanState.AGREED:
        return None
    found = static_plans(facts.council_id, on=request.today, people=[facts.person_id])
    return next((plan for plan in found if plan.version_id == facts.id), None)


def _followed(facts: VersionFacts) -> VersionFacts | None:
    """The newest version of the plan that this one comes after."""
    if facts.follows_id is None:
        return None
    found = versions_of_plan(facts.follows_id, council_id=facts.council_id)
    return next(iter(found), None)


def is_visible(request: Asked, facts: VersionFacts) -> bool:
    """A version of the reader's council; for a provider, of its own organisation."""
    if facts.council_id != request.actor.council_id:
        return False
    return request.sight.provider_id in (None, facts.provider_id)
