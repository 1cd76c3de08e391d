"""What judgements found, for dashboards: disagreement, satisfaction and results kept apart."""

from dataclasses import dataclass
from datetime import date

from whatmatters.outcomes.models import Finding, PersonSatisfaction
from whatmatters.outcomes.queries.evidence import judgement_evidence
from whatmatters.outcomes.queries.seals import REVIEWED, seals
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.outcomes import Category, Cause, OutcomeKind, Satisfaction
from whatmatters.rules.people import Authority

# Answers given by somebody else on the person's behalf are reported apart (R-RV-02).
PERSONS_OWN = frozenset({Authority.OWN, Authority.SUPPORTED})


@dataclass(frozen=True, slots=True)
class SatisfactionFacts:
    """One answer about the support, apart from achievement; `proxy`: not the person's own."""

    judgement_id: int
    person_id: int
    provider_id: int
    answer: Satisfaction
    proxy: bool
    opened_on: date


@dataclass(frozen=True, slots=True)
class OutcomeResult:
    """What a concluded review found of one outcome."""

    outcome_id: int
    person_id: int
    provider_id: int
    version_id: int
    category: Category
    kind: OutcomeKind
    payable: bool
    tenths: int
    cause: Cause | None
    found_on: date


def satisfactions(
    council_id: int, first: date, last: date, *, on: date
) -> tuple[SatisfactionFacts, ...]:
    """Satisfaction of judgements opened in these days whose seal is broken."""
    rows = PersonSatisfaction.objects.of(council_id).filter(
        judgement__on__gte=first, judgement__on__lte=last
    )
    held = list(rows.select_related("judgement__version__plan").order_by("judgement_id"))
    by_id = seals([row.judgement for row in held])
    return tuple(_satisfaction(row) for row in held if not by_id[row.judgement_id].closed(on))


def _satisfaction(row: PersonSatisfaction) -> SatisfactionFacts:
    plan = row.judgement.version.plan
    proxy = Authority(row.authority) not in PERSONS_OWN
    return SatisfactionFacts(
        row.judgement_id,
        plan.person_id,
        plan.provider_id,
        Satisfaction(row.answer),
        proxy,
        row.judgement.on,
    )


def judged_outcomes(council_id: int, first: date, last: date) -> tuple[OutcomeResult, ...]:
    """Outcomes of reviews concluded in these days, retired ones left out, in the order found."""
    rows = Finding.objects.of(council_id).filter(
        judgement__version__state=PlanState.ENDED,
        judgement__version__moves__to=PlanState.ENDED,
        judgement__version__moves__why=REVIEWED,
        judgement__version__moves__on__gte=first,
        judgement__version__moves__on__lte=last,
    )
    held = list(rows.select_related("judgement__version__plan", "outcome").order_by("id"))
    evidence = judgement_evidence({row.judgement.version_id for row in held})
    payable = {
        (version_id, found.outcome_id): found.payable
        for version_id, told in evidence.items()
        for found in told.outcomes
        if not found.retired
    }
    keys = [(row.judgement.version_id, row.outcome_id) for row in held]
    return tuple(
        _result(row, payable[key]) for row, key in zip(held, keys, strict=True) if key in payable
    )


def _result(row: Finding, payable: bool) -> OutcomeResult:
    plan = row.judgement.version.plan
    return OutcomeResult(
        outcome_id=row.outcome_id,
        person_id=plan.person_id,
        provider_id=plan.provider_id,
        version_id=row.judgement.version_id,
        category=Category(row.outcome.category),
        kind=OutcomeKind(row.outcome.kind),
        payable=payable,
        tenths=row.tenths,
        cause=Cause(row.cause) if row.cause else None,
        found_on=row.on,
    )
