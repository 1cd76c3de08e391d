"""Ending versions: after their review, at a death or a move, or when nothing is needed any more."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.commissioning.services import end_many
from whatmatters.outcomes.services.moves import Moving, locked_versions, move_versions
from whatmatters.outcomes.services.signing import ends_of, last_day, running
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.outcomes import EndReason

UNFINISHED = frozenset(
    {PlanState.DRAFT, PlanState.PROPOSED, PlanState.AMENDMENT_REQUESTED, PlanState.DECLINED}
)


@transaction.atomic
def end_versions(
    *,
    by: Actor,
    at: datetime,
    on: date,
    version_ids: Sequence[int],
    why: str,
    reason: EndReason,
) -> None:
    """`on` is the last day of support. Agreed versions end; unfinished ones are superseded.

    Agreements that run are ended, those that ended earlier are left. Who may is the caller's to
    decide. Raises MoveRefusedError where a version is over already.
    """
    versions = locked_versions(by.council_id, version_ids)
    ends = ends_of(
        (found, last_day(found.version, on), reason)
        for found in running(by.council_id, versions.values())
    )
    if ends:
        end_many(by=by, at=at, ends=ends)
    moving = [
        Moving(row, PlanState.SUPERSEDED if row.state in UNFINISHED else PlanState.ENDED, on, why)
        for row in versions.values()
    ]
    move_versions(by=by, at=at, moving=moving)
