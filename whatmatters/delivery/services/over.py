"""Minutes over a review period's band, agreed by the council before the period is over."""

from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit_many
from whatmatters.delivery.models import OverAgreed
from whatmatters.delivery.queries.bank import review_periods_of
from whatmatters.delivery.services.bundle_refusals import (
    BundleImpossible,
    NotBeforehand,
    OutsideBundle,
)
from whatmatters.delivery.services.bundles import bundle_event, bundles_held
from whatmatters.delivery.services.packages import OF_THE_COUNCIL, NotYoursToRecord
from whatmatters.rules.days import london_day


@transaction.atomic
def agree_over(
    *, by: Actor, at: datetime, bundle_id: int, review_starts: date, minutes: int
) -> None:
    """The council agrees minutes over a review period's band before the period is over (R-VG-07).

    Raises NotBeforehand, OutsideBundle, BundleImpossible, NotYoursToRecord, Absent.
    """
    if not by.roles & OF_THE_COUNCIL:
        raise NotYoursToRecord(package_id=None)
    row = bundles_held(by, [bundle_id])[bundle_id]
    if minutes < 1:
        raise BundleImpossible(field="minutes")
    periods = review_periods_of(by.council_id, bundle_id, review_starts)
    held = next((one for one in periods if one.start == review_starts), None)
    if held is None:
        raise OutsideBundle(on=review_starts)
    if london_day(at) >= held.end:
        raise NotBeforehand(ended=held.end)
    OverAgreed.objects.create(
        council_id=by.council_id,
        by_id=by.user_id,
        at=at,
        bundle=row,
        review_starts=review_starts,
        minutes=minutes,
    )
    audit_many(by=by, at=at, events=[bundle_event("bundle.over_agreed", row)])
