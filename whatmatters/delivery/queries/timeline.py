"""What happened to one person as delivery knows it, for the record's timeline."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import CharField, F, Max, Q, Value

from whatmatters.access.queries.names import name_column
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


COLUMNS = ("t_kind", "t_on", "t_at", "t_by", "t_name", "t_subject", "t_id", "t_code")


def timeline(council_id: int, person_id: int, *, limit: int = 200) -> tuple[Happening, ...]:
    """Hospital stays, packages and days with a missed visit, newest first, in one query."""
    stays = HospitalStay.objects.of(council_id).filter(person_id=person_id)
    packages = LegacyPackage.objects.of(council_id).filter(person_id=person_id)
    parts = [
        _told(stays, "hospital_stay", "admitted", "admitted"),
        _told(stays.exclude(discharged=None), "hospital_stay", "discharged", "discharged"),
        _told(packages, "package", "starts", "package_started"),
        _told(packages.exclude(ends=None), "package", "ends", "package_ended"),
        _missed(council_id, person_id),
    ]
    rows = parts[0].union(*parts[1:], all=True).order_by("-t_on", "-t_at", "t_code")
    return tuple(
        Happening(kind, on, at, by_id, name, subject, subject_id, code, "", "")
        for kind, on, at, by_id, name, subject, subject_id, code in rows[:limit]
    )


def _told(rows: Any, subject: str, on: str, code: str) -> Any:
    told = rows.order_by().annotate(
        t_kind=_word(subject),
        t_on=F(on),
        t_at=F("at"),
        t_by=F("by_id"),
        t_name=name_column("by__"),
        t_subject=_word(subject),
        t_id=F("pk"),
        t_code=_word(code),
    )
    return told.values_list(*COLUMNS)


def _missed(council_id: int, person_id: int) -> Any:
    """Days on which at least one visit was missed; cancelled ones are not missed."""
    rows = PackageVisit.objects.of(council_id).filter(
        package__person_id=person_id, cancelled_hours_before__isnull=True
    )
    missed = rows.filter(Q(delivered__isnull=True) | Q(delivered=0))
    days = missed.order_by().values("package_id", "date", "package__by_id")
    told = days.annotate(
        t_kind=_word("visit_missed"),
        t_on=F("date"),
        t_at=Max("recorded_at"),
        t_by=F("package__by_id"),
        t_name=_word(""),
        t_subject=_word("package"),
        t_id=F("package_id"),
        t_code=_word("visit_missed"),
    )
    return told.values_list(*COLUMNS)


def _word(word: str) -> Value:
    return Value(word, output_field=CharField())
