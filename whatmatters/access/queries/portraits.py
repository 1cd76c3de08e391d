"""Who has a picture up, and the picture."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from whatmatters.access.models import Portrait


@dataclass(frozen=True, slots=True)
class Face:
    """A picture that is up, by its number."""

    portrait_id: int
    user_id: int


def faces_of(council_id: int, user_ids: Collection[int] | QuerySet[Any, int]) -> tuple[Face, ...]:
    """Those of these users who have a picture up; one query, and none for nobody."""
    if isinstance(user_ids, Collection) and not user_ids:
        return ()
    rows = Portrait.objects.of(council_id).filter(user_id__in=user_ids)
    return tuple(Face(*row) for row in rows.values_list("pk", "user_id"))


def has_picture(council_id: int, user_id: int) -> bool:
    """Whether this user has one up."""
    return bool(faces_of(council_id, [user_id]))


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as a JPEG, and whom it shows."""

    user_id: int
    jpeg: bytes


def picture(council_id: int, portrait_id: int) -> Picture | None:
    """None: it is not up any more."""
    rows = Portrait.objects.of(council_id).filter(pk=portrait_id)
    kept = rows.values_list("user_id", "picture").first()
    return Picture(kept[0], bytes(kept[1])) if kept else None
