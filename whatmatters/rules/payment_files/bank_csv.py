"""The common CSV of banks' and finance systems' uploads: no headings, ten columns, CRLF.

Sort code, account, name (18), pounds, 99, payer's sort code, account and name (18), reference (18),
day dd/mm/yyyy. The signs of `bank_text` need no quotes and begin no formula.
"""

from decimal import Decimal

from whatmatters.rules.bank_details import bank_text
from whatmatters.rules.money import PENCE_IN_A_POUND
from whatmatters.rules.payment_files.order import Controls, Payment, PaymentOrder

NAME = 18
CREDIT = "99"
AMOUNT_COLUMN = 3


def write(order: PaymentOrder) -> bytes:
    """The file, in ASCII."""
    return "".join(f"{','.join(_row(order, one))}\r\n" for one in order.payments).encode("ascii")


def read(content: bytes) -> Controls:
    """What a file of this format holds."""
    rows = [line.split(",") for line in content.decode("ascii").splitlines()]
    pounds = sum((Decimal(row[AMOUNT_COLUMN]) for row in rows), Decimal(0))
    return Controls(len(rows), int(pounds * PENCE_IN_A_POUND))


def _row(order: PaymentOrder, one: Payment) -> tuple[str, ...]:
    pounds, pence = divmod(one.pence, PENCE_IN_A_POUND)
    return (
        one.to.sort_code,
        one.to.number,
        _name(one.to.name),
        f"{pounds}.{pence:02d}",
        CREDIT,
        order.payer.sort_code,
        order.payer.number,
        _name(order.payer.name),
        one.reference,
        f"{order.arrives:%d/%m/%Y}",
    )


def _name(text: str) -> str:
    return bank_text(text)[:NAME].rstrip()
