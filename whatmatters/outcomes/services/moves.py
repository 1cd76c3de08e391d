"""The moves of a plan's version: one row for each, as `rules.lifecycles` allows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.outcomes.models import Plan, PlanMove, PlanVersion
from whatmatters.rules.lifecycles import PLAN_MOVES, PlanState, move
from whatmatters.rules.refusals import Absent


@dataclass(frozen=True, slots=True)
class Moving:
    """A version, where it goes, on which day, and why (a code)."""

    version: PlanVersion
    to: PlanState
    on: date
    why: str


def move_versions(*, by: Actor, at: datetime, moving: Sequence[Moving]) -> None:
    """Write the moves and the states. Raises MoveRefusedError; runs inside the caller's atomic."""
    if not moving:
        return
    for one in moving:
        one.version.state = move(PLAN_MOVES, PlanState(one.version.state), one.to)
    PlanVersion.objects.bulk_update([one.version for one in moving], ["state"])
    write_moves(by=by, at=at, moving=moving)


def write_moves(*, by: Actor, at: datetime, moving: Sequence[Moving]) -> None:
    """Only the rows and their audit: for versions that are new."""
    PlanMove.objects.bulk_create(
        PlanMove(
            council_id=by.council_id,
            by_id=by.user_id,
            at=at,
            version=one.version,
            to=one.to,
            on=one.on,
            why=one.why,
        )
        for one in moving
    )
    events = [
        Audited(
            f"plan.{one.to}", "plan_version", one.version.pk, one.version.plan.person_id, one.why
        )
        for one in moving
    ]
    audit_many(by=by, at=at, events=events)


def locked_versions(council_id: int, version_ids: Iterable[int]) -> dict[int, PlanVersion]:
    """Versions of the council with their plans, both held to the end of the transaction.

    The plan is held first and in order, so that two versions of one plan cannot be agreed at
    once. Raises Absent.
    """
    asked = set(version_ids)
    owned = PlanVersion.objects.of(council_id).filter(pk__in=asked)
    plans = Plan.objects.filter(pk__in=owned.values("plan_id")).order_by("pk")
    by_id = {plan.pk: plan for plan in plans.select_for_update()}
    rows: dict[int, PlanVersion] = owned.select_for_update().in_bulk()
    for missing in sorted(asked - rows.keys()):
        raise Absent(what="plan_version", id=missing)
    for row in rows.values():
        row.plan = by_id[row.plan_id]
    return rows
