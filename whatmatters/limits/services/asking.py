"""A query to whoever can change a rule or limit, and what they answered."""

from datetime import datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.limits.models import LimitQuery
from whatmatters.limits.queries import QueryFacts
from whatmatters.limits.queries.refusals import QueryChanged
from whatmatters.limits.services.given import Columns, QueryGiven, query_columns
from whatmatters.limits.services.held import held_limit
from whatmatters.records.locks import LIMITS, lock_council
from whatmatters.rules.days import london_day
from whatmatters.rules.refusals import Absent


@transaction.atomic
def ask_query(*, by: Actor, at: datetime, limit_id: int, given: QueryGiven) -> int:
    """Write that it was asked; the entry's id. Raises LimitsNotAllowed, Absent, or what
    `query_columns` refuses."""
    lock_council(by.council_id, LIMITS)
    held = held_limit(by, limit_id)
    columns = query_columns(given, london_day(at))
    _write(by, at, limit_id, (len(held.asked) + 1, 1), columns)
    audit(by=by, at=at, action="limit.asked", subject="limit", subject_id=limit_id)
    return limit_id


@transaction.atomic
def tell_query(
    *, by: Actor, at: datetime, limit_id: int, query: int, given: QueryGiven, seen: int
) -> int:
    """Write what was answered, or put a query or its answer right; `seen` is the version that was
    looked at. The same again changes nothing. The entry's id.

    Raises LimitsNotAllowed, Absent, QueryChanged, or what `query_columns` refuses.
    """
    lock_council(by.council_id, LIMITS)
    held = next((one for one in held_limit(by, limit_id).asked if one.query == query), None)
    if held is None:
        raise Absent(what="query", id=query)
    columns = query_columns(given, london_day(at))
    if _is_same(held, columns):
        return limit_id
    if held.number != seen:
        raise QueryChanged(number=held.number)
    _write(by, at, limit_id, (query, seen + 1), columns)
    audit(by=by, at=at, action="limit.told", subject="limit", subject_id=limit_id)
    return limit_id


def _write(
    by: Actor, at: datetime, limit_id: int, place: tuple[int, int], columns: Columns
) -> None:
    query, number = place
    stamp = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    LimitQuery.objects.create(entry_id=limit_id, query=query, number=number, **stamp, **columns)


def _is_same(held: QueryFacts, columns: Columns) -> bool:
    return all((getattr(held, key) or None) == (value or None) for key, value in columns.items())
