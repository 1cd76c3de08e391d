"""`direct_payment` (R-DP): the same value as the commissioned offer, paid to the person.

Four-weekly in advance, net of what she was assessed to pay; a sum to start with; once a year what
stands above some weeks of budget, after what she is committed to, goes back."""

from whatmatters.rules.commissioning import EvidenceKind
from whatmatters.rules.commissioning_models.direct_payment.evidence import (
    Evidence,
    check_evidence,
    read_evidence,
)
from whatmatters.rules.commissioning_models.direct_payment.incentive import (
    income_changes,
    one_more_hour,
)
from whatmatters.rules.commissioning_models.direct_payment.statement import (
    ENDED,
    PAYMENT,
    START_UP,
    SURPLUS,
    assess,
)
from whatmatters.rules.commissioning_models.direct_payment.terms import Terms, check, read_terms

name = "direct_payment"
reads = frozenset({EvidenceKind.PERIOD, EvidenceKind.ACCOUNT_BALANCE})

__all__ = [
    "ENDED",
    "PAYMENT",
    "START_UP",
    "SURPLUS",
    "Evidence",
    "Terms",
    "assess",
    "check",
    "check_evidence",
    "income_changes",
    "name",
    "one_more_hour",
    "read_evidence",
    "read_terms",
    "reads",
]
