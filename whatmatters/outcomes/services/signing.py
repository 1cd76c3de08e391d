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
from whatmatters.commissioning.services import AgreementGiven, EndGiven, end_many, sign_many
from whatmatters.outcomes.models import ExceptionRaised, PlanVersion
from whatmatters.outcomes.queries.contents import planned_lines
from whatmatters.outcomes.services.moves import Moving, move_versions
from whatmatters.rules.lifecycles import ExceptionState, PlanState
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.plans import PlannedLine
from whatmatters.rules.refusals import Refusal

PLAN = "plan"
DAY = timedelta(days=1)


class PlansOverlap(Refusal):
    """The same provider would be paid for the same days twice: (version_id=, until=)."""

    code = "plans_overlap"


class VersionStartsTooEarly(Refusal):
    """A new version starts no earlier than the one it replaces: (starts=, earlier=)."""

    code = "version_starts_too_early"


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


def end_earlier(*, by: Actor, at: datetime, versions: Sequence[PlanVersion]) -> None:
    """What runs before these versions stops the day before their first.

    An earlier version of the same plan is replaced. A plan that this one comes after stays to be
    judged; only its pay stops. Raises PlansOverlap, VersionStartsTooEarly.
    """
    earlier = _earlier(by.council_id, versions)
    if not earlier:
        return
    excepted = set(
        ExceptionRaised.objects.filter(
            version__in=[old.version for _, old in earlier], state=ExceptionState.ACCEPTED
        ).values_list("version_id", flat=True)
    )
    ends = [
        EndGiven(
            old.agreement_id,
            new.starts - DAY,
            EndReason.EXCEPTION if old.version.pk in excepted else EndReason.REPLACED,
        )
        for new, old in earlier
    ]
    end_many(by=by, at=at, ends=ends)
    replaced = [
        Moving(old.version, PlanState.ENDED, new.starts - DAY, "replaced")
        for new, old in earlier
        if old.version.plan_id == new.plan_id and old.version.state == PlanState.AGREED
    ]
    move_versions(by=by, at=at, moving=replaced)


def _earlier(council_id: int, versions: Sequence[PlanVersion]) -> list[tuple[PlanVersion, Running]]:
    people = {row.plan.person_id for row in versions}
    agreeing = {row.pk for row in versions}
    others = PlanVersion.objects.of(council_id).filter(plan__person_id__in=people)
    rows = others.exclude(pk__in=agreeing).select_related("plan")
    held = running(council_id, rows)
    return [(new, old) for new in versions for old in held if _comes_after(new, old.version)]


def _comes_after(new: PlanVersion, old: PlanVersion) -> bool:
    """Whether `old` must stop for `new`; refused where both would be paid."""
    if new.plan.person_id != old.plan.person_id:
        return False
    if new.plan_id == old.plan_id:
        if new.starts < old.starts:
            raise VersionStartsTooEarly(starts=new.starts, earlier=old.starts)
        return True
    follows = new.plan.follows_id == old.plan_id
    if not follows and new.plan.contract_id != old.plan.contract_id:
        return False
    if old.starts > new.ends:
        return False
    if new.starts <= old.ends:
        raise PlansOverlap(version_id=old.pk, until=old.ends)
    return True


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
