"""Putting right on a page who somebody is and where she lives."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor, may
from whatmatters.people.models import DuplicateChoice, Person
from whatmatters.people.queries.corrections import newest_correction
from whatmatters.people.services.correcting import PLAIN, PersonCorrected, correct_people
from whatmatters.people.services.owned import check_people, hold_person, owned_person
from whatmatters.rules.permissions import Action
from whatmatters.rules.person_corrections import (
    CorrectedMeanwhile,
    NothingCorrected,
    NotYoursToCorrect,
)
from whatmatters.rules.words import words


@dataclass(frozen=True, slots=True)
class PutRight:
    """What is known from now on, over the correction whose id is `seen` (0: the first), and who
    she was looked at beside and is not."""

    now: PersonCorrected
    seen: int
    is_not: Sequence[int] = ()


@transaction.atomic
def put_person_right(*, by: Actor, at: datetime, on: date, given: PutRight) -> int:
    """Keep what is known of a person from now on, and how it stood before; her id.

    Raises NotYoursToCorrect, CorrectedMeanwhile, NothingCorrected, WordsMissing (no reason), and
    what `correct_people` does.
    """
    person_id = given.now.person_id
    if not may(by, Action.CORRECT_PERSON, person_id, on):
        raise NotYoursToCorrect()
    hold_person(by.council_id, person_id)
    if given.seen != newest_correction(by.council_id, person_id):
        raise CorrectedMeanwhile()
    why = words("why", given.now.why)
    now = _what_differs(owned_person(by.council_id, person_id), given.now)
    check_people(by.council_id, given.is_not)
    correct_people(by=by, at=at, people=[replace(now, why=why)])
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
    return person_id


def _what_differs(row: Person, now: PersonCorrected) -> PersonCorrected:
    """Only what is not so already. Raises NothingCorrected."""
    same = {part: None for part in PLAIN if getattr(now, part) == getattr(row, part)}
    if now.home is not None and now.home.postcode == row.postcode:
        same["home"] = None
    now = replace(now, **same)  # type: ignore[arg-type]
    if all(getattr(now, part) is None for part in (*PLAIN, "home")):
        raise NothingCorrected()
    return now
