"""Putting a proposed run aside."""

from datetime import datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.payments.models import PaymentRun
from whatmatters.payments.queries.refusals import RunAlreadyReleased, RunNotFound
from whatmatters.payments.services.permission import must_be_allowed
from whatmatters.rules.lifecycles import RUN_MOVES, RunState, move
from whatmatters.rules.permissions import Action


@transaction.atomic
def discard_run(*, by: Actor, at: datetime, run_id: int) -> None:
    """Put a proposed run aside. Raises RunNotFound, RunAlreadyReleased; twice changes nothing."""
    must_be_allowed(by, Action.PROPOSE_RUN)
    rows = PaymentRun.objects.of(by.council_id).select_for_update()
    run = rows.filter(pk=run_id).first()
    if run is None:
        raise RunNotFound(run_id=run_id)
    if run.state == RunState.RELEASED:
        raise RunAlreadyReleased(run_id=run_id)
    if run.state == RunState.PROPOSED:
        put_aside(by, at, run)


def put_aside(by: Actor, at: datetime, run: PaymentRun) -> bool:
    """Write that a proposed run is discarded; False where it has been released or put aside.

    The state is asked for in the same statement: a release that goes on at the same moment is
    waited for, and what it paid is never called unpaid.
    """
    move(RUN_MOVES, RunState.PROPOSED, RunState.DISCARDED)
    standing = PaymentRun.objects.of(by.council_id).filter(pk=run.pk, state=RunState.PROPOSED)
    if not standing.update(state=RunState.DISCARDED):
        return False
    run.state = RunState.DISCARDED
    audit(by=by, at=at, action="discard_run", subject="payment_run", subject_id=run.pk)
    return True
