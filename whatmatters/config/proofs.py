"""What upkeep asks of the evidence: the ledgers and the audit trails prove themselves."""

from whatmatters.access.queries import verify_audit
from whatmatters.payments.queries import verify
from whatmatters.places.queries import council_ids


def ledger_faults() -> list[str]:
    """The first bad row of the ledgers of this database; empty when they are whole."""
    bad = verify().bad
    if bad is None:
        return []
    return [f"ledger of council {bad.council_id}: {bad.problem} at {bad.table} {bad.row_id}"]


def audit_faults() -> list[str]:
    """The first bad row of each council's audit trail; empty when they are whole."""
    proofs = {council_id: verify_audit(council_id) for council_id in council_ids()}
    return [
        f"audit trail of council {council_id}: {proof.problem} at {proof.first_bad_seq}"
        for council_id, proof in proofs.items()
        if proof.problem
    ]
