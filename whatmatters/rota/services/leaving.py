"""Whoever leaves a team is at work in it no more: later shifts are struck out with them."""

from datetime import datetime

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.records.locks import SHIFTS, lock_council
from whatmatters.rota.models import Shift
from whatmatters.teams.services.leaving import Left, register_leaving


def register() -> None:
    """Called once at start-up."""
    register_leaving("shifts", strike_later_shifts)


def strike_later_shifts(by: Actor, at: datetime, left: Left) -> None:
    """Every shift of that team after the last day."""
    lock_council(by.council_id, SHIFTS)
    later = Shift.objects.of(by.council_id).filter(
        worker_id=left.worker_id, team_id=left.team_id, on__gt=left.last, struck_at__isnull=True
    )
    struck = list(later.order_by("id").values_list("pk", flat=True))
    Shift.objects.filter(pk__in=struck).update(struck_at=at, struck_by_id=by.user_id)
    audit_many(by=by, at=at, events=[Audited("shift.struck", "shift", pk) for pk in struck])
