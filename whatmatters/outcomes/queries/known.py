"""What somebody close to people said that they know of them: theirs to read again, for ever."""

from dataclasses import dataclass
from datetime import datetime

from whatmatters.outcomes.models import Statement
from whatmatters.rules.people import Speaker


@dataclass(frozen=True, slots=True)
class KnownFacts:
    """Words of one user about one person."""

    person_id: int
    words: str
    language: str
    at: datetime


def known_by(
    council_id: int, user_id: int, name: str, *, person_id: int | None = None
) -> tuple[KnownFacts, ...]:
    """What a user wrote in their own name, the newest first (one query)."""
    rows = Statement.objects.of(council_id).filter(
        by_id=user_id, speaker=Speaker.PROXY, speaker_name=name
    )
    if person_id is not None:
        rows = rows.filter(conversation__person_id=person_id)
    told = rows.exclude(words="").order_by("-id")
    found = told.values_list("conversation__person_id", "words", "language", "at")
    return tuple(KnownFacts(*row) for row in found)
