"""What runs before a version stops for it, so that no day is paid twice."""

from collections.abc import Sequence
from datetime import datetime

from whatmatters.access.queries import Actor
from whatmatters.commissioning.services import end_many
from whatmatters.outcomes.models import ExceptionRaised, PlanVersion
from whatmatters.outcomes.services.moves import Moving, move_versions
from whatmatters.outcomes.services.overlap_refusals import PlansOverlap, VersionStartsTooEarly
from whatmatters.outcomes.services.signing import DAY, Running, ends_of, in_block, running
from whatmatters.rules.lifecycles import ExceptionState, PlanState
from whatmatters.rules.outcomes import EndReason


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
    ends = ends_of(
        (
            old,
            new.starts - DAY,
            EndReason.EXCEPTION if old.version.pk in excepted else EndReason.REPLACED,
        )
        for new, old in earlier
    )
    if ends:
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
    block = {row.pk for row in in_block(council_id, versions)} if held else set()
    return [
        (new, old)
        for new in versions
        for old in held
        if _comes_after(new, old.version, block=new.pk in block or old.agreement_id is None)
    ]


def _comes_after(new: PlanVersion, old: PlanVersion, *, block: bool) -> bool:
    """Whether `old` must stop for `new`; refused where both would be paid.

    `block`: one of them is paid as a block, which pays its provider for all that she needs.
    """
    if new.plan.person_id != old.plan.person_id:
        return False
    if new.plan_id == old.plan_id:
        if new.starts < old.starts:
            raise VersionStartsTooEarly(starts=new.starts, earlier=old.starts)
        return True
    follows = new.plan.follows_id == old.plan_id
    same = new.plan.contract_id == old.plan.contract_id
    paid = block and new.plan.provider_id == old.plan.provider_id
    if not (follows or same or paid):
        return False
    if old.starts > new.ends:
        return False
    if new.starts <= old.ends:
        raise PlansOverlap(version_id=old.pk, until=old.ends)
    return True
