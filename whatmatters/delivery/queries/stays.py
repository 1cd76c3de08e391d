"""Hospital stays: pauses of a plan that change no pay by default."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from whatmatters.delivery.models import HospitalStay


@dataclass(frozen=True, slots=True)
class StayFacts:
    """One stay; `discharged` None: still there."""

    stay_id: int
    person_id: int
    admitted: date
    discharged: date | None


def hospital_stays(council_id: int, person_ids: Iterable[int]) -> dict[int, tuple[StayFacts, ...]]:
    """The stays of these people, oldest first; a person without one has no key."""
    rows = HospitalStay.objects.of(council_id).filter(person_id__in=list(person_ids))
    found: dict[int, list[StayFacts]] = defaultdict(list)
    for row in rows.order_by("admitted", "id"):
        stay = StayFacts(row.pk, row.person_id, row.admitted, row.discharged)
        found[row.person_id].append(stay)
    return {person_id: tuple(stays) for person_id, stays in found.items()}


def in_hospital(council_id: int, on: date) -> frozenset[int]:
    """Ids of the people in hospital on a day, the days of admission and discharge included."""
    rows = HospitalStay.objects.of(council_id).filter(admitted__lte=on)
    there = rows.filter(Q(discharged__isnull=True) | Q(discharged__gte=on))
    return frozenset(there.values_list("person_id", flat=True))
