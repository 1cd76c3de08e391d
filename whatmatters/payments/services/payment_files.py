"""A file for the bank is made once for a run and a payer, and equals the ledger."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Max

from whatmatters.access.queries import Actor
from whatmatters.access.queries.names import organisation_names
from whatmatters.access.services import audit
from whatmatters.payments.models import PaymentFile, PaymentRun
from whatmatters.payments.queries.banking import in_use
from whatmatters.payments.queries.file_refusals import (
    AnotherFormatMade,
    ControlsDiffer,
    PayerPaysNothing,
    RunNotReleased,
    WithoutBankDetails,
    WithoutServiceUser,
)
from whatmatters.payments.queries.files import FileFacts, newest_file, payment_file_of
from whatmatters.payments.queries.ledger_controls import ledger_controls
from whatmatters.payments.queries.refusals import RunNotFound
from whatmatters.payments.queries.remittances import RemittanceFacts, remittances
from whatmatters.payments.services.file_days import day_worked
from whatmatters.payments.services.permission import must_be_allowed
from whatmatters.records.locks import PAYMENT_FILES, lock_council
from whatmatters.rules.days import london_day
from whatmatters.rules.lifecycles import RunState
from whatmatters.rules.payment_files import FORMS, Account, FileFormat, Payment, PaymentOrder
from whatmatters.rules.payment_files.references import reference
from whatmatters.rules.permissions import Action


@dataclass(frozen=True, slots=True)
class MadeFile:
    """The file. `new` False: it was made before, and is the same to the last byte."""

    facts: FileFacts
    new: bool


def make_payment_file(
    *, by: Actor, at: datetime, run_id: int, payer_id: int, form: FileFormat, arrives: date
) -> MadeFile:
    """Make the file, or find the one that was made: whatever day is asked, it is that one.

    Another is made only after that one was said not to have been sent. Raises AnotherFormatMade,
    NotAllowed, RunNotFound, RunNotReleased, PayerPaysNothing, WithoutBankDetails,
    WithoutServiceUser, NotAWorkingDay, ArrivesTooSoon, BeyondHolidayTable, ControlsDiffer.
    """
    must_be_allowed(by, Action.MAKE_PAYMENT_FILE)
    try:
        return _made(by, run_id, payer_id, form) or _make(by, at, run_id, payer_id, form, arrives)
    except IntegrityError:
        before = _made(by, run_id, payer_id, form)
        if before is None:
            raise
        return before


def _made(by: Actor, run_id: int, payer_id: int, form: FileFormat) -> MadeFile | None:
    """The file that is there to be sent; None where there is none. Raises AnotherFormatMade."""
    newest = newest_file(by.council_id, run_id, payer_id)
    if newest is None or newest.unsent_at is not None:
        return None
    if newest.form is not form:
        raise AnotherFormatMade(number=newest.number)
    return MadeFile(newest, new=False)


@transaction.atomic
def _make(
    by: Actor, at: datetime, run_id: int, payer_id: int, form: FileFormat, arrives: date
) -> MadeFile:
    lock_council(by.council_id, PAYMENT_FILES)
    before = _made(by, run_id, payer_id, form)
    if before is not None:
        return before
    due = _due(by.council_id, run_id, payer_id)
    accounts = _accounts(by.council_id, due, form)
    order = PaymentOrder(
        number=_next_number(by.council_id),
        payer=accounts[payer_id],
        payments=tuple(
            Payment(accounts[one.payee_id], one.paid, reference(run_id, one.remittance_id))
            for one in due
        ),
        made=at,
        worked=day_worked(form, london_day(at), arrives),
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
        attempt=_attempt(by.council_id, run_id, payer_id),
        number=order.number,
        arrives=arrives,
        count=len(due),
        pence=order.pence,
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
    )
    audit(by=by, at=at, action="make_payment_file", subject="payment_file", subject_id=row.pk)
    made = payment_file_of(by.council_id, row.pk)
    assert made is not None
    return MadeFile(made, new=True)


def _next_number(council_id: int) -> int:
    rows = PaymentFile.objects.of(council_id)
    return int(rows.aggregate(last=Max("number"))["last"] or 0) + 1


def _attempt(council_id: int, run_id: int, payer_id: int) -> int:
    """How many files of this run and payer there are with this one."""
    return PaymentFile.objects.of(council_id).filter(run_id=run_id, payer_id=payer_id).count() + 1


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


def _equal_to_the_ledger(
    council_id: int, run_id: int, payer_id: int, form: FileFormat, order: PaymentOrder
) -> bytes:
    """The bytes, read back and compared: how many payments, and to the penny."""
    content = FORMS[form].write(order)
    ledger = ledger_controls(council_id, run_id, payer_id)
    if FORMS[form].read(content) != ledger:
        raise ControlsDiffer(ledger=ledger.pence, file=order.pence)
    return content
