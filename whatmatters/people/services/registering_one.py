"""Registering one person from a page: somebody who may be here already is looked at first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.people.models import DuplicateChoice
from whatmatters.people.services.assignments import NewAssignment, assign_workers
from whatmatters.people.services.new_person import NewPerson
from whatmatters.people.services.owned import check_people
from whatmatters.people.services.registering import register_people


@dataclass(frozen=True, slots=True)
class RegisteredOne:
    """Who is registered, who she was looked at beside and is not, and whether the one who
    registers her works with her from today."""

    person: NewPerson
    is_not: Sequence[int] = ()
    works_with: bool = False


@transaction.atomic
def register_one(*, by: Actor, at: datetime, on: date, given: RegisteredOne) -> int:
    """Register one person; her id. Raises what `register_people` does, and Absent."""
    check_people(by.council_id, given.is_not)
    (person_id,) = register_people(by=by, at=at, people=[given.person])
    DuplicateChoice.objects.bulk_create(
        DuplicateChoice(
            council_id=by.council_id,
            by_id=by.user_id,
            at=at,
            candidate_id=other,
            registered_id=person_id,
            is_same=False,
        )
        for other in given.is_not
    )
    if given.works_with:
        assign_workers(by=by, at=at, assignments=[NewAssignment(person_id, by.user_id, on)])
    return person_id


@transaction.atomic
def recognise_person(*, by: Actor, at: datetime, person_id: int) -> int:
    """Somebody was about to be registered again and is here already; nobody new is made.

    The id of the one who is here. Raises Absent.
    """
    check_people(by.council_id, [person_id])
    row = DuplicateChoice.objects.create(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        candidate_id=person_id,
        is_same=True,
    )
    audit(
        by=by,
        at=at,
        action="person.recognised",
        subject="duplicate_choice",
        subject_id=row.pk,
        person_id=person_id,
    )
    return person_id
