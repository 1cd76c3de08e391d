"""The accounts that an administrator looks after: found, paged, and one of them in full."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.db.models import Q, QuerySet

from whatmatters.access.models import Membership, User
from whatmatters.access.queries.charge import Charge, memberships_in, users_in
from whatmatters.rules.roles import Role

PAGE = 25


class Shown(StrEnum):
    """Which accounts a list shows."""

    NOW = "now"
    CLOSED = "closed"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Held:
    """One role held in the administrator's own body, from a day to a day."""

    membership_id: int
    role: Role
    starts: date
    ends: date | None

    def on(self, day: date) -> bool:
        """Whether it is in force on a day."""
        return self.starts <= day and (self.ends is None or day <= self.ends)


@dataclass(frozen=True, slots=True)
class Account:
    """One account. `begun`: somebody has signed in by it at some time."""

    user_id: int
    name: str
    username: str
    language: str
    active: bool
    begun: bool
    last_signed_in: datetime | None
    roles: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Directory:
    """One page of accounts, and how many there are in all."""

    accounts: tuple[Account, ...]
    total: int
    page: int
    pages: int


def read_directory(
    charge: Charge, *, on: date, words: str = "", shown: Shown = Shown.NOW, page: int = 1
) -> Directory:
    """A page of accounts by name, in three queries. A page past the last is the last."""
    rows = _shown(users_in(charge), charge, shown, on)
    if words:
        rows = rows.filter(Q(display_name__icontains=words) | Q(username__icontains=words))
    total = rows.count()
    pages = max(1, -(-total // PAGE))
    number = min(page, pages)
    first = (number - 1) * PAGE
    users = list(rows.order_by("display_name", "pk")[first : first + PAGE])
    return Directory(_accounts(charge, users), total, number, pages)


def read_account(charge: Charge, user_id: int) -> Account | None:
    """One account; None where the administrator does not look after it."""
    users = users_in(charge).filter(pk=user_id)
    return next(iter(_accounts(charge, users)), None)


def _shown(rows: "QuerySet[User]", charge: Charge, shown: Shown, on: date) -> "QuerySet[User]":
    if shown is Shown.CLOSED:
        return rows.filter(is_active=False)
    if shown is Shown.NOW:
        now = Q(ends__isnull=True) | Q(ends__gte=on)
        held = memberships_in(charge).filter(now)
        return rows.filter(is_active=True, pk__in=held.values("user_id"))
    return rows


def _accounts(charge: Charge, users: Iterable[User]) -> tuple[Account, ...]:
    found = list(users)
    held: dict[int, list[Membership]] = {}
    rows = memberships_in(charge).filter(user_id__in=[user.pk for user in found])
    for row in rows.order_by("starts", "pk"):
        held.setdefault(row.user_id, []).append(row)
    return tuple(_account(user, held.get(user.pk, [])) for user in found)


def _account(user: User, held: list[Membership]) -> Account:
    return Account(
        user_id=user.pk,
        name=user.display_name,
        username=user.username,
        language=user.language,
        active=user.is_active,
        begun=user.has_usable_password() or user.last_login is not None,
        last_signed_in=user.last_login,
        roles=tuple(Held(m.pk, Role(m.role), m.starts, m.ends) for m in held),
    )
