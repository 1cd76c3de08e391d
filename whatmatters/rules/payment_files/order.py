"""What a payment file says, whatever its format."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

MOST_PENCE = 99_999_999_999  # what eleven figures of Standard 18 hold


class FileFormat(StrEnum):
    """Formats of a payment file."""

    BANK_CSV = "bank_csv"
    STANDARD_18 = "standard_18"
    PAIN_001 = "pain_001"


@dataclass(frozen=True, slots=True)
class Account:
    """Where money leaves from or goes to. `service_user` is of whoever sends files to Bacs."""

    sort_code: str
    number: str
    name: str
    service_user: str = ""


@dataclass(frozen=True, slots=True)
class Payment:
    """One payment, above zero, whole pence. `reference`: what the payee sees on its statement."""

    to: Account
    pence: int
    reference: str


@dataclass(frozen=True, slots=True)
class PaymentOrder:
    """A file's number, where the money leaves from, the payments, and the days.

    `arrives`: the day on which payees have the money; `worked`: the day on which Bacs works the
    file, one working day before it. `made` is the moment of making, in UTC.
    """

    number: int
    payer: Account
    payments: tuple[Payment, ...]
    made: datetime
    worked: date
    arrives: date

    @property
    def pence(self) -> int:
        """The sum of all payments."""
        return sum(payment.pence for payment in self.payments)


@dataclass(frozen=True, slots=True)
class Controls:
    """How many payments a file holds, and their sum in pence."""

    count: int
    pence: int
