"""Users: people who sign in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.db import transaction

from whatmatters.access.models import User
from whatmatters.access.queries.actor import Actor
from whatmatters.access.queries.refusals import UsernameTaken
from whatmatters.access.services.additions import audit_each, first_twice
from whatmatters.access.services.gate import must_manage_users


@dataclass(frozen=True, slots=True)
class UserGiven:
    """Somebody who will sign in; without a password they cannot."""

    username: str
    display_name: str
    language: str = "en-gb"
    password: str | None = None


@transaction.atomic
def add_users(*, by: Actor, at: datetime, users: Sequence[UserGiven]) -> list[int]:
    """Make users; ids in the order given. Passwords are kept only as hashes.

    Names to sign in by are kept in small letters, so that "Elin" and "elin" are the same.
    Raises NotAllowed, UsernameTaken. Users hold no role until `add_memberships`.
    """
    must_manage_users(by)
    names = [given.username.strip().lower() for given in users]
    taken = User.objects.filter(username__in=names).values_list("username", flat=True).first()
    if taken is not None or len(set(names)) < len(names):
        raise UsernameTaken(username=taken or first_twice(names))
    rows = [
        User(
            username=name,
            display_name=given.display_name,
            language=given.language,
            password=make_password(given.password),
            date_joined=at,
        )
        for name, given in zip(names, users, strict=True)
    ]
    made = User.objects.bulk_create(rows)
    return audit_each(by, at, "added", "user", [row.pk for row in made])
