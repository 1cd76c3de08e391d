"""From versions to what is paid: agreements signed, and those before them ended."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from whatmatters.access.queries import Actor
from whatmatters.commissioning.queries import (
    AgreementFacts,
    agreement_facts,
    agreements_of_sources,
)
from whatmatters.commissioning.services import AgreementGiven, sign_many
from whatmatters.outcomes.models import PlanVersion
from whatmatters.outcomes.queries.contents import planned_lines
from whatmatters.rules.plans import PlannedLine

PLAN = "plan"
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Running:
    """A version whose agreement has not been ended."""

    version: PlanVersion
    agreement_id: int


def running(council_id: int, versions: Iterable[PlanVersion]) -> list[Running]:
    """Those of the versions that are being paid (three queries)."""
    rows = {row.pk: row for row in versions}
    signed = agreements_of_sources(council_id, PLAN, rows)
    facts: dict[int, AgreementFacts] = {
        found.id: found for found in agreement_facts(council_id, ids=signed.values())
    }
    return [
        Running(rows[version_id], agreement_id)
        for version_id, agreement_id in sorted(signed.items())
        if facts[agreement_id].ended_on is None
    ]


def sign_versions(*, by: Actor, at: datetime, versions: Sequence[PlanVersion]) -> None:
    """Sign the agreement of each version that has none (an urgent start has signed its own)."""
    signed = agreements_of_sources(by.council_id, PLAN, [row.pk for row in versions])
    unsigned = [row for row in versions if row.pk not in signed]
    if not unsigned:
        return
    lines = planned_lines([row.pk for row in unsigned])
    given = [
        AgreementGiven(
            contract_id=row.plan.contract_id,
            person_id=row.plan.person_id,
            source=PLAN,
            source_id=row.pk,
            starts=row.starts,
            ends=row.ends,
            terms={"plan": [_terms_line(pk, line) for pk, line in lines.get(row.pk, ())]},
        )
        for row in unsigned
    ]
    sign_many(by=by, at=at, agreements=given)


def _terms_line(line_id: int, line: PlannedLine) -> Mapping[str, object]:
    """Ids, codes and figures only: what a line is about stays in the plan."""
    terms: dict[str, object] = {"what": f"line:{line_id}"}
    if line.band is not None and line.hours is not None:
        terms |= {"band": str(line.band), "hours": line.hours}
    else:
        terms["cost"] = Decimal(line.cost or 0) / 100
    if line.funded_by:
        terms["funded_by"] = "funded"
    if line.serves:
        terms["serves"] = [f"outcome:{outcome_id}" for outcome_id in line.serves]
    return terms


def last_day(version: PlanVersion, on: date) -> date:
    """The last day that can be earned when something ends on a day: never before the day before
    the first."""
    return max(on, version.starts - DAY)
