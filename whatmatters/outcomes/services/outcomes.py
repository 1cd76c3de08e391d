"""Outcomes: set with a test and weeks; retired or replaced by the person at any time (R-CW-02)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit, audit_many
from whatmatters.outcomes.models import Outcome, OutcomeMove, PayableReason
from whatmatters.outcomes.services.living import check_living
from whatmatters.outcomes.services.voices import voices_for
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.lifecycles import OUTCOME_MOVES, OutcomeState, move
from whatmatters.rules.outcomes import Category, OutcomeKind, Party
from whatmatters.rules.people import Authority, Language, Speaker
from whatmatters.rules.refusals import Absent, Refusal
from whatmatters.rules.words import WordsMissing, words

MOST_WEEKS = 520


class TestMissing(Refusal):
    """An outcome without a test that can be observed (R-WI-01)."""

    code = "outcome_without_test"
    __test__ = False


class WeeksMissing(Refusal):
    """An outcome without its number of weeks, from 1 to ten years: WeeksMissing(weeks=)."""

    code = "outcome_without_weeks"


class PayableNeedsBothReasons(Refusal):
    """Payable only with why it is observable and why it is attributable: (field=) (R-WI-02)."""

    code = "payable_needs_both_reasons"


class AlreadyPayable(Refusal):
    """The reasons were written before: AlreadyPayable(outcome_id=)."""

    code = "already_payable"


class OutcomeOfAnother(Refusal):
    """A replacement has to be an outcome of the same person: OutcomeOfAnother(person_id=)."""

    code = "outcome_of_another"


@dataclass(frozen=True, slots=True)
class PayableBecause:
    """Why it can be seen, and why it comes of what the provider does."""

    observable: str
    attributable: str


@dataclass(frozen=True, slots=True)
class NewOutcome:
    """What the person wants to be true, how all will see that it is, and in how many weeks."""

    person_id: int
    statement: str
    language: Language
    category: Category
    kind: OutcomeKind
    test: str
    target_weeks: int
    set_by: Speaker
    set_on: date
    payable: PayableBecause | None = None


@dataclass(frozen=True, slots=True)
class OutcomeMoved:
    """One outcome's move, and why (a code)."""

    outcome_id: int
    to: OutcomeState
    why: str


@transaction.atomic
def set_outcomes(*, by: Actor, at: datetime, outcomes: Sequence[NewOutcome]) -> list[int]:
    """Set outcomes; ids in the order given.

    Raises TestMissing, WeeksMissing, PayableNeedsBothReasons, DayNotReached, PersonHasDied.
    """
    days = [(given.person_id, must_be_reached(given.set_on, at)) for given in outcomes]
    check_living(by.council_id, days)
    rows = Outcome.objects.bulk_create([_row(by, at, given) for given in outcomes])
    OutcomeMove.objects.bulk_create(
        _move_row(by, at, row, OutcomeState.ACTIVE, row.set_on, "set") for row in rows
    )
    pairs = zip(rows, outcomes, strict=True)
    PayableReason.objects.bulk_create(
        _reason(by, at, row.pk, given.payable) for row, given in pairs if given.payable is not None
    )
    events = [Audited("outcome.set", "outcome", row.pk, row.person_id) for row in rows]
    audit_many(by=by, at=at, events=events)
    return [row.pk for row in rows]


@transaction.atomic
def make_payable(*, by: Actor, at: datetime, outcome_id: int, because: PayableBecause) -> int:
    """Write both reasons; the id of the row. Raises PayableNeedsBothReasons, AlreadyPayable."""
    outcome = owned_outcome(by.council_id, outcome_id)
    row = _reason(by, at, outcome_id, because)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as twice:
        raise AlreadyPayable(outcome_id=outcome_id) from twice
    _audit(by, at, "outcome.payable", outcome)
    return int(row.pk)


@transaction.atomic
def retire_outcome(
    *, by: Actor, at: datetime, on: date, outcome_id: int, authority: Authority | None = None
) -> None:
    """The person (or who decides for her) lets an outcome go, at any time, without penalty."""
    outcome = owned_outcome(by.council_id, outcome_id)
    _check_her_voice(by, at, on, outcome, authority)
    moved = [OutcomeMoved(outcome_id, OutcomeState.RETIRED, "by_the_person")]
    move_outcomes(by=by, at=at, on=on, moves=moved)


