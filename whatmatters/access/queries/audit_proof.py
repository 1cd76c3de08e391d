"""Proof that a council's audit trail is whole: no row changed, removed, added or swapped."""

from dataclasses import dataclass

from whatmatters.access.models import AuditEvent
from whatmatters.rules.audit_chain import GENESIS, Link


@dataclass(frozen=True, slots=True)
class AuditProof:
    """How many rows were proven; the first bad one and what is wrong with it, if any.

    `problem` is "gap" (a row is missing), "broken_chain" (it does not follow the row before it) or
    "changed" (its columns are not what was hashed); "" when the trail is whole.
    """

    rows: int
    first_bad_seq: int | None = None
    problem: str = ""


def verify_audit(council_id: int) -> AuditProof:
    """Read the whole chain of one council, in order, and hash it again.

    Rows cut off at the very end leave no gap: compare `rows` with a number kept elsewhere.
    """
    previous, proven = GENESIS, 0
    for row in AuditEvent.objects.of(council_id).order_by("seq").iterator(chunk_size=2000):
        problem = _problem(row, proven + 1, previous)
        if problem:
            return AuditProof(proven, row.seq, problem)
        previous, proven = row.hash, proven + 1
    return AuditProof(proven)


def _problem(row: AuditEvent, expected_seq: int, previous: str) -> str:
    if row.seq != expected_seq:
        return "gap"
    if row.prev_hash != previous:
        return "broken_chain"
    return "" if link_of(row).hash_after(previous) == row.hash else "changed"


def link_of(row: AuditEvent) -> Link:
    """What of a row is hashed."""
    return Link(
        seq=row.seq,
        council_id=row.council_id,
        by_id=row.by_id,
        at=row.at,
        action=row.action,
        subject=row.subject,
        subject_id=row.subject_id,
        person_id=row.person_id,
        why=row.why,
    )
