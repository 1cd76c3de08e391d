"""Hospital stays: recorded as a pause. What a pause does to pay is each model's own setting."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.delivery.models import HospitalStay
from whatmatters.delivery.services.stay_given import StayAlreadyRecorded, StayGiven
from whatmatters.people.queries import person_facts
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.refusals import Absent, Refusal


class DischargedBeforeAdmitted(Refusal):
    """A stay cannot end before it begins: DischargedBeforeAdmitted(admitted=, discharged=)."""

    code = "discharged_before_admitted"


@transaction.atomic
def record_stays(*, by: Actor, at: datetime, stays: Sequence[StayGiven]) -> tuple[int, ...]:
    """Record stays, all or none; their ids in order.

    Raises StayAlreadyRecorded, DischargedBeforeAdmitted, DayNotReached, Absent.
    """
    people_of_council(by, (stay.person_id for stay in stays))
    for stay in stays:
        check_stay_days(stay.admitted, stay.discharged, at)
    rows = [_row(by, at, stay) for stay in stays]
    try:
        with transaction.atomic():
            made = HospitalStay.objects.bulk_create(rows)
    except IntegrityError as twice:
        raise StayAlreadyRecorded(people=sorted(s.person_id for s in stays)) from twice
    audit_many(by=by, at=at, events=[stay_event("hospital.admitted", row) for row in made])
    return tuple(row.pk for row in made)


def people_of_council(by: Actor, person_ids: Iterable[int]) -> None:
    """Every person is of the actor's council. Raises Absent for the first who is not."""
    asked = set(person_ids)
    held = person_facts(asked)
    for person_id in sorted(asked):
        if person_id not in held or held[person_id].council_id != by.council_id:
            raise Absent(what="person", id=person_id)


def check_stay_days(admitted: date, discharged: date | None, at: datetime) -> None:
    """Refuse a stay that ends before it starts, or lies ahead."""
    must_be_reached(admitted, at)
    if discharged is None:
        return
    must_be_reached(discharged, at)
    if discharged < admitted:
        raise DischargedBeforeAdmitted(admitted=admitted, discharged=discharged)


def _row(by: Actor, at: datetime, stay: StayGiven) -> HospitalStay:
    return HospitalStay(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        person_id=stay.person_id,
        admitted=stay.admitted,
        discharged=stay.discharged,
    )


def stay_event(action: str, row: HospitalStay) -> Audited:
    """The audit row of a stay."""
    return Audited(action, "hospital_stay", row.pk, row.person_id)
