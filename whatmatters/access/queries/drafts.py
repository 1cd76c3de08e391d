"""What somebody began to write and has not sent. Nobody else's draft is ever an answer."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from whatmatters.access.models import Draft


@dataclass(frozen=True, slots=True)
class DraftFacts:
    """One draft of one user: where it was begun, by which opened page it was last written, when."""

    key: UUID
    address: str
    page: UUID
    saved_at: datetime
    expires_at: datetime


def drafts_of(user_id: int, *, council_id: int, at: datetime) -> tuple[DraftFacts, ...]:
    """Everything that a user began and has not sent, the newest first."""
    return _facts(_kept(user_id, council_id, at))


def drafts_at(
    user_id: int, address: str, *, council_id: int, at: datetime
) -> tuple[DraftFacts, ...]:
    """What a user began at one address and has not sent, the newest first."""
    return _facts(_kept(user_id, council_id, at).filter(address=address))


def typed_in(
    user_id: int, key: UUID, address: str, *, council_id: int, at: datetime
) -> dict[str, list[str]] | None:
    """What was typed, by name of field; None where this user keeps nothing of that key here."""
    rows = _kept(user_id, council_id, at).filter(key=key, address=address)
    found: dict[str, list[str]] | None = rows.values_list("typed", flat=True).first()
    return found


def _kept(user_id: int, council_id: int, at: datetime) -> "QuerySet[Draft]":
    rows: QuerySet[Draft] = Draft.objects.of(council_id).filter(user_id=user_id, is_sent=False)
    return rows.filter(expires_at__gt=at).order_by("-saved_at", "-id")


def _facts(rows: "QuerySet[Draft]") -> tuple[DraftFacts, ...]:
    names = ("key", "address", "page", "saved_at", "expires_at")
    return tuple(DraftFacts(*row) for row in rows.values_list(*names))
