"""A provider takes back a plan that nobody has agreed to yet."""

from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.outcomes.models import UrgentStart
from whatmatters.outcomes.queries.plans import WITHDRAWN
from whatmatters.outcomes.services.moves import Moving, locked_versions, move_versions
from whatmatters.outcomes.services.plan_state_refusals import PlanAlreadyAgreed
from whatmatters.outcomes.services.plans import WAS_AGREED
from whatmatters.outcomes.services.urgent import AlreadyStartedUrgently
from whatmatters.outcomes.services.writers import check_writer
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.lifecycles import PlanState


@transaction.atomic
def withdraw_plan(*, by: Actor, at: datetime, on: date, version_id: int) -> None:
    """Take back a draft or a proposal; what was written stays to be read, and answers none.

    Support that runs is never withdrawn. Raises NotYoursToWrite, PlanAlreadyAgreed,
    AlreadyStartedUrgently, MoveRefusedError (it is over already), DayNotReached, Absent.
    """
    row = locked_versions(by.council_id, [version_id])[version_id]
    check_writer(by, at, [(row.plan.person_id, row.plan.provider_id)])
    if row.state in WAS_AGREED:
        raise PlanAlreadyAgreed(version_id=version_id)
    if UrgentStart.objects.filter(version=row).exists():
        raise AlreadyStartedUrgently(version_id=version_id)
    moving = Moving(row, PlanState.SUPERSEDED, must_be_reached(on, at), WITHDRAWN)
    move_versions(by=by, at=at, moving=[moving])
