"""Blanking words, one person at a time: each is whole, and what is done is never done twice."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.access.services.blanking import blank_accounts
from whatmatters.people.queries.links import accounts_of_nobody_else
from whatmatters.records.locks import RETENTION, lock_council
from whatmatters.records.words import KeptAs, blank, blank_of_nobody
from whatmatters.retention.models import Blanked
from whatmatters.retention.queries.due import Due, due
from whatmatters.retention.queries.holds import held_people
from whatmatters.retention.services.gate import must_be_council_administrator
from whatmatters.rules.days import must_be_reached


@dataclass(frozen=True, slots=True)
class Applied:
    """What went: for each person and rule the rows by table; and who was held meanwhile."""

    done: tuple[Due, ...]
    held: tuple[int, ...]


def apply_retention(*, by: Actor, at: datetime, as_of: date) -> Applied:
    """Blank everything of the actor's council that may go on a day that has come.

    Each person is a transaction of its own: who stops it in the middle and runs it again has what
    one run would have made. Raises NotYoursToBlank, DayNotReached, NothingInForce.
    """
    must_be_council_administrator(by)
    must_be_reached(as_of, at)
    schedule = due(by.council_id, as_of)
    people: dict[int, list[Due]] = {}
    done: list[Due] = []
    for one in schedule.due:
        if one.person_id is None:
            done.append(_of_nobody(by, at, one))
        else:
            people.setdefault(one.person_id, []).append(one)
    held = set(schedule.held)
    for person_id, of_one in people.items():
        if _one_person(by, at, person_id, of_one):
            done += of_one
        else:
            held.add(person_id)
    return Applied(tuple(done), tuple(sorted(held)))


@transaction.atomic
def _of_nobody(by: Actor, at: datetime, one: Due) -> Due:
    """Words that only grow old: the audit trail alone tells that they went."""
    lock_council(by.council_id, RETENTION)
    if one.until is not None and blank_of_nobody(by.council_id, one.kept_as, one.until):
        told = Audited("retention.blanked", "council", by.council_id, None, str(one.rule))
        audit_many(by=by, at=at, events=[told])
    return one


@transaction.atomic
def _one_person(by: Actor, at: datetime, person_id: int, of_one: list[Due]) -> bool:
    """False where a hold began since the schedule was read: then nothing is touched."""
    lock_council(by.council_id, RETENTION)
    if person_id in held_people(by.council_id):
        return False
    written = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    for one in of_one:
        blank(by.council_id, one.kept_as, person_id, one.until)
        if one.kept_as is KeptAs.CASE:
            alone = accounts_of_nobody_else(by.council_id, person_id)
            blank_accounts(by=by, at=at, user_ids=alone)
        row = Blanked.objects.create(person_id=person_id, rule=one.rule, **written)
        told = Audited("retention.blanked", "blanked", row.pk, person_id, str(one.rule))
        audit_many(by=by, at=at, events=[told])
    return True
