"""What is remembered of money: periods, runs, the ledger, remittances, contests."""

from whatmatters.payments.models.contests import Contest, ContestDecision
from whatmatters.payments.models.ledger import JournalEntry, Posting
from whatmatters.payments.models.runs import (
    Calendar,
    LeftOut,
    PaymentRun,
    Remittance,
    RunLine,
    RunRelease,
)

__all__ = [
    "Calendar",
    "Contest",
    "ContestDecision",
    "JournalEntry",
    "LeftOut",
    "PaymentRun",
    "Posting",
    "Remittance",
    "RunLine",
    "RunRelease",
]
