"""Visits of legacy packages, recorded in bulk; a late one is recorded when it is known."""

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.delivery.models import PackageVisit
from whatmatters.delivery.services.packages import check_provider, packages_of_council
from whatmatters.delivery.services.visit_given import VisitGiven, check_visit
from whatmatters.delivery.services.visit_refusals import VisitAlreadyRecorded

AT_ONCE = 1_000


@transaction.atomic
def record_visits(*, by: Actor, at: datetime, visits: Sequence[VisitGiven]) -> int:
    """Record visits, all or none; how many. `recorded_at` is `at`, so that a late one shows.

    One audit row for each package. Raises VisitOutsidePackage, VisitImpossible,
    VisitAlreadyRecorded, NotYoursToRecord, DayNotReached, Absent.
    """
    rows = packages_of_council(by, {visit.package_id for visit in visits})
    check_provider(by, rows)
    for visit in visits:
        check_visit(visit, rows[visit.package_id], at)
    made = [_row(by, at, visit) for visit in visits]
    try:
        with transaction.atomic():
            PackageVisit.objects.bulk_create(made, batch_size=AT_ONCE)
    except IntegrityError as twice:
        raise VisitAlreadyRecorded(packages=sorted(rows)) from twice
    events = [
        Audited("visits.recorded", "package", package_id, rows[package_id].person_id)
        for package_id in sorted(rows)
    ]
    audit_many(by=by, at=at, events=events)
    return len(made)


def _row(by: Actor, at: datetime, visit: VisitGiven) -> PackageVisit:
    return PackageVisit(
        council_id=by.council_id,
        package_id=visit.package_id,
        date=visit.date,
        call=visit.call,
        planned=visit.planned,
        delivered=visit.delivered,
        cancelled_hours_before=visit.cancelled_hours_before,
        recorded_at=at,
    )
