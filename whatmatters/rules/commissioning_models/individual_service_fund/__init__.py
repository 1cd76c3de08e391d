"""`individual_service_fund` (R-IS): a ring-fenced account for one person.

The year's budget comes in 13 instalments, in advance. Spends are agreed by the person, each for an
outcome, and never beyond the balance. One agreement is one person's: nothing could pool two.
"""

from whatmatters.rules.commissioning import EvidenceKind
from whatmatters.rules.commissioning_models.individual_service_fund.evidence import (
    Evidence,
    Spend,
    check_evidence,
    read_evidence,
)
from whatmatters.rules.commissioning_models.individual_service_fund.incentive import (
    income_changes,
    one_more_hour,
)
from whatmatters.rules.commissioning_models.individual_service_fund.statement import (
    ENDED,
    INSTALMENT,
    RETURNED,
    assess,
)
from whatmatters.rules.commissioning_models.individual_service_fund.terms import (
    Terms,
    check,
    read_terms,
)

name = "individual_service_fund"
reads = frozenset({EvidenceKind.SPENDS, EvidenceKind.ACCOUNT_BALANCE})

__all__ = [
    "ENDED",
    "INSTALMENT",
    "RETURNED",
    "Evidence",
    "Spend",
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
