"""A judgement opens at a plan's review or end, for some days, once (R-WI-09)."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit_many
from whatmatters.outcomes.models import Judgement, PlanVersion
from whatmatters.outcomes.services.in_force import PlanNotInForce, versions_of_council
from whatmatters.outcomes.services.judging import judgement_event
from whatmatters.outcomes.services.living import check_living
from whatmatters.outcomes.services.opening_refusals import (
    JudgementAlreadyOpen,
    JudgementTooEarly,
    TimeToAnswerTooShort,
)
from whatmatters.outcomes.services.voices import Voices, voices_for
from whatmatters.policy.reviews import answering_days
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.outcomes import Party
from whatmatters.rules.roles import Role


def open_judgement(
    *, by: Actor, at: datetime, version_id: int, on: date, until: date | None = None
) -> int:
    """Open one; its id. See `open_judgements`."""
    return open_judgements(by=by, at=at, version_ids=[version_id], on=on, until=until)[version_id]


@transaction.atomic
def open_judgements(
    *, by: Actor, at: datetime, version_ids: Iterable[int], on: date, until: date | None = None
) -> dict[int, int]:
    """Open the judgement of versions at their review or end; judgement id by version.

    The three may answer up to and with `until` (policy's days by default). By the council, or
    the system on the day. Raises VoiceRefused, JudgementTooEarly, PlanNotInForce,
    JudgementAlreadyOpen, TimeToAnswerTooShort, PersonHasDied, DayNotReached, Absent.
    """
    last = until or on + timedelta(days=answering_days())
    if last < on:
        raise TimeToAnswerTooShort(on=on, until=last)
    versions = versions_of_council(by, version_ids)
    _check_opening(by, versions.values(), must_be_reached(on, at))
    rows = [
        Judgement(
            council_id=by.council_id, by_id=by.user_id, at=at, version=version, on=on, until=last
        )
        for version in versions.values()
    ]
    try:
        with transaction.atomic():
            made = Judgement.objects.bulk_create(rows)
    except IntegrityError as twice:
        raise JudgementAlreadyOpen(version_ids=sorted(versions)) from twice
    audit_many(by=by, at=at, events=[judgement_event("judgement.opened", row) for row in made])
    return {row.version_id: row.pk for row in made}


def _check_opening(by: Actor, versions: Iterable[PlanVersion], on: date) -> None:
    held = list(versions)
    people = [version.plan.person_id for version in held]
    check_living(by.council_id, [(person_id, on) for person_id in people])
    voices = None if Role.SYSTEM in by.roles else voices_for(people, on)
    for version in held:
        if version.state != PlanState.AGREED:
            raise PlanNotInForce(version_id=version.pk, state=str(version.state))
        earliest = min(version.review_on, version.ends)
        if on < earliest:
            raise JudgementTooEarly(version_id=version.pk, earliest=earliest, on=on)
        _check_opener(by, voices, version)


def _check_opener(by: Actor, voices: Voices | None, version: PlanVersion) -> None:
    if voices is None:
        return
    plan = version.plan
    voices.authority(
        by=by, party=Party.COUNCIL, person_id=plan.person_id, provider_id=plan.provider_id
    )
