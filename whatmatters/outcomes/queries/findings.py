"""Who found what of an outcome: for contests, which the finder may not decide."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from whatmatters.outcomes.models import Finding
from whatmatters.rules.outcomes import Cause


@dataclass(frozen=True, slots=True)
class FindingFacts:
    """One finding. `by_id` found it, and so may not decide a contest of its penalty."""

    finding_id: int
    council_id: int
    judgement_id: int
    version_id: int
    person_id: int
    outcome_id: int
    provider_id: int
    by_id: int
    tenths: int
    cause: Cause | None
    differs: bool
    on: date
    at: datetime


def findings(finding_ids: Iterable[int]) -> dict[int, FindingFacts]:
    """These findings by id, in one query."""
    rows = Finding.objects.filter(pk__in=list(finding_ids))
    return {row.pk: _finding(row) for row in rows.select_related("judgement__version__plan")}


def _finding(row: Finding) -> FindingFacts:
    version = row.judgement.version
    return FindingFacts(
        finding_id=row.pk,
        council_id=row.council_id,
        judgement_id=row.judgement_id,
        version_id=version.pk,
        person_id=version.plan.person_id,
        outcome_id=row.outcome_id,
        provider_id=version.plan.provider_id,
        by_id=row.by_id,
        tenths=row.tenths,
        cause=Cause(row.cause) if row.cause else None,
        differs=row.differs,
        on=row.on,
        at=row.at,
    )
