"""Registering people who draw on support."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.people.models import Person
from whatmatters.people.services.name_keys import write_name_keys
from whatmatters.people.services.new_person import POSTCODE_LENGTH, BornLater, NewPerson
from whatmatters.places.queries import areas, patches
from whatmatters.rules.days import london_day
from whatmatters.rules.refusals import Absent
from whatmatters.rules.words import name


@transaction.atomic
def register_people(*, by: Actor, at: datetime, people: Sequence[NewPerson]) -> list[int]:
    """Register people of the actor's council; ids in the order given.

    A blank `known_as` is the full name. Raises BornLater, Absent (area, patch) and what names
    may be refused for (`rules.words`).
    """
    _check_places(by.council_id, people)
    rows = Person.objects.bulk_create([_row(by, at, person) for person in people])
    write_name_keys(rows)
    audit_many(by=by, at=at, events=[_registered(row.pk) for row in rows])
    return [row.pk for row in rows]


def _row(by: Actor, at: datetime, person: NewPerson) -> Person:
    if person.born > london_day(at):
        raise BornLater(born=person.born)
    full_name = name("full_name", person.full_name)
    return Person(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        full_name=full_name,
        known_as=name("known_as", person.known_as or full_name),
        born=person.born,
        language=person.language,
        lsoa_id=person.lsoa_id,
        ward_id=person.ward_id,
        patch_id=person.patch_id,
        postcode=person.postcode.strip().upper()[:POSTCODE_LENGTH],
        latitude=person.latitude,
        longitude=person.longitude,
        disabled=person.disabled,
        origin=person.origin,
    )


def _check_places(council_id: int, people: Sequence[NewPerson]) -> None:
    asked = {person.lsoa_id for person in people} | {person.ward_id for person in people}
    for missing in sorted(asked - areas(council_id, asked).keys()):
        raise Absent(what="area", id=missing)
    named = {person.patch_id for person in people if person.patch_id is not None}
    if not named:
        return
    for missing in sorted(named - {patch.id for patch in patches(council_id)}):
        raise Absent(what="patch", id=missing)


def _registered(person_id: int) -> Audited:
    return Audited("person.registered", "person", person_id, person_id)
