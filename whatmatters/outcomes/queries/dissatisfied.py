"""Judgements whose person was dissatisfied with the support: for contests of what that costs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from whatmatters.outcomes.models import Judgement, PlanMove
from whatmatters.outcomes.queries.seals import REVIEWED
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.outcomes import UNHAPPY, Satisfaction


@dataclass(frozen=True, slots=True)
class DissatisfactionFacts:
    """One concluded judgement. Neither who wrote her answer nor who concluded decides a contest."""

    judgement_id: int
    council_id: int
    version_id: int
    person_id: int
    provider_id: int
    answer: Satisfaction
    on: date
    written_by_id: int
    concluded_by_id: int


def dissatisfactions(judgement_ids: Iterable[int]) -> dict[int, DissatisfactionFacts]:
    """Those of the judgements that were concluded after she had said that she is dissatisfied."""
    rows = Judgement.objects.filter(pk__in=list(judgement_ids), satisfaction__answer__in=UNHAPPY)
    held = {row.version_id: row for row in rows.select_related("satisfaction", "version__plan")}
    moves = PlanMove.objects.filter(version_id__in=held, to=PlanState.ENDED, why=REVIEWED)
    return {
        held[move.version_id].pk: _facts(held[move.version_id], move)
        for move in moves
        if held[move.version_id].satisfaction.at <= move.at
    }


def _facts(row: Judgement, move: PlanMove) -> DissatisfactionFacts:
    return DissatisfactionFacts(
        judgement_id=row.pk,
        council_id=row.council_id,
        version_id=row.version_id,
        person_id=row.version.plan.person_id,
        provider_id=row.version.plan.provider_id,
        answer=Satisfaction(row.satisfaction.answer),
        on=move.on,
        written_by_id=row.satisfaction.by_id,
        concluded_by_id=move.by_id,
    )
