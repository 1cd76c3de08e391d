"""What the page of a new plan reads, and the content that a new plan starts with."""

from dataclasses import dataclass, replace
from datetime import date

from django.http import Http404

from whatmatters.access.web import Asked
from whatmatters.commissioning.queries import ContractFacts, contract_facts
from whatmatters.outcomes.queries import (
    OutcomeFacts,
    VersionFacts,
    outcomes_of,
    version_content,
    versions_of_person,
)
from whatmatters.outcomes.web.writing.changes import content_of, with_days, with_outcomes
from whatmatters.people.queries import PersonFacts, person
from whatmatters.rules.commissioning_models import outcome_payments, patch_block
from whatmatters.rules.lifecycles import OutcomeState, PlanState
from whatmatters.rules.plans import PlanContent, PlannedOutcome

HELD = (PlanState.AGREED, PlanState.ENDED)


@dataclass(frozen=True, slots=True)
class Starting:
    """Whose plan, under which of the reader's contracts, after which plan, for what.

    `draft`: a version of this provider's that is being written already. `initial`: no plan of hers
    was ever agreed.
    """

    person: PersonFacts
    contracts: tuple[ContractFacts, ...]
    earlier: VersionFacts | None
    draft: VersionFacts | None
    wanted: tuple[OutcomeFacts, ...]
    initial: bool


def read_starting(request: Asked, person_id: int) -> Starting:
    """Read what is needed to begin, or Http404 where the council has no such person."""
    council_id, provider_id = request.actor.council_id, request.actor.organisation_id
    who = person(person_id, council_id=council_id)
    if who is None:
        raise Http404
    versions = versions_of_person(person_id, council_id=council_id)
    mine = [facts for facts in versions if facts.provider_id == provider_id]
    found = reversed(outcomes_of([person_id]).get(person_id, ()))
    return Starting(
        person=who,
        contracts=tuple(c for c in contract_facts(council_id) if _is_open(c, request, who)),
        earlier=next((facts for facts in mine if facts.state in HELD), None),
        draft=next((facts for facts in mine if facts.state is PlanState.DRAFT), None),
        wanted=tuple(outcome for outcome in found if outcome.state is OutcomeState.ACTIVE),
        initial=not any(facts.agreed_on or facts.urgent_on for facts in versions),
    )


def _is_open(contract: ContractFacts, request: Asked, who: PersonFacts) -> bool:
    """A contract of the reader's that prices plans, or that pays a block for where she lives."""
    mine = contract.provider_id == request.actor.organisation_id
    over = contract.ends is not None and contract.ends < request.today
    hers = contract.model == patch_block.name and contract.patch_id == who.patch_id is not None
    return mine and not over and (hers or contract.model == outcome_payments.name)


def first_content(
    read: Starting, starts: date, ends: date, review_on: date, *, again: bool, block: bool = False
) -> PlanContent:
    """Her outcomes under way, payable where both reasons are written; the lines of the plan
    before where it is written `again`. `block`: paid as a block, so none of them is payable."""
    planned = tuple(PlannedOutcome(o.id, o.payable is not None and not block) for o in read.wanted)
    if again and read.earlier is not None:
        said = content_of(version_content([read.earlier.id])[read.earlier.id])
        held = {outcome.outcome_id: outcome for outcome in said.outcomes}
        kept = planned if block else tuple(held.get(new.outcome_id, new) for new in planned)
        if {o.outcome_id for o in kept} != set(held):
            # Weights were agreed for other outcomes: with these they are thought of anew.
            kept = tuple(replace(outcome, weight=None) for outcome in kept)
        return with_days(with_outcomes(said, kept), starts, ends, review_on)
    return PlanContent(starts, ends, review_on, outcomes=planned)
