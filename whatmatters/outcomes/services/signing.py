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
    block_contracts,
    day_without_block,
)
from whatmatters.commissioning.services import AgreementGiven, EndGiven, sign_many
from whatmatters.outcomes.models import PlanVersion, UrgentStart
from whatmatters.outcomes.queries.contents import planned_lines
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.plan_in_block import NoBlockRuns
from whatmatters.rules.plans import PlannedLine

PLAN = "plan"
DAY = timedelta(days=1)
OVER = frozenset({PlanState.SUPERSEDED, PlanState.ENDED})


@dataclass(frozen=True, slots=True)
class Running:
    """A version under which support runs. `agreement_id` None: it is paid as a block."""

    version: PlanVersion
    agreement_id: int | None


def running(
    council_id: int, versions: Iterable[PlanVersion], past: date | None = None
) -> list[Running]:
    """Those whose agreement has not been ended, and those in force that are paid as a block.

    `past`: those too that were ended for a day after that one. Two queries, and two more where a
    version that costs nothing has no agreement.
    """
    rows = {row.pk: row for row in versions}
    signed = agreements_of_sources(council_id, PLAN, rows)
    facts: dict[int, AgreementFacts] = {
        found.id: found for found in agreement_facts(council_id, ids=signed.values())
    }
    found = [
        Running(rows[version_id], agreement_id)
        for version_id, agreement_id in sorted(signed.items())
        if _still_earns(facts[agreement_id].ended_on, rows[version_id], past)
    ]
    unsigned = [row for row in rows.values() if row.pk not in signed and row.state not in OVER]
    block = in_block(council_id, unsigned)
    return found + [Running(row, None) for row in _in_force(block)]


def _still_earns(ended_on: date | None, version: PlanVersion, past: date | None) -> bool:
    return ended_on is None or (past is not None and ended_on > last_day(version, past))


def ends_of(found: Iterable[tuple[Running, date, EndReason]]) -> list[EndGiven]:
    """The ends of the agreements that these have: nothing is paid by itself for the others."""
    return [
        EndGiven(one.agreement_id, on, reason)
        for one, on, reason in found
        if one.agreement_id is not None
    ]


def sign_versions(*, by: Actor, at: datetime, versions: Sequence[PlanVersion]) -> None:
    """Sign the agreement of each version that has none (an urgent start has signed its own).

    A plan that is paid as a block has none: its team is paid whatever the plan holds. Raises
    NoBlockRuns.
    """
    signed = agreements_of_sources(by.council_id, PLAN, [row.pk for row in versions])
    block = {row.pk for row in must_run(by.council_id, versions)}
    unsigned = [row for row in versions if row.pk not in signed and row.pk not in block]
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


def in_block(council_id: int, versions: Iterable[PlanVersion]) -> list[PlanVersion]:
    """Those of the versions that are paid as a block: none of them has a price of its own."""
    rows = [row for row in versions if not row.price]
    block = block_contracts(council_id, {row.plan.contract_id for row in rows}) if rows else ()
    return [row for row in rows if row.plan.contract_id in block]


def must_run(council_id: int, versions: Iterable[PlanVersion]) -> list[PlanVersion]:
    """The same, where a block runs on the first day of each. Raises NoBlockRuns(on=)."""
    found = in_block(council_id, versions)
    for row in found:
        _must_be_paid(row, row.starts)
    return found


def must_last(council_id: int, versions: Iterable[PlanVersion]) -> None:
    """Refuse a plan that outlives its blocks: nobody would pay the team. Raises NoBlockRuns(on=).

    What was begun urgently runs already, and is agreed all the same.
    """
    rows = in_block(council_id, versions)
    begun = UrgentStart.objects.filter(version__in=rows) if rows else UrgentStart.objects.none()
    urgent = set(begun.values_list("version_id", flat=True))
    for row in rows:
        if row.pk not in urgent:
            _must_be_paid(row, row.ends)


def _must_be_paid(row: PlanVersion, until: date) -> None:
    on = day_without_block(row.council_id, row.plan.contract_id, row.starts, until)
    if on is not None:
        raise NoBlockRuns(on=on)


def _in_force(rows: Sequence[PlanVersion]) -> list[PlanVersion]:
    """Agreed by three, or begun urgently."""
    waiting = [row.pk for row in rows if row.state != PlanState.AGREED]
    begun = UrgentStart.objects.filter(version_id__in=waiting) if waiting else None
    urgent = set(begun.values_list("version_id", flat=True)) if begun is not None else set()
    return [row for row in rows if row.state == PlanState.AGREED or row.pk in urgent]


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
