"""Closing a case at a death or a move: plans and agreements end on that day, and nothing is judged.

Whatever had been earned up to that day, the day included, stays earned; outcomes that were not
finished are closed, not failed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.commissioning.services import end_many
from whatmatters.outcomes.models import Outcome, PlanVersion
from whatmatters.outcomes.services.ending import end_versions
from whatmatters.outcomes.services.events import people_of_council
from whatmatters.outcomes.services.outcome_moves import OutcomeMoved, move_outcomes
from whatmatters.outcomes.services.signing import ends_of, last_day, running
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.lifecycles import OutcomeState, PlanState
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.roles import Role

CLOSERS = frozenset({Role.SOCIAL_WORKER, Role.COMMISSIONER, Role.BROKER, Role.SYSTEM})
REASONS = frozenset({EndReason.DIED, EndReason.MOVED, EndReason.NO_LONGER_NEEDED})
OVER = (PlanState.SUPERSEDED, PlanState.ENDED)


class NotYoursToClose(Refusal):
    """Only the council closes a case."""

    code = "not_yours_to_close"


class NoReasonToClose(Refusal):
    """A case closes at a death, a move, or when nothing is needed: NoReasonToClose(reason=)."""

    code = "no_reason_to_close"


@dataclass(frozen=True, slots=True)
class Closing:
    """A person's case that closes on a day (the day of death is the last that earns)."""

    person_id: int
    on: date
    reason: EndReason


def close_case(*, by: Actor, at: datetime, person_id: int, on: date, reason: EndReason) -> None:
    """Close one. See `close_cases`."""
    close_cases(by=by, at=at, closings=[Closing(person_id, on, reason)])


@transaction.atomic
def close_cases(*, by: Actor, at: datetime, closings: Sequence[Closing]) -> None:
    """End plans and their agreements, withdraw drafts and proposals, close active outcomes.

    A person without any of these is closed with nothing to end. Raises NotYoursToClose,
    NoReasonToClose, DayNotReached, Absent.
    """
    if not by.roles & CLOSERS:
        raise NotYoursToClose
    people_of_council(by, {closing.person_id for closing in closings})
    for closing in closings:
        if closing.reason not in REASONS:
            raise NoReasonToClose(reason=str(closing.reason))
        must_be_reached(closing.on, at)
        _end_plans(by, at, closing)
        _close_outcomes(by, at, closing)
    events = [
        Audited("case.closed", "person", c.person_id, c.person_id, str(c.reason)) for c in closings
    ]
    audit_many(by=by, at=at, events=events)


def _end_plans(by: Actor, at: datetime, closing: Closing) -> None:
    rows = PlanVersion.objects.of(by.council_id).filter(plan__person_id=closing.person_id)
    open_versions = rows.exclude(state__in=OVER).order_by("id").values_list("id", flat=True)
    end_versions(
        by=by,
        at=at,
        on=closing.on,
        version_ids=list(open_versions),
        why=str(closing.reason),
        reason=closing.reason,
    )
    # What still runs then: an urgent start whose proposal was written again, for one, and what was
    # to stop on a later day for a plan that was to come after it.
    ends = ends_of(
        (found, last_day(found.version, closing.on), closing.reason)
        for found in running(by.council_id, rows.select_related("plan"), past=closing.on)
    )
    if ends:
        end_many(by=by, at=at, ends=ends)


def _close_outcomes(by: Actor, at: datetime, closing: Closing) -> None:
    rows = Outcome.objects.of(by.council_id).filter(
        person_id=closing.person_id, state=OutcomeState.ACTIVE
    )
    moves = [
        OutcomeMoved(outcome_id, OutcomeState.CLOSED, str(closing.reason))
        for outcome_id in rows.order_by("id").values_list("id", flat=True)
    ]
    if moves:
        move_outcomes(by=by, at=at, on=closing.on, moves=moves)
