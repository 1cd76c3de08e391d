"""What was done to accounts and roles, by whom: from the audit trail, and nothing about anybody's
care.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db.models import Q, QuerySet

from whatmatters.access.models import AuditEvent, Membership, Recovery, User
from whatmatters.access.queries.charge import Charge, users_in
from whatmatters.access.queries.names import name_of, user_names
from whatmatters.rules.roles import Role

PAGE = 50


class About(StrEnum):
    """What kind of event a list shows. Each is a subject of the audit trail."""

    ACCOUNT = "user"
    ROLE = "membership"
    RECOVERY = "recovery"
    SESSION = "session"
    ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class AccountEvent:
    """One event: who did it, to whom ("" where it was their own), with which role and reason."""

    at: datetime
    by: str
    whom: str
    subject: About
    action: str
    role: Role | None
    why: str


@dataclass(frozen=True, slots=True)
class Events:
    """One page of events, the newest first."""

    events: tuple[AccountEvent, ...]
    total: int
    page: int
    pages: int


def read_events(
    charge: Charge, *, about: About | None = None, user_id: int | None = None, page: int = 1
) -> Events:
    """A page of what happened to the accounts of one body, in five queries.

    `user_id`: only what this user did, or what was done to them.
    """
    users = users_in(charge).values("pk")
    rows = AuditEvent.objects.of(charge.council_id).filter(_about(users, charge.organisation_id))
    if about is not None:
        rows = rows.filter(subject=about)
    if user_id is not None:
        one = User.objects.filter(pk=user_id).values("pk")
        rows = rows.filter(Q(by_id=user_id) | _about(one, 0))
    return _page(rows, page)


def events_of(council_id: int, user_id: int, *, page: int = 1) -> Events:
    """A page of what happened to one account, for its own user."""
    one = User.objects.filter(pk=user_id).values("pk")
    return _page(AuditEvent.objects.of(council_id).filter(_about(one, 0)), page)


def _about(users: "QuerySet[User, Any]", organisation_id: int) -> Q:
    roles = Membership.objects.filter(user__in=users).values("pk")
    recoveries = Recovery.objects.filter(user__in=users).values("pk")
    return (
        Q(subject=About.ACCOUNT, subject_id__in=users)
        | Q(subject=About.ROLE, subject_id__in=roles)
        | Q(subject=About.RECOVERY, subject_id__in=recoveries)
        | Q(subject=About.SESSION, by_id__in=users)
        | Q(subject=About.ORGANISATION, subject_id=organisation_id)
    )


def _page(rows: "QuerySet[AuditEvent]", page: int) -> Events:
    total = rows.count()
    pages = max(1, -(-total // PAGE))
    number = min(page, pages)
    first = (number - 1) * PAGE
    found = list(rows.select_related("by").order_by("-seq")[first : first + PAGE])
    return Events(_events(found), total, number, pages)


def _events(rows: list[AuditEvent]) -> tuple[AccountEvent, ...]:
    held = Membership.objects.in_bulk(_ids(rows, About.ROLE))
    asked = Recovery.objects.in_bulk(_ids(rows, About.RECOVERY))
    whom = {row.pk: _whom(row, held, asked) for row in rows}
    names = user_names(whom.values())
    return tuple(_event(row, held, names.get(whom[row.pk], "")) for row in rows)


def _ids(rows: list[AuditEvent], about: About) -> set[int]:
    return {row.subject_id for row in rows if row.subject == about and row.subject_id}


def _whom(row: AuditEvent, held: dict[int, Membership], asked: dict[int, Recovery]) -> int:
    """Whose account it was done to; 0 for the own one, and for what is of no account."""
    one = row.subject_id or 0
    found = 0
    if row.subject == About.ACCOUNT:
        found = one
    elif row.subject == About.ROLE:
        found = held[one].user_id
    elif row.subject == About.RECOVERY:
        found = asked[one].user_id
    return 0 if found == row.by_id else found


def _event(row: AuditEvent, held: dict[int, Membership], whom: str) -> AccountEvent:
    role = held.get(row.subject_id or 0) if row.subject == About.ROLE else None
    return AccountEvent(
        at=row.at,
        by=name_of(row.by),
        whom=whom,
        subject=About(row.subject),
        action=row.action,
        role=Role(role.role) if role else None,
        why=row.why,
    )
