"""From a package of time and task to a draft of a flexible plan (R-TN-01)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit_many
from whatmatters.commissioning.queries import contract_facts
from whatmatters.delivery.models import LegacyPackage, PackageMirror
from whatmatters.delivery.services.packages import package_event, packages_of_council
from whatmatters.outcomes.queries import outcomes_of
from whatmatters.outcomes.services import Drafted, NewPlan, draft_plan
from whatmatters.rules.lifecycles import OutcomeState
from whatmatters.rules.mirroring import Timetable, mirrored
from whatmatters.rules.plans import PlanContent, PlannedOutcome
from whatmatters.rules.refusals import Refusal

BY_OUTCOMES = "outcome_payments"


class AlreadyMirrored(Refusal):
    """A package becomes one plan: AlreadyMirrored(package_id=)."""

    code = "package_already_mirrored"


class NoContractForPlans(Refusal):
    """The package's provider has no contract for plans on the first day: (on=)."""

    code = "no_contract_for_plans"


class PackageOver(Refusal):
    """The package ends before the plan would begin: (ends=)."""

    code = "package_over"


@dataclass(frozen=True, slots=True)
class MirrorGiven:
    """What is to become of a package: from when, for how long, and what must not be missed."""

    package_id: int
    starts: date
    weeks: int
    must: Collection[str]
    tolerance_minutes: int | None


@transaction.atomic
def mirror_package(*, by: Actor, at: datetime, given: MirrorGiven) -> Drafted:
    """Draft a plan with the package's hours for each need and no clock times.

    The package runs on until the council ends it: nothing stops by itself. Her active outcomes come
    into the draft, none of them payable yet. Raises AlreadyMirrored, NoContractForPlans,
    PackageOver, Absent, and what drafting refuses (NotYoursToWrite, RateMissing ...).
    """
    row = packages_of_council(by, [given.package_id])[given.package_id]
    if row.ends is not None and row.ends < given.starts:
        raise PackageOver(ends=row.ends)
    contract_id = _contract(by.council_id, row, given.starts)
    plan = NewPlan(row.person_id, contract_id, _content(row, given), initial=True)
    drafted = draft_plan(by=by, at=at, plan=plan)
    try:
        with transaction.atomic():
            PackageMirror.objects.create(
                council_id=by.council_id,
                by_id=by.user_id,
                at=at,
                package=row,
                plan_id=drafted.plan_id,
            )
    except IntegrityError as twice:
        raise AlreadyMirrored(package_id=row.pk) from twice
    audit_many(by=by, at=at, events=[package_event("package.mirrored", row)])
    return drafted


def _contract(council_id: int, row: LegacyPackage, on: date) -> int:
    contracts = contract_facts(council_id)
    provider = next(c.provider_id for c in contracts if c.id == row.contract_id)
    for one in contracts:
        in_force = one.starts <= on and (one.ends is None or on <= one.ends)
        if one.provider_id == provider and one.model == BY_OUTCOMES and in_force:
            return one.id
    raise NoContractForPlans(on=on)


def _content(row: LegacyPackage, given: MirrorGiven) -> PlanContent:
    ends = given.starts + timedelta(weeks=given.weeks, days=-1)
    timetable = Timetable(row.calls_per_day, row.minutes_per_call, row.tasks)
    hers = outcomes_of([row.person_id]).get(row.person_id, ())
    return PlanContent(
        starts=given.starts,
        ends=ends,
        review_on=ends,
        lines=mirrored(
            timetable,
            given.starts,
            ends,
            must=given.must,
            tolerance_minutes=given.tolerance_minutes,
        ),
        outcomes=tuple(PlannedOutcome(o.id) for o in hers if o.state is OutcomeState.ACTIVE),
    )
