"""Support that cannot wait: begun on the social worker's authority, agreed by three afterwards."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.outcomes.models import PlanVersion, UrgentStart
from whatmatters.outcomes.services.agreeing import PlanNotProposed, price_whole
from whatmatters.outcomes.services.earlier import end_earlier
from whatmatters.outcomes.services.living import check_living
from whatmatters.outcomes.services.moves import Moving, locked_versions, move_versions
from whatmatters.outcomes.services.signing import sign_versions
from whatmatters.outcomes.services.voices import VoiceRefused, voices_for
from whatmatters.policy.queries import urgent_start_days
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.outcomes import Party
from whatmatters.rules.people import Authority
from whatmatters.rules.refusals import Refusal

STARTABLE = frozenset({PlanState.DRAFT, PlanState.PROPOSED})


class AlreadyStartedUrgently(Refusal):
    """The version has begun: AlreadyStartedUrgently(version_id=)."""

    code = "already_started_urgently"


@transaction.atomic
def start_urgently(*, by: Actor, at: datetime, on: date, version_ids: Sequence[int]) -> None:
    """Begin support now: the agreement is signed and pays from the version's first day.

    Only the social worker assigned to the person may (VoiceRefused). The three are asked all the
    same: a draft is proposed. Raises AlreadyStartedUrgently, PlanNotProposed, PersonHasDied.
    """
    versions = locked_versions(by.council_id, version_ids)
    _check(by, must_be_reached(on, at), versions)
    drafts = {pk: row for pk, row in versions.items() if row.state == PlanState.DRAFT}
    if drafts:
        price_whole(by.council_id, drafts)
        moving = [Moving(row, PlanState.PROPOSED, on, "urgent_start") for row in drafts.values()]
        move_versions(by=by, at=at, moving=moving)
    rows = list(versions.values())
    end_earlier(by=by, at=at, versions=rows)
    _write(by, at, rows)
    sign_versions(by=by, at=at, versions=rows)


def _check(by: Actor, on: date, versions: dict[int, PlanVersion]) -> None:
    people = {row.plan.person_id for row in versions.values()}
    check_living(by.council_id, [(person_id, on) for person_id in people])
    voices = voices_for(people, on)
    begun = set(
        UrgentStart.objects.filter(version_id__in=versions).values_list("version_id", flat=True)
    )
    for row in versions.values():
        if not voices.is_social_worker_of(by, row.plan.person_id):
            raise VoiceRefused(party=str(Party.COUNCIL))
        if row.pk in begun:
            raise AlreadyStartedUrgently(version_id=row.pk)
        if row.state not in STARTABLE:
            raise PlanNotProposed(version_id=row.pk, state=row.state)


def _write(by: Actor, at: datetime, rows: Sequence[PlanVersion]) -> None:
    within = timedelta(days=urgent_start_days())
    made = [
        UrgentStart(
            council_id=by.council_id,
            by_id=by.user_id,
            at=at,
            version=row,
            on=row.starts,
            agree_by=row.starts + within,
        )
        for row in rows
    ]
    try:
        with transaction.atomic():
            UrgentStart.objects.bulk_create(made)
    except IntegrityError as twice:
        raise AlreadyStartedUrgently(version_id=rows[0].pk) from twice
    why = str(Authority.URGENT_DUTY)
    events = [
        Audited("plan.started_urgently", "plan_version", row.pk, row.plan.person_id, why)
        for row in rows
    ]
    audit_many(by=by, at=at, events=events)
