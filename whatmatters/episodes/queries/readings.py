"""What was read of one episode."""

from dataclasses import dataclass
from datetime import date, datetime

from whatmatters.episodes.models import Reading
from whatmatters.rules.episodes import ReadingKind


@dataclass(frozen=True, slots=True)
class ReadingTold:
    """One score; `struck_at` where it was struck out."""

    id: int
    kind: ReadingKind
    on: date
    instrument: str
    edition: str
    score: int
    by_id: int
    struck_at: datetime | None
    struck_by_id: int | None

    @property
    def counts(self) -> bool:
        """Whether it was not struck out."""
        return self.struck_at is None

    @property
    def key(self) -> str:
        """Instrument and edition as one text."""
        return f"{self.instrument}/{self.edition}"


def readings_of(episode_id: int) -> tuple[ReadingTold, ...]:
    """Every reading in the order written, those that were struck out too."""
    rows = Reading.objects.filter(episode_id=episode_id).order_by("id")
    return tuple(
        ReadingTold(
            row.pk,
            ReadingKind(row.kind),
            row.on,
            row.instrument,
            row.edition,
            row.score,
            row.by_id,
            row.struck_at,
            row.struck_by_id,
        )
        for row in rows
    )
