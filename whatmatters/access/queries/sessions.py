"""The open sessions of a user: where she is signed in now."""

from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone

from whatmatters.access.models import User


@dataclass(frozen=True, slots=True)
class OpenSession:
    """One sign-in that still holds. `key` never leaves the server."""

    id: int
    key: str
    began: datetime
    seen: datetime
    address: str
    agent: str


def sessions_of(user_id: int) -> tuple[OpenSession, ...]:
    """Sessions that open the user's account now, the one seen last first; three queries.

    A session whose password or role has changed since holds no longer, and is left out.
    """
    user = User.objects.get(pk=user_id)
    rows = {row.session_key: row for row in UserSession.objects.filter(user_id=user_id)}
    kept = Session.objects.filter(session_key__in=rows, expire_date__gt=timezone.now())
    wanted = user.get_session_auth_hash()
    held = [s.session_key for s in kept if s.get_decoded().get(HASH_SESSION_KEY) == wanted]
    found = [_open(rows[key]) for key in held]
    return tuple(sorted(found, key=lambda one: (one.seen, one.id), reverse=True))


def _open(row: UserSession) -> OpenSession:
    return OpenSession(
        id=row.pk,
        key=row.session_key,
        began=row.created_at,
        seen=row.last_seen_at,
        address=row.ip,
        agent=row.user_agent,
    )
