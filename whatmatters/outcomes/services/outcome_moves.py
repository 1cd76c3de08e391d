"""The moves of an outcome: one row for each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.outcomes.models import Outcome, OutcomeMove
from whatmatters.rules.lifecycles import OUTCOME_MOVES, OutcomeState, move
from whatmatters.rules.refusals import Absent


@dataclass(frozen=True, slots=True)
class OutcomeMoved:
    """One outcome's move, and why (a code)."""

    outcome_id: int
    to: OutcomeState
    why: str


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
        outcome_move_row(by, at, rows[m.outcome_id], m.to, on, m.why) for m in moves
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


def outcome_move_row(
    by: Actor, at: datetime, row: Outcome, to: OutcomeState, on: date, why: str
) -> OutcomeMove:
    """An unsaved move of one outcome."""
    return OutcomeMove(
        council_id=by.council_id, by_id=by.user_id, at=at, outcome=row, to=to, on=on, why=why
    )
