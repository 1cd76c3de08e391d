"""Writing what a version says: checked against the rules, the contract and the person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from whatmatters.commissioning.queries import ContractFacts, contract_facts
from whatmatters.commissioning.queries.refusals import ContractNotInForce
from whatmatters.outcomes.models import (
    LineServes,
    Outcome,
    PayableReason,
    PlanLine,
    PlanOutcome,
    PlanVersion,
)
from whatmatters.outcomes.queries.pricing import Prices
from whatmatters.rules.commissioning_models import patch_block
from whatmatters.rules.plan_checks import check_plan
from whatmatters.rules.plan_in_block import check_in_block
from whatmatters.rules.plans import PlanContent, PlannedLine, PlannedOutcome
from whatmatters.rules.refusals import Absent, Refusal
from whatmatters.rules.words import name_or_none, words


class OutcomeNotOfPerson(Refusal):
    """A plan holds its own person's outcomes only: (outcome_id=)."""

    code = "outcome_not_of_person"


class OutcomeNotPayable(Refusal):
    """Payable in a plan only once both reasons are written: (outcome_id=) (R-WI-02)."""

    code = "outcome_not_payable"


@dataclass(frozen=True, slots=True)
class Content:
    """What one version of one person's plan under one contract is to say."""

    person_id: int
    contract_id: int
    said: PlanContent


def contracts_of(council_id: int, asked: Sequence[Content]) -> dict[int, ContractFacts]:
    """The contracts by id. Raises Absent or ContractNotInForce."""
    wanted = {content.contract_id for content in asked}
    held = {facts.id: facts for facts in contract_facts(council_id, wanted)}
    for content in asked:
        facts = held.get(content.contract_id)
        if facts is None:
            raise Absent(what="contract", id=content.contract_id)
        for on in (content.said.starts, content.said.ends):
            if on < facts.starts or (facts.ends is not None and on > facts.ends):
                raise ContractNotInForce(contract_id=facts.id, on=on)
    return held


def check_contents(
    council_id: int, asked: Sequence[Content], contracts: Mapping[int, ContractFacts]
) -> None:
    """Refuse what no plan may say, and outcomes that are not hers or not payable (two queries)."""
    for content in asked:
        check_plan(content.said)
        if contracts[content.contract_id].model == patch_block.name:
            check_in_block(content.said)
    ids = {o.outcome_id for content in asked for o in content.said.outcomes}
    rows = Outcome.objects.of(council_id).filter(pk__in=ids)
    owners: dict[int, int] = dict(rows.values_list("pk", "person_id"))
    reasons = PayableReason.objects.of(council_id).filter(outcome_id__in=ids)
    payable = set(reasons.values_list("outcome_id", flat=True))
    for content in asked:
        for outcome in content.said.outcomes:
            if owners.get(outcome.outcome_id) != content.person_id:
                raise OutcomeNotOfPerson(outcome_id=outcome.outcome_id)
            if outcome.payable and outcome.outcome_id not in payable:
                raise OutcomeNotPayable(outcome_id=outcome.outcome_id)


def price(content: Content, prices: Prices) -> int:
    """Whole pence at the rates of the plan's first day. Raises RateMissing."""
    on: date = content.said.starts
    return prices.of(content.contract_id, on, content.said.lines).pence


def write_contents(council_id: int, said: Mapping[int, PlanContent]) -> None:
    """Lines, what they serve, and outcomes of versions that have none yet (three inserts)."""
    lines = [
        (_line_row(council_id, version_id, position, line), line)
        for version_id, content in said.items()
        for position, line in enumerate(content.lines, start=1)
    ]
    PlanLine.objects.bulk_create([row for row, _ in lines])
    LineServes.objects.bulk_create(
        LineServes(council_id=council_id, line=row, outcome_id=outcome_id)
        for row, line in lines
        for outcome_id in dict.fromkeys(line.serves)
    )
    PlanOutcome.objects.bulk_create(
        _outcome_row(council_id, version_id, outcome)
        for version_id, content in said.items()
        for outcome in content.outcomes
    )


def rewrite_content(version: PlanVersion, content: PlanContent) -> None:
    """Put a draft's new content in the place of its old one."""
    PlanLine.objects.filter(version=version).delete()
    PlanOutcome.objects.filter(version=version).delete()
    write_contents(version.council_id, {version.pk: content})


def _line_row(council_id: int, version_id: int, position: int, line: PlannedLine) -> PlanLine:
    return PlanLine(
        council_id=council_id,
        version_id=version_id,
        position=position,
        what=words("what", line.what),
        deliverer=line.deliverer,
        deliverer_name=name_or_none("deliverer_name", line.deliverer_name),
        limit=name_or_none("limit", line.limit),
        band=line.band,  # type: ignore[misc]
        hours=line.hours,
        cost=line.cost,
        funded_by=name_or_none("funded_by", line.funded_by),
        critical=line.critical,
        tolerance_minutes=line.tolerance_minutes,
    )


def _outcome_row(council_id: int, version_id: int, outcome: PlannedOutcome) -> PlanOutcome:
    return PlanOutcome(
        council_id=council_id,
        version_id=version_id,
        outcome_id=outcome.outcome_id,
        payable=outcome.payable,
        weight=outcome.weight,
    )
