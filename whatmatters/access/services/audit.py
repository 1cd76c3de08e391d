"""The audit trail: one row for each change or look, chained by hash per council."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from whatmatters.access.models import AuditEvent
from whatmatters.access.queries.actors import Actor
from whatmatters.records.locks import AUDIT, lock_council
from whatmatters.rules.audit_chain import GENESIS, Link


@dataclass(frozen=True, slots=True)
class Audited:
    """What is written of one change: codes and ids, never a name and never free text."""

    action: str
    subject: str
    subject_id: int | None = None
    person_id: int | None = None
    why: str = ""


def audit(
    *,
    by: Actor,
    at: datetime,
    action: str,
    subject: str,
    subject_id: int | None = None,
    person_id: int | None = None,
    why: str = "",
) -> None:
    """Add one row to the council's audit chain."""
    audit_many(by=by, at=at, events=[Audited(action, subject, subject_id, person_id, why)])


@transaction.atomic
def audit_many(*, by: Actor, at: datetime, events: Sequence[Audited]) -> None:
    """Add many rows to the council's audit chain, in order.

    Two writers at once cannot take the same place: (council, seq) is unique.
    """
    if not events:
        return
    last = _last(by.council_id)
    seq, previous = (last.seq, last.hash) if last else (0, GENESIS)
    rows = []
    for event in events:
        seq += 1
        row = _row(_link(by, at, event, seq), previous)
        rows.append(row)
        previous = row.hash
    AuditEvent.objects.bulk_create(rows)


def _last(council_id: int) -> AuditEvent | None:
    lock_council(council_id, AUDIT)
    found: AuditEvent | None = AuditEvent.objects.of(council_id).order_by("-seq").first()
    return found


def _link(by: Actor, at: datetime, event: Audited, seq: int) -> Link:
    return Link(
        seq=seq,
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        action=event.action,
        subject=event.subject,
        subject_id=event.subject_id,
        person_id=event.person_id,
        why=event.why,
    )


def _row(link: Link, previous: str) -> AuditEvent:
    columns = {name: getattr(link, name) for name in Link.__slots__}
    return AuditEvent(**columns, prev_hash=previous, hash=link.hash_after(previous))
