"""Hospital stays: recorded as a pause. What a pause does to pay is each model's own setting."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.delivery.models import HospitalStay
from whatmatters.people.queries import person_facts
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.refusals import Absent, Refusal


class StayAlreadyRecorded(Refusal):
    """A stay of this person that begins on this day is known: StayAlreadyRecorded(people=)."""

    code = "stay_already_recorded"


class DischargedBeforeAdmitted(Refusal):
    """A stay cannot end before it begins: DischargedBeforeAdmitted(admitted=, discharged=)."""

    code = "discharged_before_admitted"


class AlreadyDischarged(Refusal):
    """The stay has ended: AlreadyDischarged(stay_id=, on=)."""

    code = "already_discharged"


@dataclass(frozen=True, slots=True)
class StayGiven:
    """One stay, from the day of admission to the day of discharge, where that is known."""

    person_id: int
    admitted: date
    discharged: date | None = None


@dataclass(frozen=True, slots=True)
class Discharged:
    """The day on which one stay ended."""

    stay_id: int
    on: date


@transaction.atomic
def record_stays(*, by: Actor, at: datetime, stays: Sequence[StayGiven]) -> tuple[int, ...]:
    """Record stays, all or none; their ids in order.

    Raises StayAlreadyRecorded, DischargedBeforeAdmitted, DayNotReached, Absent.
    """
    people_of_council(by, (stay.person_id for stay in stays))
    for stay in stays:
        _check(stay.admitted, stay.discharged, at)
    rows = [_row(by, at, stay) for stay in stays]
    try:
        with transaction.atomic():
            made = HospitalStay.objects.bulk_create(rows)
    except IntegrityError as twice:
        raise StayAlreadyRecorded(people=sorted(s.person_id for s in stays)) from twice
    audit_many(by=by, at=at, events=[_event("hospital.admitted", row) for row in made])
    return tuple(row.pk for row in made)


def discharge(*, by: Actor, at: datetime, stay_id: int, on: date) -> None:
    """End one stay. See `discharge_many`."""
    discharge_many(by=by, at=at, discharges=[Discharged(stay_id, on)])


@transaction.atomic
def discharge_many(*, by: Actor, at: datetime, discharges: Sequence[Discharged]) -> None:
    """End stays, all or none. Raises AlreadyDischarged, DischargedBeforeAdmitted, Absent."""
    rows = HospitalStay.objects.of(by.council_id).select_for_update()
    held = rows.in_bulk([given.stay_id for given in discharges])
    for given in discharges:
        if given.stay_id not in held:
            raise Absent(what="hospital_stay", id=given.stay_id)
        row = held[given.stay_id]
        if row.discharged is not None:
            raise AlreadyDischarged(stay_id=row.pk, on=row.discharged)
        _check(row.admitted, given.on, at)
        row.discharged = given.on
    HospitalStay.objects.bulk_update(held.values(), ["discharged"])
    ended = [held[given.stay_id] for given in discharges]
    audit_many(by=by, at=at, events=[_event("hospital.discharged", row) for row in ended])


def people_of_council(by: Actor, person_ids: Iterable[int]) -> None:
    """Every person is of the actor's council. Raises Absent for the first who is not."""
    asked = set(person_ids)
    held = person_facts(asked)
    for person_id in sorted(asked):
        if person_id not in held or held[person_id].council_id != by.council_id:
            raise Absent(what="person", id=person_id)


def _check(admitted: date, discharged: date | None, at: datetime) -> None:
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


def _event(action: str, row: HospitalStay) -> Audited:
    return Audited(action, "hospital_stay", row.pk, row.person_id)
