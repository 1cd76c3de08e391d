"""Records that were opened in an emergency, and what was said of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db.models import F

from whatmatters.access.queries.names import name_of
from whatmatters.policy.trust import review_within
from whatmatters.rules.sharing import Reviewed
from whatmatters.trust.models import Opening

OPEN_FIRST = F("review__id").desc(nulls_first=True)


class Shown(StrEnum):
    """Which openings a list shows."""

    ALL = "all"
    WAITS = "waits"
    LATE = "late"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class OpeningFacts:
    """Who opened whose record, why, until when; and its review, once there is one."""

    id: int
    person_id: int
    by_id: int
    by_name: str
    at: datetime
    until: datetime
    reason: str
    found: Reviewed | None
    words: str

    def late(self, at: datetime) -> bool:
        """Whether nobody has reviewed it within the days that policy gives."""
        return self.found is None and at > self.at + review_within()


def openings_of(council_id: int, person_id: int) -> tuple[OpeningFacts, ...]:
    """Every emergency opening of one person's record, the newest first (one query)."""
    return _facts(Opening.objects.of(council_id).filter(person_id=person_id))


def opening(council_id: int, opening_id: int) -> OpeningFacts | None:
    """One opening of a council."""
    return next(iter(_facts(Opening.objects.of(council_id).filter(pk=opening_id))), None)


def openings(
    council_id: int, shown: Shown = Shown.ALL, *, at: datetime, offset: int = 0, limit: int = 25
) -> tuple[OpeningFacts, ...]:
    """A page of a council's openings, those to be reviewed first (one query)."""
    return _facts(_like(council_id, shown, at), offset, offset + limit)


def count_openings(council_id: int, shown: Shown, *, at: datetime) -> int:
    """How many there are; late at a moment is what nobody has reviewed in time."""
    found: int = _like(council_id, shown, at).count()
    return found


def _like(council_id: int, shown: Shown, at: datetime) -> Any:
    rows = Opening.objects.of(council_id)
    if shown is Shown.ALL:
        return rows
    if shown is Shown.REVIEWED:
        return rows.filter(review__isnull=False)
    rows = rows.filter(review__isnull=True)
    return rows.filter(at__lt=at - review_within()) if shown is Shown.LATE else rows


def _facts(rows: Any, start: int = 0, end: int | None = None) -> tuple[OpeningFacts, ...]:
    told = rows.select_related("by", "said", "review__said")
    held = told.order_by(OPEN_FIRST, "-at", "-id")[start:end]
    return tuple(_one(row) for row in held)


def _one(row: Opening) -> OpeningFacts:
    review = getattr(row, "review", None)
    return OpeningFacts(
        id=row.pk,
        person_id=row.person_id,
        by_id=row.by_id,
        by_name=name_of(row.by),
        at=row.at,
        until=row.until,
        reason=row.said.reason,
        found=Reviewed(review.found) if review else None,
        words=review.said.words if review else "",
    )