@transaction.atomic
def replace_outcome(
    *,
    by: Actor,
    at: datetime,
    on: date,
    outcome_id: int,
    new: NewOutcome,
    authority: Authority | None = None,
) -> int:
    """The person puts another outcome in one's place; the id of the new one."""
    outcome = owned_outcome(by.council_id, outcome_id)
    if new.person_id != outcome.person_id:
        raise OutcomeOfAnother(person_id=new.person_id)
    _check_her_voice(by, at, on, outcome, authority)
    moved = [OutcomeMoved(outcome_id, OutcomeState.REPLACED, "by_the_person")]
    move_outcomes(by=by, at=at, on=on, moves=moved)
    (new_id,) = set_outcomes(by=by, at=at, outcomes=[new])
    Outcome.objects.filter(pk=new_id).update(replaces_id=outcome_id)
    return new_id


@transaction.atomic
def move_outcomes(*, by: Actor, at: datetime, on: date, moves: Sequence[OutcomeMoved]) -> None:
    """Move outcomes as `rules.lifecycles` allows: a row for each move. Raises MoveRefusedError.

    Who may is the caller's to decide.
    """
    ids = [given.outcome_id for given in moves]
    rows = Outcome.objects.of(by.council_id).select_for_update().in_bulk(ids)
    for given in moves:
        if given.outcome_id not in rows:
            raise Absent(what="outcome", id=given.outcome_id)
        row = rows[given.outcome_id]
        row.state = move(OUTCOME_MOVES, OutcomeState(row.state), given.to)
    Outcome.objects.bulk_update(rows.values(), ["state"])
    OutcomeMove.objects.bulk_create(
        _move_row(by, at, rows[m.outcome_id], m.to, on, m.why) for m in moves
    )
    events = [
        Audited(f"outcome.{m.to}", "outcome", m.outcome_id, rows[m.outcome_id].person_id, m.why)
        for m in moves
    ]
    audit_many(by=by, at=at, events=events)


def owned_outcome(council_id: int, outcome_id: int) -> Outcome:
    """One outcome of the council. Raises Absent."""
    found = Outcome.objects.of(council_id).filter(pk=outcome_id).first()
    if not isinstance(found, Outcome):
        raise Absent(what="outcome", id=outcome_id)
    return found


def _check_her_voice(
    by: Actor, at: datetime, on: date, outcome: Outcome, authority: Authority | None
) -> None:
    check_living(by.council_id, [(outcome.person_id, must_be_reached(on, at))])
    voices_for([outcome.person_id], on).authority(
        by=by,
        party=Party.PERSON,
        person_id=outcome.person_id,
        provider_id=None,
        claimed=authority,
    )


def _row(by: Actor, at: datetime, given: NewOutcome) -> Outcome:
    try:
        test = words("test", given.test)
    except WordsMissing as missing:
        raise TestMissing from missing
    if not 0 < given.target_weeks <= MOST_WEEKS:
        raise WeeksMissing(weeks=given.target_weeks)
    return Outcome(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        person_id=given.person_id,
        statement=words("statement", given.statement),
        language=given.language,
        category=given.category,
        kind=given.kind,
        test=test,
        target_weeks=given.target_weeks,
        set_by=given.set_by,
        set_on=given.set_on,
    )


def _reason(by: Actor, at: datetime, outcome_id: int, because: PayableBecause) -> PayableReason:
    try:
        observable = words("observable", because.observable)
        attributable = words("attributable", because.attributable)
    except WordsMissing as missing:
        raise PayableNeedsBothReasons(**missing.params) from missing
    return PayableReason(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        outcome_id=outcome_id,
        observable=observable,
        attributable=attributable,
    )


def _move_row(
    by: Actor, at: datetime, row: Outcome, to: OutcomeState, on: date, why: str
) -> OutcomeMove:
    return OutcomeMove(
        council_id=by.council_id, by_id=by.user_id, at=at, outcome=row, to=to, on=on, why=why
    )


def _audit(by: Actor, at: datetime, action: str, outcome: Outcome) -> None:
    audit(
        by=by,
        at=at,
        action=action,
        subject="outcome",
        subject_id=outcome.pk,
        person_id=outcome.person_id,
    )
