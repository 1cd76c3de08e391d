"""The light record: she, or who keeps the account for her, writes down what is spent and owed."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit_many
from whatmatters.direct_payments.models import RecordLine
from whatmatters.direct_payments.queries.refusals import (
    AmountImpossible,
    NotOneOfHers,
    OutsideDirect,
    OwedForWhat,
    StruckAlready,
)
from whatmatters.direct_payments.services.held import direct_event, held_direct
from whatmatters.outcomes.queries import outcome_facts
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.direct_payments import OwedFor, RecordKind
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent
from whatmatters.rules.words import words

MOST_PENCE = 10**10


@dataclass(frozen=True, slots=True)
class LineGiven:
    """What was spent or is owed: the day, pence, own words, what it is owed for, which outcome."""

    direct_id: int
    kind: RecordKind
    on: date
    pence: int
    what: str
    owed_for: OwedFor | None = None
    outcome_id: int | None = None


@transaction.atomic
def write_line(*, by: Actor, at: datetime, given: LineGiven) -> int:
    """Write a line down; its id. Nothing is asked for before it: it is her money.

    Raises DirectNotAllowed, Absent, DayNotReached, OutsideDirect, AmountImpossible, OwedForWhat,
    NotOneOfHers, or what words refuse.
    """
    row = held_direct(by, at, Action.KEEP_DIRECT_PAYMENT, given.direct_id)
    must_be_reached(given.on, at)
    if given.on < row.starts:
        raise OutsideDirect(field="on", starts=row.starts)
    if not 1 <= given.pence <= MOST_PENCE:
        raise AmountImpossible(field="pence")
    if (given.kind is RecordKind.OWED) != (given.owed_for is not None):
        raise OwedForWhat(field="owed_for")
    what = words("what", given.what)
    if given.outcome_id is not None:
        outcome = outcome_facts([given.outcome_id]).get(given.outcome_id)
        if outcome is None or outcome.person_id != row.person_id:
            raise NotOneOfHers(field="outcome")
    code: dict[str, Any] = {"owed_for": given.owed_for}
    made = RecordLine.objects.create(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        direct_payment=row,
        kind=given.kind,
        on=given.on,
        pence=given.pence,
        what=what,
        outcome_id=given.outcome_id,
        **code,
    )
    audit_many(by=by, at=at, events=[direct_event("direct_payment.written", row)])
    return int(made.pk)


@transaction.atomic
def strike_line(*, by: Actor, at: datetime, line_id: int) -> None:
    """Strike a line out: it was wrong, or what was owed has been paid. It stays to be read.

    Raises DirectNotAllowed, Absent, StruckAlready.
    """
    found = RecordLine.objects.of(by.council_id).filter(pk=line_id).first()
    if found is None:
        raise Absent(what="record_line", id=line_id)
    row = held_direct(by, at, Action.KEEP_DIRECT_PAYMENT, found.direct_payment_id)
    open_lines = RecordLine.objects.filter(pk=line_id, struck_at__isnull=True)
    if open_lines.update(struck_at=at, struck_by_id=by.user_id) != 1:
        raise StruckAlready()
    audit_many(by=by, at=at, events=[direct_event("direct_payment.struck", row)])
