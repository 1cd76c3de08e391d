"""Writing down who looked at a person's record."""

from collections.abc import Iterable
from datetime import date, datetime

from whatmatters.access.queries.actor import Actor
from whatmatters.access.queries.looks import (
    LOOKED,
    has_looked,
    looked_at_on,
    records_looked_at,
)
from whatmatters.access.services.audit import audit
from whatmatters.policy.trust import records_a_day
from whatmatters.rules.permissions import WITHOUT_SECOND_FACTOR, Relationship


def record_look(*, by: Actor, at: datetime, on: date, person_id: int, why: Relationship) -> bool:
    """Write a reader's first look at a person on a London day; says whether it wrote.

    Two pages opened in the same instant may write two rows: more is told then, never less.
    """
    if has_looked(by.council_id, person_id, by.user_id, on):
        return False
    audit(by=by, at=at, action=LOOKED, subject="person", person_id=person_id, why=why)
    return True


def record_looks(
    *, by: Actor, at: datetime, on: date, person_ids: Iterable[int], why: Relationship
) -> None:
    """The same of several people whom one page shows; one query where all is written already."""
    wanted = set(person_ids)
    if wanted:
        for person_id in sorted(wanted - looked_at_on(by.council_id, by.user_id, on)):
            audit(by=by, at=at, action=LOOKED, subject="person", person_id=person_id, why=why)


def harvests(*, by: Actor, at: datetime, on: date) -> bool:
    """Whether this reader has opened as many records today as anybody may; the stop is audited.

    A person and her family are not counted: they see only those who let them in (threat 15).
    """
    if by.roles <= WITHOUT_SECOND_FACTOR:
        return False
    if records_looked_at(by.council_id, by.user_id, on) < records_a_day():
        return False
    audit(by=by, at=at, action="harvest.stopped", subject="user", subject_id=by.user_id)
    return True
