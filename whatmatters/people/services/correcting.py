"""Bringing what is known of people up to date: a name, a birthday put right, another home."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.people.models import Person, PersonCorrection
from whatmatters.people.services.name_keys import write_name_keys
from whatmatters.people.services.new_person import POSTCODE_LENGTH, BornLater
from whatmatters.places.queries import areas, patches
from whatmatters.rules.days import london_day
from whatmatters.rules.people import Language
from whatmatters.rules.refusals import Absent
from whatmatters.rules.words import name


@dataclass(frozen=True, slots=True)
class NewHome:
    """Where somebody lives now. The point and the postcode are never shown."""

    lsoa_id: int
    ward_id: int
    patch_id: int | None
    postcode: str
    latitude: Decimal
    longitude: Decimal


@dataclass(frozen=True, slots=True)
class PersonCorrected:
    """What is known of somebody from now on; what is None stays as it is. `why` is said by hand."""

    person_id: int
    full_name: str | None = None
    known_as: str | None = None
    born: date | None = None
    language: Language | None = None
    disabled: bool | None = None
    home: NewHome | None = None
    why: str = ""


@transaction.atomic
def correct_people(*, by: Actor, at: datetime, people: Sequence[PersonCorrected]) -> None:
    """Bring people of the actor's council up to date; what stood before is kept.

    Raises BornLater, Absent (person, area, patch) and what names may be refused for.
    """
    rows = Person.objects.of(by.council_id).in_bulk([person.person_id for person in people])
    for person in people:
        if person.person_id not in rows:
            raise Absent(what="person", id=person.person_id)
    before = [_before(by, at, rows[person.person_id], person.why) for person in people]
    for person in people:
        _put(rows[person.person_id], person, at)
    _check_places(by.council_id, [person.home for person in people if person.home is not None])
    PersonCorrection.objects.bulk_create(before)
    Person.objects.bulk_update(rows.values(), COLUMNS)
    renamed = {p.person_id for p in people if p.full_name is not None or p.known_as is not None}
    write_name_keys(rows[pk] for pk in sorted(renamed))
    events = [Audited("person.corrected", "person", pk, pk) for pk in sorted(rows)]
    audit_many(by=by, at=at, events=events)


HOME = tuple(part.name for part in fields(NewHome))
PLAIN = ("full_name", "known_as", "born", "language", "disabled")
COLUMNS = (*PLAIN, *HOME)


def _before(by: Actor, at: datetime, row: Person, why: str) -> PersonCorrection:
    stood = {column: getattr(row, column) for column in (*PLAIN, "postcode")}
    written = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    return PersonCorrection(person_id=row.pk, why=why, **written, **stood)


def _put(row: Person, person: PersonCorrected, at: datetime) -> None:
    if person.born is not None and person.born > london_day(at):
        raise BornLater(born=person.born)
    for column in ("full_name", "known_as"):
        told = getattr(person, column)
        if told is not None:
            setattr(row, column, name(column, told))
    for column in ("born", "language", "disabled"):
        if getattr(person, column) is not None:
            setattr(row, column, getattr(person, column))
    if person.home is not None:
        for column in HOME:
            setattr(row, column, getattr(person.home, column))
        row.postcode = person.home.postcode.strip().upper()[:POSTCODE_LENGTH]


def _check_places(council_id: int, homes: Sequence[NewHome]) -> None:
    asked = {home.lsoa_id for home in homes} | {home.ward_id for home in homes}
    for missing in sorted(asked - areas(council_id, asked).keys()):
        raise Absent(what="area", id=missing)
    named = {home.patch_id for home in homes if home.patch_id is not None}
    if named:
        for missing in sorted(named - {patch.id for patch in patches(council_id)}):
            raise Absent(what="patch", id=missing)
