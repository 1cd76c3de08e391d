"""Exceptions: the provider says early that a plan cannot go on as agreed (R-WI-11)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.outcomes.models import ExceptionRaised, PlanOutcome, PlanVersion
from whatmatters.outcomes.services.exception_given import (
    ExceptionAfterPlanEnd,
    ExceptionGiven,
    OutcomeNotInPlan,
)
from whatmatters.outcomes.services.in_force import must_be_in_force, versions_of_council
from whatmatters.outcomes.services.voices import voices_for
from whatmatters.rules.days import london_day
from whatmatters.rules.outcomes import ExceptionReason, Party
from whatmatters.rules.words import words


def raise_exception(
    *,
    by: Actor,
    at: datetime,
    version_id: int,
    reason: ExceptionReason,
    words: str,
    outcome_ids: tuple[int, ...] = (),
) -> int:
    """Raise one; its id. See `raise_exceptions`."""
    given = ExceptionGiven(version_id, reason, words, outcome_ids)
    return raise_exceptions(by=by, at=at, exceptions=[given])[0]


@transaction.atomic
def raise_exceptions(
    *, by: Actor, at: datetime, exceptions: Sequence[ExceptionGiven]
) -> tuple[int, ...]:
    """Raise exceptions on the provider's behalf: its manager, or one of its people who works with
    the person; their ids in order.

    The delay clock stops on the day it is done (London day of `at`): nobody can date one back.
    Raises VoiceRefused, PlanNotInForce, ExceptionAfterPlanEnd, OutcomeNotInPlan, WordsMissing.
    """
    on = london_day(at)
    versions = versions_of_council(by, (given.version_id for given in exceptions))
    _check_raiser(by, versions.values(), on)
    named = _named(exceptions)
    rows = [_row(by, at, on, given) for given in exceptions]
    made = ExceptionRaised.objects.bulk_create(rows)
    through = ExceptionRaised.outcomes.through
    links = [
        through(exceptionraised_id=row.pk, outcome_id=outcome_id)
        for row, ids in zip(made, named, strict=True)
        for outcome_id in ids
    ]
    through.objects.bulk_create(links)
    audit_exceptions(by, at, "exception.raised", [(row, str(row.reason)) for row in made], versions)
    return tuple(row.pk for row in made)


def _check_raiser(by: Actor, versions: Iterable[PlanVersion], on: date) -> None:
    held = list(versions)
    people = {version.plan.person_id for version in held}
    voices = voices_for(people, on, [Party.COUNCIL])  # Who works with them, and nothing else.
    for version in held:
        voices.check_raiser(by, version.plan.person_id, version.plan.provider_id)
        must_be_in_force(version, on)
        if on > version.ends:
            raise ExceptionAfterPlanEnd(version_id=version.pk, ends=version.ends, on=on)


def _named(exceptions: Sequence[ExceptionGiven]) -> list[tuple[int, ...]]:
    """The outcomes that each exception is about, checked against its plan."""
    held: dict[int, list[int]] = {given.version_id: [] for given in exceptions}
    rows = PlanOutcome.objects.filter(version_id__in=held).order_by("id")
    for version_id, outcome_id in rows.values_list("version_id", "outcome_id"):
        held[version_id].append(outcome_id)
    for given in exceptions:
        for outcome_id in given.outcome_ids:
            if outcome_id not in held[given.version_id]:
                raise OutcomeNotInPlan(outcome_id=outcome_id)
    return [
        tuple(dict.fromkeys(given.outcome_ids or held[given.version_id])) for given in exceptions
    ]


def _row(by: Actor, at: datetime, on: date, given: ExceptionGiven) -> ExceptionRaised:
    return ExceptionRaised(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        version_id=given.version_id,
        on=on,
        reason=given.reason,
        words=words("words", given.words),
    )


def audit_exceptions(
    by: Actor,
    at: datetime,
    action: str,
    told: Sequence[tuple[ExceptionRaised, str]],
    versions: Mapping[int, PlanVersion],
) -> None:
    """What the audit trail keeps of exceptions: codes, never the words."""
    events = [
        Audited(action, "exception", row.pk, versions[row.version_id].plan.person_id, why)
        for row, why in told
    ]
    audit_many(by=by, at=at, events=events)
