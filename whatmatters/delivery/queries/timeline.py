"""What happened to one person as delivery knows it, for the record's timeline."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, F, Max, Q

from whatmatters.delivery.models import HospitalStay, LegacyPackage, PackageVisit


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened. `code` is a message id; `words` are somebody's own, or none."""

    kind: str
    on: date
    at: datetime
    by_id: int
    by_name: str
    subject: str
    subject_id: int
    code: str
    words: str
    language: str


def timeline(council_id: int, person_id: int, *, limit: int = 200) -> tuple[Happening, ...]:
    """Hospital stays, packages and days with a missed visit, newest first, in three queries."""
    found = [*_stays(council_id, person_id), *_packages(council_id, person_id)]
    found += _missed(council_id, person_id, limit)
    return tuple(sorted(found, key=lambda item: (item.on, item.at), reverse=True)[:limit])


def _stays(council_id: int, person_id: int) -> list[Happening]:
    rows = HospitalStay.objects.of(council_id).filter(person_id=person_id).select_related("by")
    found = []
    for row in rows:
        found.append(_of(row, "hospital_stay", row.admitted, "admitted"))
        if row.discharged is not None:
            found.append(_of(row, "hospital_stay", row.discharged, "discharged"))
    return found


def _packages(council_id: int, person_id: int) -> list[Happening]:
    rows = LegacyPackage.objects.of(council_id).filter(person_id=person_id).select_related("by")
    found = []
    for row in rows:
        found.append(_of(row, "package", row.starts, "package_started"))
        if row.ends is not None:
            found.append(_of(row, "package", row.ends, "package_ended"))
    return found


def _of(row: HospitalStay | LegacyPackage, subject: str, on: date, code: str) -> Happening:
    return Happening(
        subject, on, row.at, row.by_id, row.by.display_name, subject, row.pk, code, "", ""
    )


def _missed(council_id: int, person_id: int, limit: int) -> list[Happening]:
    """Days on which at least one visit was missed; cancelled ones are not missed."""
    rows = PackageVisit.objects.of(council_id).filter(
        package__person_id=person_id, cancelled_hours_before__isnull=True
    )
    missed = rows.filter(Q(delivered__isnull=True) | Q(delivered=0))
    days = (
        missed.values("package_id", "date", by_id=F("package__by_id"))
        .annotate(visits=Count("id"), told=Max("recorded_at"))
        .order_by("-date")[:limit]
    )
    return [
        Happening(
            "visit_missed",
            day["date"],
            day["told"],
            day["by_id"],
            "",
            "package",
            day["package_id"],
            "visit_missed",
            "",
            "",
        )
        for day in days
    ]
