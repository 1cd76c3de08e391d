"""Ending sessions: one, all others, or everything that somebody has open."""

from collections.abc import Iterable
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.db import transaction
from django.db.models import F

from whatmatters.access.models import User
from whatmatters.access.queries.actor import Actor
from whatmatters.access.services.additions import audit_each
from whatmatters.rules.refusals import Absent


def end_all_sessions(user_ids: Iterable[int]) -> None:
    """Every session of these users is worth nothing from its next request on.

    A part of the verbs that change a password, a role or an account: their audit row tells it.
    """
    User.objects.filter(pk__in=set(user_ids)).update(session_round=F("session_round") + 1)


@transaction.atomic
def end_session(*, by: Actor, at: datetime, session_id: int) -> None:
    """End one session of one's own. Absent for anybody else's, and for one that ended already."""
    row = UserSession.objects.filter(pk=session_id, user_id=by.user_id).first()
    if row is None:
        raise Absent(what="session", id=session_id)
    row.end()
    audit_each(by, at, "ended", "session", [session_id])


@transaction.atomic
def end_other_sessions(*, by: Actor, at: datetime, but: str) -> int:
    """End every session of one's own apart from the one with the key `but`; how many ended."""
    rows = {
        row.pk: row
        for row in UserSession.objects.filter(user_id=by.user_id).exclude(session_key=but)
    }
    for row in rows.values():
        row.end()
    return len(audit_each(by, at, "ended", "session", list(rows)))
