"""Bacs Standard 18, one processing day: labels of 80 signs, records of 100, a contra for the sum.

Positions are those of the published guides. A bank accepts a new sender's file after a test.
"""

from datetime import date

from whatmatters.rules.bank_details import bank_text
from whatmatters.rules.payment_files.order import (
    MOST_PENCE,
    Account,
    Controls,
    Payment,
    PaymentOrder,
)

LABEL = 80
RECORD = 100
SERIALS = 1_000_000  # a submission's serial number has six figures, and begins again
CREDIT, CONTRA = "99", "17"
CONTRA_REFERENCE = "CONTRA"
# Where read: the transaction code, and the amount in pence.
CODE = slice(15, 17)
AMOUNT = slice(35, 46)


def write(order: PaymentOrder) -> bytes:
    """The file, in ASCII. ValueError for a sum or an amount past eleven figures."""
    if order.pence > MOST_PENCE:
        raise ValueError(order.pence)
    payer = order.payer
    records = [_record(payer, one, CREDIT) for one in order.payments]
    records.append(_record(payer, Payment(payer, order.pence, CONTRA_REFERENCE), CONTRA))
    first = f"1A{payer.service_user}S  1{payer.service_user}{_serial(order)}00010001{'':6}"
    first += f"{_day(order.made.date())}{_day(order.arrives)} 000000"
    second = f"2F02000{RECORD:05}{'':35}00"
    worked = f"UHL1{_day(order.worked)}999999    000000001 DAILY  001"
    totals = f"UTL1{order.pence:013}{order.pence:013}{1:07}{len(order.payments):07}"
    lines = [
        f"{'VOL1' + _serial(order):41}{payer.service_user:38}1",
        *(f"{line:{LABEL}}" for line in ("HDR" + first, "HDR" + second, worked)),
        *records,
        *(f"{line:{LABEL}}" for line in ("EOF" + first, "EOF" + second, totals)),
    ]
    return "".join(f"{line}\r\n" for line in lines).encode("ascii")


def read(content: bytes) -> Controls:
    """What a file of this format holds. ValueError where contra, totals or payments differ."""
    lines = content.decode("ascii").splitlines()
    records = [line for line in lines if len(line) == RECORD]
    paid = [int(line[AMOUNT]) for line in records if line[CODE] == CREDIT]
    contra = [int(line[AMOUNT]) for line in records if line[CODE] == CONTRA]
    totals = f"UTL1{sum(paid):013}{sum(paid):013}{1:07}{len(paid):07}"
    if contra != [sum(paid)] or not lines[-1].startswith(totals):
        raise ValueError("the totals of the file differ from its payments")
    return Controls(len(paid), sum(paid))


def _record(payer: Account, one: Payment, code: str) -> str:
    to = f"{one.to.sort_code}{one.to.number}0{code}{payer.sort_code}{payer.number}{'':4}"
    return f"{to}{one.pence:011}{_text(payer.name)}{one.reference:18}{_text(one.to.name)}"


def _text(name: str) -> str:
    return f"{bank_text(name):18.18}"


def _day(day: date) -> str:
    """bYYDDD: a blank, the year of the century, the day of the year."""
    return f"{day: %y%j}"


def _serial(order: PaymentOrder) -> str:
    return f"{order.number % SERIALS:06}"
