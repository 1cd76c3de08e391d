"""How legacy packages end: on a day that still earns, together with their agreements."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Q

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit_many
from whatmatters.commissioning.queries import agreements_of_sources
from whatmatters.commissioning.services import EndGiven, end_many
from whatmatters.delivery.models import LegacyPackage
from whatmatters.delivery.services.packages import (
    OF_THE_COUNCIL,
    SOURCE,
    NotYoursToRecord,
    package_event,
    packages_of_council,
)
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.refusals import Refusal


class AlreadyEnded(Refusal):
    """The package has its last day: AlreadyEnded(package_id=)."""

    code = "package_already_ended"


@dataclass(frozen=True, slots=True)
class PackageEnding:
    """The last day of one package (it earns), and why it ended."""

    package_id: int
    on: date
    reason: EndReason


@transaction.atomic
def end_packages(*, by: Actor, at: datetime, endings: Sequence[PackageEnding]) -> None:
    """Write the last day of packages and end their agreements, all or none.

    Raises AlreadyEnded, NotYoursToRecord, Absent, or what ending an agreement refuses.
    """
    if not by.roles & OF_THE_COUNCIL:
        raise NotYoursToRecord(package_id=None)
    rows = packages_of_council(by, (ending.package_id for ending in endings))
    agreements = agreements_of_sources(by.council_id, SOURCE, rows)
    for ending in endings:
        row = rows[ending.package_id]
        if row.ends is not None and row.ends <= ending.on:
            raise AlreadyEnded(package_id=row.pk)
        row.ends = ending.on
    # The agreements refuse a day that is too early for a package that never began.
    ends = [EndGiven(agreements[e.package_id], e.on, e.reason) for e in endings]
    end_many(by=by, at=at, ends=ends)
    LegacyPackage.objects.bulk_update(rows.values(), ["ends"])
    events = [
        package_event("package.ended", rows[ending.package_id], str(ending.reason))
        for ending in endings
    ]
    audit_many(by=by, at=at, events=events)


@transaction.atomic
def close_packages(
    *, by: Actor, at: datetime, person_ids: Iterable[int], on: date, reason: EndReason
) -> None:
    """End every package of these people that runs beyond a day: on that day, which still earns."""
    rows = LegacyPackage.objects.of(by.council_id).filter(person_id__in=list(person_ids))
    running = rows.filter(Q(ends__isnull=True) | Q(ends__gt=on)).order_by("id")
    # Ended on the day before its first where it had not begun: nothing is earned.
    last = {row: max(on, row.starts - timedelta(days=1)) for row in running}
    endings = [
        PackageEnding(row.pk, day, reason)
        for row, day in last.items()
        if row.ends is None or day < row.ends
    ]
    if endings:
        end_packages(by=by, at=at, endings=endings)
