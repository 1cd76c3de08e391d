"""What a run reads of an episode: its extension, its end state and the day of its follow-up.

Never a score: pay depends on how it ended, not on how somebody was read.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from whatmatters.episodes.models import EndStateTold, Extension, Reading
from whatmatters.rules.commissioning_models.short_term import EndState
from whatmatters.rules.episodes import ReadingKind


@dataclass(frozen=True, slots=True)
class EpisodeSeen:
    """What is known of one; `followed_up_on` only of a follow-up that stands."""

    extended: bool = False
    state: EndState | None = None
    followed_up_on: date | None = None


def episodes_seen(episode_ids: Iterable[int], until: date) -> dict[int, EpisodeSeen]:
    """Evidence of each as of a day, in three queries."""
    ids = set(episode_ids)
    extended = set(Extension.objects.filter(episode_id__in=ids).values_list("episode", flat=True))
    told = EndStateTold.objects.filter(episode_id__in=ids).order_by("place")
    states = dict(told.values_list("episode_id", "state"))
    read = Reading.objects.filter(
        episode_id__in=ids, kind=ReadingKind.FOLLOW_UP, struck_at__isnull=True, on__lte=until
    )
    followed = dict(read.values_list("episode_id", "on"))
    return {
        one: EpisodeSeen(
            one in extended, EndState(states[one]) if one in states else None, followed.get(one)
        )
        for one in ids
    }


def episodes_changed(council_id: int, since: datetime, first: date) -> frozenset[int]:
    """Those of which something was told at or after a moment, or followed up on or after a day.

    A run reads no later day than its period's last: a follow-up between that day and its release
    is for the next run, although it is not newer than the release.
    """
    extended = Extension.objects.of(council_id).filter(at__gte=since)
    told = EndStateTold.objects.of(council_id).filter(at__gte=since)
    newer = Q(at__gte=since) | Q(struck_at__gte=since) | Q(on__gte=first)
    read = Reading.objects.of(council_id).filter(newer, kind=ReadingKind.FOLLOW_UP)
    found = [rows.values_list("episode_id", flat=True) for rows in (extended, told, read)]
    return frozenset(one for rows in found for one in rows)
