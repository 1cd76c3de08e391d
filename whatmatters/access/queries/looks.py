"""Who has looked at a person's record (the person may always know)."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import QuerySet

from whatmatters.access.models import AuditEvent, Membership
from whatmatters.access.queries.names import name_of
from whatmatters.rules.days import LONDON, london_day
from whatmatters.rules.roles import Role

LOOKED = "looked"


@dataclass(frozen=True, slots=True)
class Look:
    """One reader on one day, and by which relationship they could look."""

    at: datetime
    user_id: int
    name: str
    organisation_en: str
    organisation_cy: str
    roles: frozenset[Role]
    why: str


def count_looks(council_id: int, person_id: int) -> int:
    """How many looks at one person's record are written down."""
    return _looks(council_id, person_id).count()


def looks_at(
    council_id: int, person_id: int, *, offset: int = 0, limit: int = 50
) -> tuple[Look, ...]:
    """Looks at one person's record, the newest first, in two queries."""
    rows = list(_looks(council_id, person_id).select_related("by")[offset : offset + limit])
    held = _held(council_id, {row.by_id for row in rows})
    return tuple(_look(row, held.get(row.by_id, [])) for row in rows)


def has_looked(council_id: int, person_id: int, user_id: int, on: date) -> bool:
    """Whether this reader's look of this London day is written down already."""
    newest = _looks(council_id, person_id).filter(by_id=user_id).values_list("at", flat=True)
    last = newest.first()
    return last is not None and london_day(last) == on


def records_looked_at(council_id: int, user_id: int, on: date) -> int:
    """How many people's records a reader has opened on a London day."""
    return _on(council_id, user_id, on).values("person_id").distinct().count()


def looked_at_on(council_id: int, user_id: int, on: date) -> frozenset[int]:
    """Whose records a reader has opened on a London day."""
    found = _on(council_id, user_id, on).exclude(person_id=None)
    return frozenset(pk for pk in found.values_list("person_id", flat=True) if pk is not None)


def _on(council_id: int, user_id: int, on: date) -> "QuerySet[AuditEvent]":
    begins = datetime.combine(on, time(), tzinfo=LONDON)
    rows: QuerySet[AuditEvent] = AuditEvent.objects.of(council_id)
    return rows.filter(by_id=user_id, action=LOOKED, at__gte=begins)


def _looks(council_id: int, person_id: int) -> "QuerySet[AuditEvent]":
    rows: QuerySet[AuditEvent] = AuditEvent.objects.of(council_id)
    return rows.filter(person_id=person_id, action=LOOKED).order_by("-at", "-seq")


def _held(council_id: int, user_ids: set[int]) -> dict[int, list[Membership]]:
    rows = Membership.objects.of(council_id).filter(user_id__in=user_ids)
    held: dict[int, list[Membership]] = {}
    for row in rows.select_related("organisation").order_by("id"):
        held.setdefault(row.user_id, []).append(row)
    return held


def _look(row: AuditEvent, held: list[Membership]) -> Look:
    """Roles and organisation as they were on the day of the look."""
    day = london_day(row.at)
    then = [m for m in held if m.starts <= day and (m.ends is None or m.ends >= day)]
    where = next((m.organisation for m in then if m.organisation), None)
    return Look(
        at=row.at,
        user_id=row.by_id,
        name=name_of(row.by),
        organisation_en=where.name_en if where else "",
        organisation_cy=where.name_cy if where else "",
        roles=frozenset(Role(m.role) for m in then),
        why=row.why,
    )
