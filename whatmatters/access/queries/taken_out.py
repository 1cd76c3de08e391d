"""How often somebody did something today, and what an administrator is to be told of."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time

from whatmatters.access.models import AuditEvent
from whatmatters.access.queries.charge import Charge, users_in
from whatmatters.access.queries.names import name_of
from whatmatters.rules.days import LONDON

RECORD_OUT = "record.exported"
PARTY_ASKED = "export.asked"
PARTY_OUT = "export.made"
OFTEN_STOPPED = "export.stopped"
HARVEST_STOPPED = "harvest.stopped"
NAMES_STOPPED = "names.stopped"
ALERTS = (PARTY_ASKED, PARTY_OUT, OFTEN_STOPPED, HARVEST_STOPPED, NAMES_STOPPED)


@dataclass(frozen=True, slots=True)
class Alert:
    """Something about many records at once: who did or tried what (a code), and when."""

    at: datetime
    name: str
    action: str


def done_today(council_id: int, user_id: int, actions: Collection[str], on: date) -> int:
    """How often a user did one of these on a London day (one query)."""
    begins = datetime.combine(on, time(), tzinfo=LONDON)
    rows = AuditEvent.objects.of(council_id).filter(by_id=user_id, at__gte=begins)
    return int(rows.filter(action__in=list(actions)).count())


def alerts(charge: Charge, *, limit: int = 5) -> tuple[Alert, ...]:
    """The newest about users whose accounts an administrator looks after (one query)."""
    rows = AuditEvent.objects.of(charge.council_id).filter(
        action__in=ALERTS, by_id__in=users_in(charge).values("pk")
    )
    found = rows.order_by("-seq").select_related("by")[:limit]
    return tuple(Alert(row.at, name_of(row.by), row.action) for row in found)
