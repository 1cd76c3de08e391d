"""Adding many at once: none named twice, each in the audit trail."""

from datetime import datetime

from whatmatters.access.queries.actor import Actor
from whatmatters.access.services.audit import Audited, audit_many


def first_twice(names: list[str]) -> str:
    """The first name that is given twice; one is."""
    return next(name for name in names if names.count(name) > 1)


def audit_each(
    by: Actor, at: datetime, action: str, subject: str, ids: list[int], why: str = ""
) -> list[int]:
    """One audit row for each id; returns the ids."""
    events = [Audited(action, subject, one, why=why) for one in ids]
    audit_many(by=by, at=at, events=events)
    return ids
