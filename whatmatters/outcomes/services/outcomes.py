"""Outcomes: set with a test and weeks; retired or replaced by the person at any time (R-CW-02)."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.outcomes.models import Outcome, OutcomeMove, PayableReason
from whatmatters.outcomes.services.living import check_living
from whatmatters.outcomes.services.new_outcome import (
    MOST_WEEKS,
    NewOutcome,
    OutcomeOfAnother,
    TestMissing,
    WeeksMissing,
)
from whatmatters.outcomes.services.outcome_moves import (
    OutcomeMoved,
    move_outcomes,
    outcome_move_row,
    owned_outcome,
)
from whatmatters.outcomes.services.payable import reason_row
from whatmatters.outcomes.services.voices import voices_for
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.lifecycles import OutcomeState
from whatmatters.rules.outcomes import Party
from whatmatters.rules.people import Authority
from whatmatters.rules.word_refusals import WordsMissing
from whatmatters.rules.words import words


@transaction.atomic
def set_outcomes(*, by: Actor, at: datetime, outcomes: Sequence[NewOutcome]) -> list[int]:
    """Set outcomes; ids in the order given.

    Raises TestMissing, WeeksMissing, PayableNeedsBothReasons, DayNotReached, PersonHasDied.
    """
    days = [(given.person_id, must_be_reached(given.set_on, at)) for given in outcomes]
    check_living(by.council_id, days)
    rows = Outcome.objects.bulk_create([_row(by, at, given) for given in outcomes])
    OutcomeMove.objects.bulk_create(
        outcome_move_row(by, at, row, OutcomeState.ACTIVE, row.set_on, "set") for row in rows
    )
    pairs = zip(rows, outcomes, strict=True)
    PayableReason.objects.bulk_create(
        reason_row(by, at, row.pk, given.payable)
        for row, given in pairs
        if given.payable is not None
    )
    events = [Audited("outcome.set", "outcome", row.pk, row.person_id) for row in rows]
    audit_many(by=by, at=at, events=events)
    return [row.pk for row in rows]


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
