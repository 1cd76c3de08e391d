"""Files that tell a bank whom to pay: three formats of the same payments, each read back.

A format is written from one `PaymentOrder` and read back as `Controls`, so that what leaves is
compared with the ledger as it is in the file, and not as it was meant to be.
"""

from collections.abc import Callable
from dataclasses import dataclass

from whatmatters.rules.payment_files import bank_csv, pain_001, standard_18
from whatmatters.rules.payment_files.order import (
    Account,
    Controls,
    FileFormat,
    Payment,
    PaymentOrder,
)


@dataclass(frozen=True, slots=True)
class Form:
    """How a format is written and read back, and what its file is called."""

    write: Callable[[PaymentOrder], bytes]
    read: Callable[[bytes], Controls]
    ending: str
    content_type: str


FORMS = {
    FileFormat.BANK_CSV: Form(bank_csv.write, bank_csv.read, "csv", "text/csv"),
    FileFormat.STANDARD_18: Form(standard_18.write, standard_18.read, "txt", "text/plain"),
    FileFormat.PAIN_001: Form(pain_001.write, pain_001.read, "xml", "application/xml"),
}

__all__ = ["FORMS", "Account", "Controls", "FileFormat", "Form", "Payment", "PaymentOrder"]
