"""The council's answer to an exception: accepted and re-priced from a day, or not (R-WI-11)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.outcomes.models import ExceptionMove, ExceptionRaised, PlanVersion
from whatmatters.outcomes.services.exceptions import audit_exceptions
from whatmatters.outcomes.services.in_force import must_be_in_force, versions_of_council
from whatmatters.outcomes.services.voices import voices_for
from whatmatters.rules.days import london_day, must_be_reached
from whatmatters.rules.lifecycles import EXCEPTION_MOVES, ExceptionState, MoveRefusedError, move
from whatmatters.rules.outcomes import Party
from whatmatters.rules.refusals import Absent, Refusal


class RepriceBeforeException(Refusal):
    """A new price cannot hold before the exception: RepriceBeforeException(raised_on=, on=)."""

    code = "reprice_before_exception"


@dataclass(frozen=True, slots=True)
class ExceptionAnswer:
    """The council's answer; where accepted, `on` is the day from which the plan is re-priced."""

    exception_id: int
    accepted: bool
    on: date


def answer_exception(
    *, by: Actor, at: datetime, exception_id: int, accepted: bool, on: date
) -> None:
    """Answer one. See `answer_exceptions`."""
    answer_exceptions(by=by, at=at, answers=[ExceptionAnswer(exception_id, accepted, on)])


@transaction.atomic
def answer_exceptions(*, by: Actor, at: datetime, answers: Sequence[ExceptionAnswer]) -> None:
    """The council accepts exceptions (then a new plan is due, priced from `on`) or does not.

    The old price runs until a new version is agreed. A plan that is over needs no answer any more.
    Raises VoiceRefused, MoveRefusedError where it was answered before, PlanNotInForce,
    RepriceBeforeException, DayNotReached, Absent.
    """
    rows = _of_council(by, [answer.exception_id for answer in answers])
    versions = versions_of_council(by, {row.version_id for row in rows.values()})
    _check_council(by, versions.values(), london_day(at))
    for version in versions.values():
        must_be_in_force(version, max(version.starts, london_day(at)))
    for answer in answers:
        _answer(by, at, rows[answer.exception_id], answer)
    told = [(rows[answer.exception_id], str(_to(answer))) for answer in answers]
    audit_exceptions(by, at, "exception.answered", told, versions)


def _answer(by: Actor, at: datetime, row: ExceptionRaised, answer: ExceptionAnswer) -> None:
    if answer.on < row.on:
        raise RepriceBeforeException(raised_on=row.on, on=answer.on)
    if not answer.accepted:
        must_be_reached(answer.on, at)
    to = move(EXCEPTION_MOVES, ExceptionState(row.state), _to(answer))
    waiting = ExceptionRaised.objects.filter(pk=row.pk, state=ExceptionState.RAISED)
    if waiting.update(state=to) != 1:
        raise MoveRefusedError(now="answered", to=str(to))
    ExceptionMove.objects.create(
        council_id=by.council_id, by_id=by.user_id, at=at, exception=row, to=to, on=answer.on
    )


def _to(answer: ExceptionAnswer) -> ExceptionState:
    return ExceptionState.ACCEPTED if answer.accepted else ExceptionState.NOT_ACCEPTED


def _check_council(by: Actor, versions: Iterable[PlanVersion], on: date) -> None:
    held = list(versions)
    voices = voices_for({version.plan.person_id for version in held}, on=on)
    for version in held:
        plan = version.plan
        voices.authority(
            by=by, party=Party.COUNCIL, person_id=plan.person_id, provider_id=plan.provider_id
        )


def _of_council(by: Actor, exception_ids: Sequence[int]) -> dict[int, ExceptionRaised]:
    rows: dict[int, ExceptionRaised] = ExceptionRaised.objects.of(by.council_id).in_bulk(
        set(exception_ids)
    )
    for exception_id in sorted(set(exception_ids) - set(rows)):
        raise Absent(what="exception", id=exception_id)
    return rows
