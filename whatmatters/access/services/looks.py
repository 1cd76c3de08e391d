"""Writing down who looked at a person's record."""

from datetime import date, datetime

from whatmatters.access.queries.actor import Actor
from whatmatters.access.queries.looks import LOOKED, has_looked
from whatmatters.access.services.audit import audit
from whatmatters.rules.permissions import Relationship


def record_look(*, by: Actor, at: datetime, on: date, person_id: int, why: Relationship) -> bool:
    """Write a reader's first look at a person on a London day; says whether it wrote.

    Two pages opened in the same instant may write two rows: more is told then, never less.
    """
    if has_looked(by.council_id, person_id, by.user_id, on):
        return False
    audit(by=by, at=at, action=LOOKED, subject="person", person_id=person_id, why=why)
    return True
