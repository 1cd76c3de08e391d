"""An entry of the register: said once, and put right by a newer version."""

from datetime import datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit
from whatmatters.limits.models import Limit, LimitVersion
from whatmatters.limits.queries import LimitFacts
from whatmatters.limits.queries.refusals import LimitChanged
from whatmatters.limits.services.given import Columns, LimitGiven, limit_columns
from whatmatters.limits.services.held import held_limit, must_be_allowed
from whatmatters.records.locks import LIMITS, lock_council
from whatmatters.rules.days import london_day
from whatmatters.rules.limits import LONGEST
from whatmatters.rules.words import words


@transaction.atomic
def keep_limit(*, by: Actor, at: datetime, given: LimitGiven) -> int:
    """Write what blocks a design; its id. Raises LimitsNotAllowed, or what `limit_columns` does."""
    must_be_allowed(by)
    columns = limit_columns(by, given, london_day(at))
    made = Limit.objects.create(council_id=by.council_id, by_id=by.user_id, at=at)
    _write(by, at, made.pk, 1, columns | {"why": ""})
    audit(by=by, at=at, action="limit.kept", subject="limit", subject_id=made.pk)
    return int(made.pk)


@transaction.atomic
def correct_limit(
    *, by: Actor, at: datetime, limit_id: int, given: LimitGiven, seen: int, why: str
) -> int:
    """Say an entry anew, and what was wrong; `seen` is the version that was looked at. The same
    again changes nothing. Its id.

    Raises LimitsNotAllowed, Absent, LimitChanged, or what `limit_columns` and words refuse.
    """
    lock_council(by.council_id, LIMITS)
    held = held_limit(by, limit_id)
    columns = limit_columns(by, given, london_day(at))
    if _is_same(held, columns):
        return limit_id
    if held.number != seen:
        raise LimitChanged(number=held.number)
    reason = words("why", why, longest=LONGEST)
    _write(by, at, limit_id, seen + 1, columns | {"why": reason})
    audit(by=by, at=at, action="limit.corrected", subject="limit", subject_id=limit_id)
    return limit_id


def _write(by: Actor, at: datetime, limit_id: int, number: int, columns: Columns) -> None:
    stamp = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    LimitVersion.objects.create(entry_id=limit_id, number=number, **stamp, **columns)


def _is_same(held: LimitFacts, columns: Columns) -> bool:
    told = {key: tuple(v) if isinstance(v, list) else v for key, v in columns.items()}
    return all(getattr(held, key) == value for key, value in told.items())
