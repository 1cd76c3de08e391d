"""What is remembered of money: periods, runs, the ledger, remittances, contests, banking."""

from whatmatters.payments.models.banking import BankAnswer, BankCall, BankProposal
from whatmatters.payments.models.contests import Contest, ContestDecision
from whatmatters.payments.models.files import FileUnsent, PaymentFile
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
    "BankAnswer",
    "BankCall",
    "BankProposal",
    "Calendar",
    "Contest",
    "ContestDecision",
    "FileUnsent",
    "JournalEntry",
    "LeftOut",
    "PaymentFile",
    "PaymentRun",
    "Posting",
    "Remittance",
    "RunLine",
    "RunRelease",
]
