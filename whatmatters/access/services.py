"""Verbs of access. The audit trail: one row for each change or look, chained by hash per council."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from whatmatters.access.models import AuditEvent
from whatmatters.access.queries import Actor
from whatmatters.records.locks import AUDIT, lock_council

GENESIS = "0" * 64


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
        digest = audit_hash(previous, seq, by, at, event)
        rows.append(_row(by, at, event, seq, previous, digest))
        previous = digest
    AuditEvent.objects.bulk_create(rows)


def audit_hash(previous: str, seq: int, by: Actor, at: datetime, event: Audited) -> str:
    """The hash of one row: SHA-256 of the one before and of every column of this one."""
    told = [previous, seq, by.council_id, by.user_id, at.isoformat(), event.action, event.subject]
    told += [event.subject_id, event.person_id, event.why]
    return hashlib.sha256("\x1f".join(str(t) for t in told).encode()).hexdigest()


def _last(council_id: int) -> AuditEvent | None:
    lock_council(council_id, AUDIT)
    found: AuditEvent | None = AuditEvent.objects.of(council_id).order_by("-seq").first()
    return found


def _row(
    by: Actor, at: datetime, event: Audited, seq: int, previous: str, digest: str
) -> AuditEvent:
    return AuditEvent(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        seq=seq,
        action=event.action,
        person_id=event.person_id,
        subject=event.subject,
        subject_id=event.subject_id,
        why=event.why,
        prev_hash=previous,
        hash=digest,
    )
