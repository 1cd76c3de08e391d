"""Verbs that act on several contexts: what must happen together happens here, atomically."""

from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.delivery.services import close_bundles, close_packages
from whatmatters.direct_payments.services import end_direct_of
from whatmatters.episodes.services import end_episodes_of
from whatmatters.funds.services import end_funds_of
from whatmatters.outcomes.services.closing import close_case
from whatmatters.people.services import record_death
from whatmatters.rules.outcomes import EndReason


@transaction.atomic
def someone_died(*, by: Actor, at: datetime, person_id: int, on: date) -> None:
    """Record a death, and end support and pay on that day, the day included.

    Nothing is judged after it. A late message is taken as it comes: what was paid beyond the day
    is corrected by the next close. Raises DeathAlreadyRecorded, DiedBeforeBorn, DayNotReached,
    NotYoursToClose, Absent.
    """
    record_death(by=by, at=at, person_id=person_id, on=on)
    _close(by, at, person_id, on, EndReason.DIED)


@transaction.atomic
def someone_moved(*, by: Actor, at: datetime, person_id: int, on: date) -> None:
    """Close the case of somebody who leaves the council's area; `on` is her last day here.

    Raises NotYoursToClose, DayNotReached, Absent.
    """
    _close(by, at, person_id, on, EndReason.MOVED)


@transaction.atomic
def no_longer_needed(*, by: Actor, at: datetime, person_id: int, on: date) -> None:
    """Close the case of somebody who needs no support any more; `on` is its last day.

    Raises NotYoursToClose, DayNotReached, Absent.
    """
    _close(by, at, person_id, on, EndReason.NO_LONGER_NEEDED)


def _close(by: Actor, at: datetime, person_id: int, on: date, reason: EndReason) -> None:
    close_case(by=by, at=at, person_id=person_id, on=on, reason=reason)
    close_packages(by=by, at=at, person_ids=[person_id], on=on, reason=reason)
    close_bundles(by=by, at=at, person_ids=[person_id], on=on, reason=reason)
    end_funds_of(by=by, at=at, person_ids=[person_id], on=on, reason=reason)
    end_direct_of(by=by, at=at, person_ids=[person_id], on=on, reason=reason)
    end_episodes_of(by=by, at=at, person_ids=[person_id], on=on, reason=reason)
