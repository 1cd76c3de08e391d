"""Records that were opened in an emergency, and what was said of it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F

from whatmatters.access.queries.names import name_of
from whatmatters.policy.trust import review_within
from whatmatters.rules.sharing import Reviewed
from whatmatters.trust.models import Opening

OPEN_FIRST = F("review__id").asc(nulls_first=True)


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


def openings(council_id: int, *, limit: int = 200) -> tuple[OpeningFacts, ...]:
    """The newest openings of a council: those to be reviewed first (one query)."""
    return _facts(Opening.objects.of(council_id), limit=limit)


def _facts(rows: Any, limit: int | None = None) -> tuple[OpeningFacts, ...]:
    held = rows.select_related("by", "review").order_by(OPEN_FIRST, "-at")[:limit]
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
        reason=row.reason,
        found=Reviewed(review.found) if review else None,
        words=review.words if review else "",
    )
