"""The audit trail: one row for each change or look, chained by hash per council."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from whatmatters.access.queries.actor import Actor
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


@transaction.atomic(savepoint=False)
def audit_many(*, by: Actor, at: datetime, events: Sequence[Audited]) -> None:
    """Add many rows to the council's audit chain, in order.

    Two writers at once cannot take the same place: (council, seq) is unique.
    """
    if not events:
        return
    seq, previous = _last(by.council_id)
    rows = []
    for event in events:
        seq += 1
        row = _row(_link(by, at, event, seq), previous)
        rows.append(row)
        previous = str(row[-1])
    _insert(rows)


# Each change of anything passes here, so both statements are written out: building them anew by the
# ORM took a sixth of the time of a demonstration.
TABLE = "access_auditevent"
COLUMNS = (*Link.__slots__, "prev_hash", "hash")
AT = COLUMNS.index("at")
LAST = f"SELECT seq, hash FROM {TABLE} WHERE council_id = %s ORDER BY seq DESC LIMIT 1"
INSERT = f"INSERT INTO {TABLE} ({', '.join(COLUMNS)}) VALUES ({', '.join(['%s'] * len(COLUMNS))})"


def _last(council_id: int) -> tuple[int, str]:
    """Number and hash of the council's last row, held so that no other writer follows it."""
    lock_council(council_id, AUDIT)
    with connection.cursor() as cursor:
        cursor.execute(LAST, [council_id])
        found: tuple[int, str] | None = cursor.fetchone()
    return found or (0, GENESIS)


def _insert(rows: Sequence[Sequence[Any]]) -> None:
    with connection.cursor() as cursor:
        if len(rows) == 1:
            cursor.execute(INSERT, rows[0])
        else:
            cursor.executemany(INSERT, rows)


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


def _row(link: Link, previous: str) -> list[Any]:
    """Values in the order of COLUMNS."""
    found = [getattr(link, name) for name in Link.__slots__]
    found[AT] = connection.ops.adapt_datetimefield_value(link.at)
    return [*found, previous, link.hash_after(previous)]
