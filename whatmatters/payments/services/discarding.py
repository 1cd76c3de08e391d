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


def put_aside(by: Actor, at: datetime, run: PaymentRun) -> None:
    """Write that a run is discarded; whoever calls has found it proposed."""
    run.state = move(RUN_MOVES, RunState(run.state), RunState.DISCARDED)
    run.save(update_fields=["state"])
    audit(by=by, at=at, action="discard_run", subject="payment_run", subject_id=run.pk)
