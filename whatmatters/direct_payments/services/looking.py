"""A look at the account: what stands there, what it owes, and so what comes back."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit_many
from whatmatters.direct_payments.models import DirectPayment, Look
from whatmatters.direct_payments.queries import direct_terms, looks_of, record_of
from whatmatters.direct_payments.queries.refusals import (
    AmountImpossible,
    LookNotYet,
    LookTooNear,
    OutsideDirect,
)
from whatmatters.direct_payments.services.held import direct_event, held_direct
from whatmatters.direct_payments.services.recording import MOST_PENCE
from whatmatters.policy.reviews import account_looks_weeks_apart
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.direct_payments import owed_on, too_near
from whatmatters.rules.permissions import Action


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look took down: pence owed by the record, and whether it was the last."""

    owed: int
    final: bool


@transaction.atomic
def look_at(*, by: Actor, at: datetime, direct_id: int, on: date, balance: int) -> Looked:
    """Keep what stood in the account on a day, in pence; the next run takes back what is too much.

    What it owes is read from the record. A look of the same day takes the place of an earlier one.
    After the end only the last look is left: it comes once all days that run on are over. Raises
    DirectNotAllowed, Absent, DayNotReached, OutsideDirect, AmountImpossible, LookTooNear,
    LookNotYet.
    """
    row = held_direct(by, at, Action.AGREE_FUND, direct_id)
    must_be_reached(on, at)
    if on < row.starts:
        raise OutsideDirect(field="on", starts=row.starts)
    if abs(balance) > MOST_PENCE:
        raise AmountImpossible(field="balance")
    final = _final(row, on)
    if not final:
        _apart(row, on)
    owed = owed_on((one.written for one in record_of(row.pk) if one.counts), on)
    Look.objects.create(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        direct_payment=row,
        on=on,
        balance=balance,
        owed=owed,
        final=final,
    )
    audit_many(by=by, at=at, events=[direct_event("direct_payment.looked_at", row)])
    return Looked(owed, final)


def _final(row: DirectPayment, on: date) -> bool:
    if row.ends is None or on <= row.ends:
        return False
    terms = direct_terms(row.council_id, row.pk).terms
    last = row.ends + timedelta(days=terms.run_on_days)
    if on <= last:
        raise LookNotYet(last=last)
    return True


def _apart(row: DirectPayment, on: date) -> None:
    weeks = account_looks_weeks_apart()
    others = (one.on for one in looks_of(row.pk) if one.counts and not one.final)
    other = too_near(others, on, timedelta(weeks=weeks))
    if other is not None:
        raise LookTooNear(other=other, weeks=weeks)
