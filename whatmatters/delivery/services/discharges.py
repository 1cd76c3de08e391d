"""The end of a hospital stay."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit_many
from whatmatters.delivery.models import HospitalStay
from whatmatters.delivery.services.stays import check_stay_days, stay_event
from whatmatters.rules.refusals import Absent, Refusal


class AlreadyDischarged(Refusal):
    """The stay has ended: AlreadyDischarged(stay_id=, on=)."""

    code = "already_discharged"


@dataclass(frozen=True, slots=True)
class Discharged:
    """The day on which one stay ended."""

    stay_id: int
    on: date


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
        check_stay_days(row.admitted, given.on, at)
        row.discharged = given.on
    HospitalStay.objects.bulk_update(held.values(), ["discharged"])
    ended = [held[given.stay_id] for given in discharges]
    audit_many(by=by, at=at, events=[stay_event("hospital.discharged", row) for row in ended])
