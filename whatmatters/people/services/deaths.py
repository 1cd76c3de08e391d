"""The day a person died. Only the row: what ends with it is closed by whoever composes."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.people.models import Death
from whatmatters.people.services.owned import owned_person
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.refusals import Refusal


class DeathAlreadyRecorded(Refusal):
    """The day has been recorded before: DeathAlreadyRecorded(person_id=)."""

    code = "death_already_recorded"


class DiedBeforeBorn(Refusal):
    """The day lies before the day of birth: DiedBeforeBorn(on=, born=)."""

    code = "died_before_born"


@transaction.atomic
def record_death(*, by: Actor, at: datetime, person_id: int, on: date) -> int:
    """Record the day a person died; the id of the row.

    Raises DeathAlreadyRecorded, DayNotReached, DiedBeforeBorn or Absent.
    """
    must_be_reached(on, at)
    person = owned_person(by.council_id, person_id)
    if on < person.born:
        raise DiedBeforeBorn(on=on, born=person.born)
    try:
        with transaction.atomic():
            row = Death.objects.create(
                council_id=by.council_id, by_id=by.user_id, at=at, person=person, on=on
            )
    except IntegrityError as twice:
        raise DeathAlreadyRecorded(person_id=person_id) from twice
    audit(
        by=by, at=at, action="person.died", subject="death", subject_id=row.pk, person_id=person_id
    )
    return row.pk
