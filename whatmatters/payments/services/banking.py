"""Bank details change by two people, after the organisation was rung back."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Max

from whatmatters.access.queries import Actor
from whatmatters.access.queries.bodies import organisations_among
from whatmatters.access.services import audit
from whatmatters.payments.models import BankAnswer, BankCall, BankProposal
from whatmatters.payments.queries.bank_refusals import (
    AskedTwice,
    BankDetailsAnswered,
    BankDetailsTakeTwo,
    CallInFuture,
    HowFoundMissing,
    NoSuchPayee,
)
from whatmatters.payments.services.permission import must_be_allowed
from whatmatters.rules import bank_details
from whatmatters.rules.bank_details import NumberFrom
from whatmatters.rules.permissions import Action
from whatmatters.rules.words import NAME_LENGTH, words, words_or_none


@dataclass(frozen=True, slots=True)
class BankGiven:
    """Bank details as typed, and the call back: who was rung, on which number, on which day.

    `found` says how the number was found, where it was not on record. It is never the number of
    the letter or e-mail that asked for the change.
    """

    sort_code: str
    account_number: str
    account_name: str
    rung: str
    telephone: str
    number_from: NumberFrom
    called_on: date
    found: str = ""
    service_user: str = ""


@transaction.atomic
def ask_bank_details(
    *, by: Actor, at: datetime, on: date, organisation_id: int, given: BankGiven
) -> int:
    """Ask that details be used from now on; they wait for somebody else. Returns the asking's id.

    What waited before for the same organisation is worth nothing then. Raises NotAllowed,
    NoSuchPayee, CallInFuture, HowFoundMissing, AskedTwice and the refusals of `bank_details`.
    """
    must_be_allowed(by, Action.CHANGE_BANK_DETAILS)
    if organisation_id not in organisations_among(by.council_id, [organisation_id]):
        raise NoSuchPayee(organisation_id=organisation_id)
    proposal, call = _checked(given, on)
    rows = BankProposal.objects.of(by.council_id).filter(organisation_id=organisation_id)
    number = (rows.aggregate(last=Max("number"))["last"] or 0) + 1
    written = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    try:
        with transaction.atomic():
            row = BankProposal.objects.create(
                **written, organisation_id=organisation_id, number=number, **proposal
            )
    except IntegrityError as error:
        raise AskedTwice() from error
    BankCall.objects.create(**written, proposal=row, **call)
    audit(by=by, at=at, action="ask_bank_details", subject="bank_proposal", subject_id=row.pk)
    return int(row.pk)


@transaction.atomic
def answer_bank_details(*, by: Actor, at: datetime, proposal_id: int, confirmed: bool) -> bool:
    """Confirm details that somebody else asked for, or put them aside. False: done before.

    Raises NotAllowed, NoSuchPayee, BankDetailsTakeTwo, BankDetailsAnswered (the other way, or
    asked for anew since).
    """
    must_be_allowed(by, Action.CHANGE_BANK_DETAILS)
    row = BankProposal.objects.of(by.council_id).filter(pk=proposal_id).first()
    if row is None:
        raise NoSuchPayee(proposal_id=proposal_id)
    if confirmed and row.by_id == by.user_id:
        raise BankDetailsTakeTwo()
    newer = BankProposal.objects.of(by.council_id).filter(
        organisation_id=row.organisation_id, number__gt=row.number
    )
    if newer.exists():
        raise BankDetailsAnswered()
    try:
        with transaction.atomic():
            BankAnswer.objects.create(
                council_id=by.council_id,
                by_id=by.user_id,
                at=at,
                proposal=row,
                asked_by_id=row.by_id,
                confirmed=confirmed,
            )
    except IntegrityError:
        return _as_before(row, confirmed)
    word = "confirm_bank_details" if confirmed else "put_aside_bank_details"
    audit(by=by, at=at, action=word, subject="bank_proposal", subject_id=row.pk)
    return True


def _as_before(row: BankProposal, confirmed: bool) -> bool:
    before = BankAnswer.objects.filter(proposal=row).first()
    if before is None or before.confirmed != confirmed:
        raise BankDetailsAnswered()
    return False


def _checked(given: BankGiven, on: date) -> tuple[dict[str, object], dict[str, object]]:
    """The columns of the asking and of its call."""
    if given.called_on > on:
        raise CallInFuture(on=given.called_on)
    found = words_or_none("found", given.found)
    if given.number_from is NumberFrom.FOUND and not found:
        raise HowFoundMissing()
    proposal = {
        "sort_code": bank_details.sort_code(given.sort_code),
        "account_number": bank_details.account_number(given.account_number),
        "account_name": bank_details.account_name(given.account_name),
        "service_user": bank_details.service_user(given.service_user),
        "number_from": given.number_from,
        "called_on": given.called_on,
    }
    call: dict[str, object] = {
        "rung": words("rung", given.rung, longest=NAME_LENGTH),
        "telephone": bank_details.telephone(given.telephone),
        "found": found,
    }
    return proposal, call
