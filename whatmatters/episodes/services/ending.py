"""How an episode ended: one state, always told, and put right by telling it anew (R-TR-03)."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit_many
from whatmatters.commissioning.queries import agreements_of_sources
from whatmatters.commissioning.services import end_agreement
from whatmatters.episodes.models import EndStateTold, Episode
from whatmatters.episodes.queries import EpisodeFacts, episode_facts
from whatmatters.episodes.queries.episodes import SOURCE
from whatmatters.episodes.queries.refusals import (
    DeathIsRecorded,
    EpisodeNotOver,
    EpisodeOver,
    StateChanged,
    StateNotInList,
)
from whatmatters.episodes.services.held import episode_event, held_episode, must_be_within
from whatmatters.people.queries import died_on
from whatmatters.policy.episodes import end_states
from whatmatters.rules.commissioning_models.short_term import EndState
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.episodes import state_at_close
from whatmatters.rules.outcomes import EndReason
from whatmatters.rules.periods import ONE_DAY
from whatmatters.rules.permissions import Action


@transaction.atomic
def end_episode(*, by: Actor, at: datetime, episode_id: int, on: date, state: EndState) -> None:
    """Write its last day and how things stood.

    The day before its first one says that it never began. Raises EpisodeNotAllowed, Absent,
    EpisodeOver, DayNotReached, OutsideEpisode, StateNotInList, DeathIsRecorded.
    """
    row, facts = held_episode(by, at, Action.AGREE_EPISODE, episode_id)
    if facts.ends is not None:
        raise EpisodeOver(ends=facts.ends)
    if on >= facts.starts:
        must_be_reached(on, at)
    must_be_within(on, facts, facts.starts - ONE_DAY)
    _may_be_told(facts, state)
    _end(by, at, row, on, state, EndReason.REVIEWED)


@transaction.atomic
def tell_state(*, by: Actor, at: datetime, episode_id: int, state: EndState) -> None:
    """Put right how it ended; what was told before stays to be read, and pay follows.

    Raises EpisodeNotAllowed, Absent, EpisodeNotOver, StateNotInList, DeathIsRecorded, StateChanged.
    """
    row, facts = held_episode(by, at, Action.AGREE_EPISODE, episode_id)
    if facts.ends is None:
        raise EpisodeNotOver()
    if facts.state is EndState.DIED:
        raise DeathIsRecorded(field="state")
    _may_be_told(facts, state)
    _tell(by, at, row, state)
    audit_many(by=by, at=at, events=[episode_event("episode.state_told", row, str(state))])


@transaction.atomic
def end_episodes_of(
    *, by: Actor, at: datetime, person_ids: Iterable[int], on: date, reason: EndReason
) -> None:
    """End what these people have; one that was to begin later never begins.

    A death inside an episode that was told to be over before is how it ended.
    """
    who = list(person_ids)
    rows = Episode.objects.of(by.council_id).filter(person_id__in=who).order_by("id")
    held = {row.pk: row for row in rows.select_for_update()}
    for facts in episode_facts(by.council_id, ids=held):
        row = held[facts.id]
        if facts.ends is None:
            last = min(max(on, facts.starts - ONE_DAY), facts.last)
            _end(by, at, row, last, state_at_close(reason, on, facts.last), reason)
        elif reason is EndReason.DIED and on < facts.ends and facts.state is not EndState.DIED:
            _tell(by, at, row, EndState.DIED)


def end_by_death(by: Actor, at: datetime, row: Episode) -> None:
    """A death that was told first and falls in its days is how it ended; nobody can tell that."""
    died = died_on([row.person_id]).get(row.person_id)
    if died is None:
        return
    (facts,) = episode_facts(by.council_id, ids=[row.pk])
    if facts.ends is None and died <= facts.last:
        _end(by, at, row, died, EndState.DIED, EndReason.DIED)


def _may_be_told(facts: EpisodeFacts, state: EndState) -> None:
    if state not in end_states(facts.starts):
        raise StateNotInList(field="state")
    if state is EndState.DIED:
        raise DeathIsRecorded(field="state")


def _end(
    by: Actor, at: datetime, row: Episode, on: date, state: EndState, reason: EndReason
) -> None:
    row.ends = on
    row.save(update_fields=["ends"])
    _tell(by, at, row, state)
    agreement = agreements_of_sources(by.council_id, SOURCE, [row.pk])[row.pk]
    end_agreement(by=by, at=at, agreement_id=agreement, on=on, reason=reason)
    audit_many(by=by, at=at, events=[episode_event("episode.ended", row, str(state))])


def _tell(by: Actor, at: datetime, row: Episode, state: EndState) -> None:
    place = EndStateTold.objects.filter(episode=row).count() + 1
    stamp = {"council_id": by.council_id, "by_id": by.user_id, "at": at}
    try:
        with transaction.atomic():
            EndStateTold.objects.create(episode=row, place=place, state=state, **stamp)
    except IntegrityError as error:
        raise StateChanged() from error
