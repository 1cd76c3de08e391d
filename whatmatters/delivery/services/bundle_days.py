"""Minutes of a bundle, day by day; a correction is another revision and removes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 -- a row has a field named date
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit_many
from whatmatters.delivery.models import Bundle, BundleDay
from whatmatters.delivery.services.bundle_refusals import BundleImpossible, OutsideBundle
from whatmatters.delivery.services.bundles import bundle_event, bundles_held, check_records
from whatmatters.delivery.services.packages import MINUTES_A_DAY
from whatmatters.rules.days import must_be_reached


@dataclass(frozen=True, slots=True)
class DayGiven:
    """All minutes delivered under a bundle on one day; 0 where nobody came."""

    bundle_id: int
    date: Day
    minutes: int


@transaction.atomic
def record_bundle_days(*, by: Actor, at: datetime, days: Sequence[DayGiven]) -> int:
    """Record the minutes of days, all or none; how many. A day known before is corrected.

    Raises OutsideBundle, BundleImpossible, NotYoursToRecord, DayNotReached, Absent.
    """
    rows = bundles_held(by, {given.bundle_id for given in days})
    check_records(by, rows.values())
    for given in days:
        _check(given, rows[given.bundle_id], at)
    known = _revisions(rows, days)
    made = []
    for given in days:
        key = (given.bundle_id, given.date)
        known[key] = known.get(key, 0) + 1
        made.append(_row(by, at, given, known[key]))
    BundleDay.objects.bulk_create(made, batch_size=1_000)
    events = [bundle_event("bundle.days_recorded", row) for row in rows.values()]
    audit_many(by=by, at=at, events=events)
    return len(made)


def _revisions(rows: dict[int, Bundle], days: Sequence[DayGiven]) -> dict[tuple[int, Day], int]:
    written = BundleDay.objects.filter(bundle_id__in=rows, date__in={one.date for one in days})
    last = written.values_list("bundle_id", "date").annotate(last=Max("revision")).order_by()
    return {(bundle, day): revision for bundle, day, revision in last}


def _check(given: DayGiven, row: Bundle, at: datetime) -> None:
    must_be_reached(given.date, at)
    if given.date < row.starts or (row.ends is not None and given.date > row.ends):
        raise OutsideBundle(on=given.date)
    if not 0 <= given.minutes <= MINUTES_A_DAY:
        raise BundleImpossible(field="minutes")


def _row(by: Actor, at: datetime, given: DayGiven, revision: int) -> BundleDay:
    return BundleDay(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        bundle_id=given.bundle_id,
        date=given.date,
        revision=revision,
        minutes=given.minutes,
    )
