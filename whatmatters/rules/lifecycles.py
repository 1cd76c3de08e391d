"""Which moves are allowed: a state is a row for every move, and may follow what its table says."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from whatmatters.rules.refusals import Refusal


class OutcomeState(StrEnum):
    """Where an outcome stands. The person may retire or replace it at any time (R-CW-02)."""

    ACTIVE = "active"
    ACHIEVED = "achieved"
    PARTLY = "partly"
    NOT_ACHIEVED = "not_achieved"
    RETIRED = "retired"
    REPLACED = "replaced"
    CLOSED = "closed"


class PlanState(StrEnum):
    """Where one version of a support plan stands."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    AMENDMENT_REQUESTED = "amendment_requested"
    DECLINED = "declined"
    AGREED = "agreed"
    SUPERSEDED = "superseded"
    ENDED = "ended"


class ExceptionState(StrEnum):
    """Where an exception stands."""

    RAISED = "raised"
    ACCEPTED = "accepted"
    NOT_ACCEPTED = "not_accepted"


class RunState(StrEnum):
    """Where a payment run stands; only a second person releases one."""

    PROPOSED = "proposed"
    RELEASED = "released"
    DISCARDED = "discarded"


class LeftOutPart(StrEnum):
    """What of an agreement a run could not assess: all of it, its judgement or a review alone."""

    AGREEMENT = "agreement"
    JUDGEMENT = "judgement"
    REVIEW = "review"


class PenaltyState(StrEnum):
    """Where a penalty stands: a contested one is held until someone else has decided."""

    PROPOSED = "proposed"
    CONTESTED = "contested"
    UPHELD = "upheld"
    WITHDRAWN = "withdrawn"


State = TypeVar("State", bound=StrEnum)

OUTCOME_MOVES: Mapping[OutcomeState, frozenset[OutcomeState]] = {
    OutcomeState.ACTIVE: frozenset(OutcomeState) - {OutcomeState.ACTIVE},
    # Kept outcomes may be taken up again by the person in a later plan.
    OutcomeState.ACHIEVED: frozenset({OutcomeState.ACTIVE, OutcomeState.RETIRED}),
    OutcomeState.PARTLY: frozenset(
        {OutcomeState.ACTIVE, OutcomeState.RETIRED, OutcomeState.REPLACED}
    ),
    OutcomeState.NOT_ACHIEVED: frozenset(
        {OutcomeState.ACTIVE, OutcomeState.RETIRED, OutcomeState.REPLACED}
    ),
    OutcomeState.RETIRED: frozenset({OutcomeState.ACTIVE}),
    OutcomeState.REPLACED: frozenset(),
    OutcomeState.CLOSED: frozenset(),
}

PLAN_MOVES: Mapping[PlanState, frozenset[PlanState]] = {
    PlanState.DRAFT: frozenset({PlanState.PROPOSED, PlanState.SUPERSEDED}),
    PlanState.PROPOSED: frozenset(
        {
            PlanState.AMENDMENT_REQUESTED,
            PlanState.DECLINED,
            PlanState.AGREED,
            PlanState.SUPERSEDED,
        }
    ),
    PlanState.AMENDMENT_REQUESTED: frozenset({PlanState.SUPERSEDED}),
    PlanState.DECLINED: frozenset({PlanState.SUPERSEDED}),
    PlanState.AGREED: frozenset({PlanState.ENDED}),
    PlanState.SUPERSEDED: frozenset(),
    PlanState.ENDED: frozenset(),
}

EXCEPTION_MOVES: Mapping[ExceptionState, frozenset[ExceptionState]] = {
    ExceptionState.RAISED: frozenset({ExceptionState.ACCEPTED, ExceptionState.NOT_ACCEPTED}),
    ExceptionState.ACCEPTED: frozenset(),
    ExceptionState.NOT_ACCEPTED: frozenset(),
}

RUN_MOVES: Mapping[RunState, frozenset[RunState]] = {
    RunState.PROPOSED: frozenset({RunState.RELEASED, RunState.DISCARDED}),
    RunState.RELEASED: frozenset(),
    RunState.DISCARDED: frozenset(),
}

PENALTY_MOVES: Mapping[PenaltyState, frozenset[PenaltyState]] = {
    PenaltyState.PROPOSED: frozenset({PenaltyState.CONTESTED}),
    PenaltyState.CONTESTED: frozenset({PenaltyState.UPHELD, PenaltyState.WITHDRAWN}),
    PenaltyState.UPHELD: frozenset(),
    PenaltyState.WITHDRAWN: frozenset(),
}


class MoveRefusedError(Refusal):
    """The move from one state to another is not in the table."""

    code = "move_refused"


def move(table: Mapping[State, frozenset[State]], now: State, to: State) -> State:
    """`to`, if it may follow `now`; raises MoveRefusedError(now=, to=) otherwise."""
    if to not in table[now]:
        raise MoveRefusedError(now=str(now), to=str(to))
    return to
