"""Versions of plans that the actor's council holds, and whether one is in force."""

from collections.abc import Iterable
from datetime import date

from whatmatters.access.queries import Actor
from whatmatters.outcomes.models import PlanVersion
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.refusals import Absent, Refusal

NOT_YET_AGREED = (PlanState.PROPOSED, PlanState.AMENDMENT_REQUESTED, PlanState.DECLINED)


class PlanNotInForce(Refusal):
    """Nothing happens under a plan that is not in force: PlanNotInForce(version_id=, state=)."""

    code = "plan_not_in_force"


class BeforePlanStarts(Refusal):
    """A day before the plan's first: BeforePlanStarts(version_id=, starts=, on=)."""

    code = "before_plan_starts"


def versions_of_council(by: Actor, version_ids: Iterable[int]) -> dict[int, PlanVersion]:
    """These versions with their plans, in one query. Raises Absent for the first not found."""
    wanted = set(version_ids)
    rows = PlanVersion.objects.of(by.council_id).select_related("plan", "urgent", "judgement")
    held: dict[int, PlanVersion] = rows.in_bulk(wanted)
    for version_id in sorted(wanted - set(held)):
        raise Absent(what="plan_version", id=version_id)
    return held


def must_be_in_force(version: PlanVersion, on: date) -> PlanVersion:
    """A version agreed by three, or begun urgently and not agreed yet (R-WI-05).

    A plan past its last day stays in force until its review is concluded.
    """
    urgent = hasattr(version, "urgent") and version.state in NOT_YET_AGREED
    if version.state != PlanState.AGREED and not urgent:
        raise PlanNotInForce(version_id=version.pk, state=str(version.state))
    if on < version.starts:
        raise BeforePlanStarts(version_id=version.pk, starts=version.starts, on=on)
    return version
