"""A file for the bank is made once for a run, a payer and a format, and equals the ledger."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Max

from whatmatters.access.queries import Actor
from whatmatters.access.queries.names import organisation_names
from whatmatters.access.services import audit
from whatmatters.payments.models import PaymentFile, PaymentRun
from whatmatters.payments.queries.banking import in_use
from whatmatters.payments.queries.file_refusals import (
    ArrivesTooSoon,
    ControlsDiffer,
    NotAWorkingDay,
    PayerPaysNothing,
    RunNotReleased,
    WithoutBankDetails,
    WithoutServiceUser,
)
from whatmatters.payments.queries.files import FileFacts, file_of
from whatmatters.payments.queries.ledger_controls import ledger_controls
from whatmatters.payments.queries.refusals import RunNotFound
from whatmatters.payments.queries.remittances import RemittanceFacts, remittances
from whatmatters.payments.services.permission import must_be_allowed
from whatmatters.policy.queries import bank_holidays
from whatmatters.records.locks import PAYMENT_FILES, lock_council
from whatmatters.rules.days import london_day
from whatmatters.rules.lifecycles import RunState
from whatmatters.rules.payment_files import FORMS, Account, FileFormat, Payment, PaymentOrder
from whatmatters.rules.payment_files.references import reference
from whatmatters.rules.permissions import Action
from whatmatters.rules.working_days import BeyondHolidayTable

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class MadeFile:
    """The file. `new` False: it was made before, and is the same to the last byte."""

    facts: FileFacts
    new: bool


def make_payment_file(
    *, by: Actor, at: datetime, run_id: int, payer_id: int, form: FileFormat, arrives: date
) -> MadeFile:
    """Make the file, or find the one that was made: whatever day is asked, it is that one.

    Raises NotAllowed, RunNotFound, RunNotReleased, PayerPaysNothing, WithoutBankDetails,
    WithoutServiceUser, NotAWorkingDay, ArrivesTooSoon, BeyondHolidayTable, ControlsDiffer.
    """
    must_be_allowed(by, Action.MAKE_PAYMENT_FILE)
    before = file_of(by.council_id, run_id, payer_id, form)
    if before is not None:
        return MadeFile(before, new=False)
    try:
        return _make(by, at, run_id, payer_id, form, arrives)
    except IntegrityError:
        before = file_of(by.council_id, run_id, payer_id, form)
        if before is None:
            raise
        return MadeFile(before, new=False)


@transaction.atomic
def _make(
    by: Actor, at: datetime, run_id: int, payer_id: int, form: FileFormat, arrives: date
) -> MadeFile:
    lock_council(by.council_id, PAYMENT_FILES)
    before = file_of(by.council_id, run_id, payer_id, form)
    if before is not None:
        return MadeFile(before, new=False)
    due = _due(by.council_id, run_id, payer_id)
    accounts = _accounts(by.council_id, due, form)
    worked = _worked(form, london_day(at), arrives)
    order = PaymentOrder(
        number=_next_number(by.council_id),
        payer=accounts[payer_id],
        payments=tuple(
            Payment(accounts[one.payee_id], one.paid, reference(run_id, one.remittance_id))
            for one in due
        ),
        made=at,
        worked=worked,
        arrives=arrives,
    )
    content = _equal_to_the_ledger(by.council_id, run_id, payer_id, form, order)
    row = PaymentFile.objects.create(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        run_id=run_id,
        payer_id=payer_id,
        form=form,
        number=order.number,
        arrives=arrives,
        count=len(due),
        pence=order.pence,
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
    )
    audit(by=by, at=at, action="make_payment_file", subject="payment_file", subject_id=row.pk)
    made = file_of(by.council_id, run_id, payer_id, form)
    assert made is not None
    return MadeFile(made, new=True)


def _next_number(council_id: int) -> int:
    rows = PaymentFile.objects.of(council_id)
    return int(rows.aggregate(last=Max("number"))["last"] or 0) + 1


def _due(council_id: int, run_id: int, payer_id: int) -> list[RemittanceFacts]:
    """What the payer pays by the run: a remittance of nothing is in no file."""
    run = PaymentRun.objects.of(council_id).filter(pk=run_id).first()
    if run is None:
        raise RunNotFound(run_id=run_id)
    if run.state != RunState.RELEASED:
        raise RunNotReleased(run_id=run_id)
    found = remittances(council_id, run_id=run_id, payer_id=payer_id)
    due = [one for one in found if one.paid]
    if not due:
        raise PayerPaysNothing(run_id=run_id)
    return due


def _accounts(council_id: int, due: list[RemittanceFacts], form: FileFormat) -> dict[int, Account]:
    payer_id = due[0].payer_id
    wanted = {payer_id, *(one.payee_id for one in due)}
    found = {who: facts.account for who, facts in in_use(council_id, wanted).items()}
    missing = organisation_names(wanted - set(found))
    if missing:
        raise WithoutBankDetails(names=", ".join(sorted(missing.values())))
    if form is FileFormat.STANDARD_18 and not found[payer_id].service_user:
        raise WithoutServiceUser(names=organisation_names([payer_id])[payer_id])
    return found


def _worked(form: FileFormat, today: date, arrives: date) -> date:
    """The day on which Bacs works the file: the working day before the money arrives.

    What goes to Bacs itself is sent a day before that. Raises NotAWorkingDay, ArrivesTooSoon.
    """
    holidays = bank_holidays()
    days_ahead = 2 if form is FileFormat.STANDARD_18 else 0
    earliest = today
    while days_ahead or not holidays.is_working(earliest):
        earliest += DAY
        days_ahead -= bool(days_ahead) and holidays.is_working(earliest)
    if not holidays.covers_from <= arrives <= holidays.covers_until:
        raise BeyondHolidayTable(day=arrives, until=holidays.covers_until)
    if not holidays.is_working(arrives):
        raise NotAWorkingDay(day=arrives)
    if arrives < earliest:
        raise ArrivesTooSoon(earliest=earliest)
    worked = arrives - DAY
    while not holidays.is_working(worked):
        worked -= DAY
    return worked


def _equal_to_the_ledger(
    council_id: int, run_id: int, payer_id: int, form: FileFormat, order: PaymentOrder
) -> bytes:
    """The bytes, read back and compared: how many payments, and to the penny."""
    content = FORMS[form].write(order)
    ledger = ledger_controls(council_id, run_id, payer_id)
    if FORMS[form].read(content) != ledger:
        raise ControlsDiffer(ledger=ledger.pence, file=order.pence)
    return content
