"""Where the three judged an outcome differently."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from whatmatters.outcomes.models import Judgement, OutcomeAnswer
from whatmatters.outcomes.queries.seals import seals
from whatmatters.rules.outcomes import Party
from whatmatters.rules.shares import disagree


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One outcome of which those who answered said different things; None = no answer."""

    judgement_id: int
    version_id: int
    person_id: int
    provider_id: int
    outcome_id: int
    tenths: dict[Party, int | None]


def disagreements(
    council_id: int, first: date, last: date, *, on: date
) -> tuple[Disagreement, ...]:
    """Outcomes judged differently, of judgements opened in these days whose seal is broken."""
    rows = Judgement.objects.of(council_id).filter(on__gte=first, on__lte=last)
    held = {row.pk: row for row in rows.select_related("version__plan").order_by("id")}
    by_id = seals(held.values())
    broken = [pk for pk in held if not by_id[pk].closed(on)]
    told: dict[tuple[int, int], dict[Party, int | None]] = defaultdict(dict)
    for answer in OutcomeAnswer.objects.filter(judgement_id__in=broken).order_by("id"):
        told[answer.judgement_id, answer.outcome_id][Party(answer.party)] = answer.tenths
    return tuple(
        _disagreement(held[judgement_id], outcome_id, shares)
        for (judgement_id, outcome_id), shares in sorted(told.items())
        if disagree(shares.values())
    )


def _disagreement(row: Judgement, outcome_id: int, shares: dict[Party, int | None]) -> Disagreement:
    plan = row.version.plan
    tenths = {party: shares.get(party) for party in Party}
    return Disagreement(
        row.pk, row.version_id, plan.person_id, plan.provider_id, outcome_id, tenths
    )
