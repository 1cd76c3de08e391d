"""How outcomes are going, in whose words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from whatmatters.outcomes.models import OffTrack, ProgressNote
from whatmatters.rules.outcomes import Party
from whatmatters.rules.people import Language, Speaker


@dataclass(frozen=True, slots=True)
class NoteFacts:
    """A progress note; `off_track` names the parties who said "off track" with these words."""

    id: int
    outcome_id: int
    on: date
    words: str
    language: Language
    speaker: Speaker
    speaker_name: str
    by_id: int
    at: datetime
    off_track: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class OffTrackFacts:
    """A day on which one of the three said that an outcome was off track."""

    id: int
    outcome_id: int
    on: date
    party: Party
    note_id: int | None
    by_id: int
    at: datetime


def notes_of(
    outcome_ids: Iterable[int], *, with_off_track: bool = True
) -> dict[int, tuple[NoteFacts, ...]]:
    """The notes of each outcome, the newest first: two queries, one without `off_track`."""
    rows = ProgressNote.objects.filter(outcome_id__in=list(outcome_ids)).order_by("-on", "-id")
    found: dict[int, tuple[NoteFacts, ...]] = {}
    for row in rows.prefetch_related("off_track") if with_off_track else rows:
        said = row.off_track.all() if with_off_track else ()
        parties = tuple(Party(one.party) for one in said)
        fact = NoteFacts(
            row.pk,
            row.outcome_id,
            row.on,
            row.words,
            Language(row.language),
            Speaker(row.speaker),
            row.speaker_name,
            row.by_id,
            row.at,
            parties,
        )
        found[row.outcome_id] = (*found.get(row.outcome_id, ()), fact)
    return found


def off_track_of(outcome_ids: Iterable[int]) -> dict[int, tuple[OffTrackFacts, ...]]:
    """Every time that one of the three said "off track", the oldest first."""
    rows = OffTrack.objects.filter(outcome_id__in=list(outcome_ids)).order_by("on", "id")
    found: dict[int, tuple[OffTrackFacts, ...]] = {}
    for row in rows:
        fact = OffTrackFacts(
            row.pk, row.outcome_id, row.on, Party(row.party), row.note_id, row.by_id, row.at
        )
        found[row.outcome_id] = (*found.get(row.outcome_id, ()), fact)
    return found
