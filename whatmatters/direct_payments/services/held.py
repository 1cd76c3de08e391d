"""A direct payment of the council that an actor may act on."""

from datetime import datetime

from whatmatters.access.queries import Actor, sight_of
from whatmatters.access.services import Audited
from whatmatters.direct_payments.models import DirectPayment
from whatmatters.direct_payments.queries.refusals import DirectNotAllowed
from whatmatters.rules.days import london_day
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent


def must_be_allowed(by: Actor, at: datetime, action: Action, person_id: int) -> int | None:
    """Raises DirectNotAllowed unless the actor may do this; else the provider that it acts for."""
    sight = sight_of(by, person_id, london_day(at))
    if action not in sight.actions:
        raise DirectNotAllowed(action=str(action))
    return sight.provider_id


def held_direct(by: Actor, at: datetime, action: Action, direct_id: int) -> DirectPayment:
    """It, held to the end of the transaction.

    Raises DirectNotAllowed, or Absent (as for one that the actor's provider does not manage).
    """
    rows = DirectPayment.objects.of(by.council_id).select_related("contract")
    row: DirectPayment | None = rows.select_for_update(of=("self",)).filter(pk=direct_id).first()
    if row is None:
        raise Absent(what="direct_payment", id=direct_id)
    only = must_be_allowed(by, at, action, row.person_id)
    if only is not None and not row.contract.provider_id == row.account_id == only:
        raise Absent(what="direct_payment", id=direct_id)
    return row


def direct_event(action: str, row: DirectPayment, why: str = "") -> Audited:
    """What the audit trail keeps of one."""
    return Audited(action, "direct_payment", row.pk, row.person_id, why)
