"""A worker whom a platform found, paid from the account of a direct payment, and their last day."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit_many, worker_account
from whatmatters.commissioning.queries import agreements_of_sources, contract
from whatmatters.commissioning.services import end_agreement, sign_agreement
from whatmatters.direct_payments.models import DirectPayment, Introduction
from whatmatters.direct_payments.queries.introduced import MODEL, SOURCE
from whatmatters.direct_payments.queries.refusals import (
    DirectOver,
    IntroductionOver,
    NotForIntroductions,
    NotHerOwnAccount,
    OutsideDirect,
    OutsideIntroduction,
    OutsideScheme,
)
from whatmatters.direct_payments.services.held import direct_event, held_direct
from whatmatters.people.queries import person as person_of
from whatmatters.records.locks import DIRECT_PAYMENTS, lock_council
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.periods import ONE_DAY
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent
from whatmatters.rules.words import words

LONGEST = 200


@dataclass(frozen=True, slots=True)
class IntroductionGiven:
    """Whose direct payment, which platform's contract, who comes, from when, pounds an hour."""

    direct_id: int
    contract_id: int
    who_comes: str
    starts: date
    hourly_price: Decimal


@transaction.atomic
def introduce(*, by: Actor, at: datetime, given: IntroductionGiven) -> int:
    """Agree on a worker and the price of an hour, to the last day of the platform's contract where
    it has one; its id. What pays is her own account.

    Raises DirectNotAllowed, Absent, NotHerOwnAccount, NotForIntroductions, OutsideScheme,
    DirectOver, OutsideDirect, or what words and signing refuse.
    """
    lock_council(by.council_id, DIRECT_PAYMENTS)
    row = held_direct(by, at, Action.AGREE_FUND, given.direct_id)
    ends = _last_day(by, row, given)
    who = person_of(row.person_id, council_id=by.council_id)
    assert who is not None, "a direct payment is somebody's"
    number = Introduction.objects.filter(direct_payment=row).count() + 1
    made: Introduction = Introduction.objects.create(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        direct_payment=row,
        contract_id=given.contract_id,
        account_id=worker_account(by=by, at=at, number=f"{row.pk}-{number}", origin=who.origin),
        who_comes=words("who_comes", given.who_comes, longest=LONGEST),
        starts=given.starts,
        ends=ends,
    )
    sign_agreement(
        by=by,
        at=at,
        contract_id=given.contract_id,
        person_id=row.person_id,
        source=SOURCE,
        source_id=made.pk,
        starts=given.starts,
        ends=ends,
        terms={"hourly_price": given.hourly_price},
        payee_id=made.account_id,
        payer_id=row.account_id,
    )
    audit_many(by=by, at=at, events=[direct_event("direct_payment.introduced", row)])
    return int(made.pk)


def _last_day(by: Actor, row: DirectPayment, given: IntroductionGiven) -> date | None:
    """Of the platform's contract. Raises what `introduce` says."""
    if row.account_id == row.contract.provider_id:
        raise NotHerOwnAccount(field="contract")
    held = contract(by.council_id, given.contract_id)
    if held is None:
        raise Absent(what="contract", id=given.contract_id)
    if held.model != MODEL:
        raise NotForIntroductions(field="contract")
    if given.starts < held.starts or (held.ends is not None and given.starts > held.ends):
        raise OutsideScheme(starts=held.starts, ends=held.ends or "")
    if row.ends is not None:
        raise DirectOver(ends=row.ends)
    if given.starts < row.starts:
        raise OutsideDirect(field="starts", starts=row.starts)
    return held.ends


@transaction.atomic
def end_introduction(
    *, by: Actor, at: datetime, introduction_id: int, on: date, reason: EndReason
) -> int:
    """Write the last day that is paid, or one that is sooner; what was paid for a later one comes
    back. Its id. The day before the first says that it never began.

    Raises DirectNotAllowed, Absent, IntroductionOver, OutsideIntroduction.
    """
    one, row = held_introduction(by, at, Action.AGREE_FUND, introduction_id)
    if one.ends is not None and on >= one.ends:
        raise IntroductionOver(ends=one.ends)
    if on < one.starts - ONE_DAY:
        raise OutsideIntroduction(on=on, starts=one.starts)
    _end(by, at, one, on, reason)
    audit_many(by=by, at=at, events=[direct_event("direct_payment.introduced_no_more", row)])
    return introduction_id


def end_introductions(
    by: Actor, at: datetime, row: DirectPayment, on: date, reason: EndReason
) -> None:
    """Nothing is bought from an account after its direct payment's last day."""
    for one in Introduction.objects.filter(direct_payment=row).order_by("id"):
        last = max(on, one.starts - ONE_DAY)
        if one.ends is None or last < one.ends:
            _end(by, at, one, last, reason)


def held_introduction(
    by: Actor, at: datetime, action: Action, introduction_id: int
) -> tuple[Introduction, DirectPayment]:
    """It and its direct payment, held. Raises DirectNotAllowed, Absent."""
    one = Introduction.objects.of(by.council_id).filter(pk=introduction_id).first()
    if one is None:
        raise Absent(what="introduction", id=introduction_id)
    row = held_direct(by, at, action, one.direct_payment_id)
    one.refresh_from_db()  # Held now: who held it before may have written its last day.
    return one, row


def _end(by: Actor, at: datetime, one: Introduction, on: date, reason: EndReason) -> None:
    one.ends = on
    one.save(update_fields=["ends"])
    agreement = agreements_of_sources(by.council_id, SOURCE, [one.pk])[one.pk]
    end_agreement(by=by, at=at, agreement_id=agreement, on=on, reason=reason)
