"""Penalties by the finding that brings them: how much, and where the contest stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Sum

from whatmatters.commissioning.queries import (
    agreement_facts,
    agreement_terms,
    agreements_of_sources,
    changes_of,
    terms_versions,
)
from whatmatters.outcomes.queries.dissatisfied import DissatisfactionFacts
from whatmatters.outcomes.queries.evidence import FindingFacts, findings, judgement_evidence
from whatmatters.payments.models import Contest, RunLine
from whatmatters.rules.commissioning_models import outcome_payments
from whatmatters.rules.lifecycles import PenaltyState, RunState
from whatmatters.rules.outcomes import Cause

ALL = 10
Line = tuple[int, str]  # agreement, subject


@dataclass(frozen=True, slots=True)
class PenaltyFacts:
    """One finding's penalty. `pence` (below zero) is what released runs have collected so far."""

    finding_id: int | None
    state: PenaltyState
    pence: int
    contest_id: int | None
    contested_on: date | None
    decided_on: date | None
    decided_by_id: int | None


def brings_penalty(found: FindingFacts) -> bool:
    """Whether the finding of a concluded review can bring a penalty at all."""
    evidence = judgement_evidence([found.version_id]).get(found.version_id)
    judged = [
        o for o in (evidence.outcomes if evidence else ()) if o.finding_id == found.finding_id
    ]
    return any(
        o.payable and not o.retired and o.tenths < ALL and o.cause is Cause.PROVIDER for o in judged
    )


def penalties(council_id: int, finding_ids: Iterable[int]) -> dict[int, PenaltyFacts]:
    """Where the penalty of each of these findings stands, in a fixed number of queries."""
    found = {f.finding_id: f for f in findings(finding_ids).values() if f.council_id == council_id}
    sums = _collected(council_id, list(found.values()))
    rows = Contest.objects.of(council_id).filter(finding_id__in=list(found))
    contests = {row.finding_id: row for row in rows.select_related("decision")}
    return {one: _facts(one, sums.get(one, 0), contests.get(one)) for one in found}


def dissatisfaction_penalty(found: DissatisfactionFacts) -> PenaltyFacts:
    """Where the penalty for one person's dissatisfaction stands."""
    agreements = agreements_of_sources(found.council_id, "plan", [found.version_id])
    rows = RunLine.objects.of(found.council_id).filter(
        agreement_id__in=agreements.values(),
        rule=outcome_payments.DISSATISFACTION,
        run__state=RunState.RELEASED,
        held=False,
    )
    contests = Contest.objects.of(found.council_id).filter(judgement_id=found.judgement_id)
    pence = rows.aggregate(pence=Sum("pence"))["pence"] or 0
    return _facts(None, pence, contests.select_related("decision").first())


def dissatisfaction_costs(found: DissatisfactionFacts) -> bool:
    """Whether the agreement says that dissatisfaction alone brings a penalty."""
    agreements = agreements_of_sources(found.council_id, "plan", [found.version_id])
    versions = terms_versions(found.council_id)
    terms = [
        outcome_payments.terms_judged(
            agreement_terms(facts, changes_of(facts, versions, facts.ends or found.on))  # type: ignore[arg-type]
        )
        for facts in agreement_facts(found.council_id, ids=agreements.values())
        if facts.model == outcome_payments.name
    ]
    return any(one.dissatisfaction_alone for one in terms)


def _collected(council_id: int, found: list[FindingFacts]) -> dict[int, int]:
    versions = [one.version_id for one in found]
    agreements = agreements_of_sources(council_id, "plan", versions)
    of_line: dict[Line, int] = {
        (agreements[one.version_id], f"outcome:{one.outcome_id}"): one.finding_id
        for one in found
        if one.version_id in agreements
    }
    rows = RunLine.objects.of(council_id).filter(
        agreement_id__in=[agreement for agreement, _ in of_line],
        rule=outcome_payments.PENALTY,
        run__state=RunState.RELEASED,
        held=False,
    )
    sums = rows.values_list("agreement_id", "subject").annotate(Sum("pence"))
    return {
        of_line[agreement, subject]: pence
        for agreement, subject, pence in sums
        if (agreement, subject) in of_line
    }


def _facts(finding_id: int | None, pence: int, contest: Contest | None) -> PenaltyFacts:
    decision = getattr(contest, "decision", None)
    state = PenaltyState.CONTESTED if contest else PenaltyState.PROPOSED
    return PenaltyFacts(
        finding_id=finding_id,
        state=PenaltyState(decision.outcome) if decision else state,
        pence=pence,
        contest_id=contest.pk if contest else None,
        contested_on=contest.on if contest else None,
        decided_on=decision.on if decision else None,
        decided_by_id=decision.by_id if decision else None,
    )
