"""Baseline and follow-up, read with one instrument in one version (R-TR-02)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit_many
from whatmatters.episodes.models import Reading
from whatmatters.episodes.queries import EpisodeFacts
from whatmatters.episodes.queries.refusals import (
    FollowUpStands,
    FollowUpTooEarly,
    NoBaseline,
    NobodyToFollow,
    NoSuchInstrument,
    OtherInstrument,
    OutsideEpisode,
    ReadAlready,
    ReadingStruck,
    ScoreImpossible,
)
from whatmatters.episodes.services.held import episode_event, held_episode
from whatmatters.people.queries import person as person_of
from whatmatters.policy.episodes import instruments
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.episodes import Instrument, ReadingKind
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent


@dataclass(frozen=True, slots=True)
class ReadingGiven:
    """When, with which instrument (its code and version, as `Instrument.key`), and the score."""

    episode_id: int
    kind: ReadingKind
    on: date
    instrument: str
    score: int


@transaction.atomic
def take_reading(*, by: Actor, at: datetime, given: ReadingGiven) -> int:
    """Keep a reading; its id. A follow-up brings the quality element of how it ended.

    Raises EpisodeNotAllowed, Absent, DayNotReached, NoSuchInstrument, ScoreImpossible,
    OutsideEpisode, NoBaseline, OtherInstrument, FollowUpTooEarly, NobodyToFollow, ReadAlready.
    """
    row, facts = held_episode(by, at, Action.FOLLOW_EPISODE, given.episode_id)
    must_be_reached(given.on, at)
    instrument = _instrument(given)
    baseline = None
    if given.kind is ReadingKind.BASELINE:
        if not facts.starts <= given.on <= (facts.ends or facts.last):
            raise OutsideEpisode(field="on", starts=facts.starts, last=facts.ends or facts.last)
    else:
        baseline = _followed(facts, given, instrument)
    code: dict[str, Any] = {"kind": given.kind}
    try:
        with transaction.atomic():
            made = Reading.objects.create(
                council_id=by.council_id,
                by_id=by.user_id,
                at=at,
                episode=row,
                on=given.on,
                instrument=instrument.code,
                edition=instrument.version,
                score=given.score,
                baseline=baseline,
                **code,
            )
    except IntegrityError as error:
        raise ReadAlready() from error
    audit_many(by=by, at=at, events=[episode_event("episode.read", row, str(given.kind))])
    return int(made.pk)


@transaction.atomic
def strike_reading(*, by: Actor, at: datetime, reading_id: int) -> None:
    """Strike a reading out that was wrong; it stays to be read, and pay follows.

    Raises EpisodeNotAllowed, Absent, FollowUpStands, ReadingStruck.
    """
    found = Reading.objects.of(by.council_id).filter(pk=reading_id).first()
    if found is None:
        raise Absent(what="reading", id=reading_id)
    row, _ = held_episode(by, at, Action.FOLLOW_EPISODE, found.episode_id)
    open_ones = Reading.objects.filter(struck_at__isnull=True)
    if open_ones.filter(baseline_id=reading_id).exists():
        raise FollowUpStands()
    if open_ones.filter(pk=reading_id).update(struck_at=at, struck_by_id=by.user_id) != 1:
        raise ReadingStruck()
    audit_many(by=by, at=at, events=[episode_event("episode.struck", row)])


def _instrument(given: ReadingGiven) -> Instrument:
    found = next((one for one in instruments() if one.key == given.instrument), None)
    if found is None or found.starts > given.on:
        raise NoSuchInstrument(field="instrument")
    if not found.least <= given.score <= found.most:
        raise ScoreImpossible(field="score", least=found.least, most=found.most)
    return found


def _followed(facts: EpisodeFacts, given: ReadingGiven, instrument: Instrument) -> Reading:
    """The baseline that it follows up: of the same instrument in the same version."""
    baseline: Reading | None = Reading.objects.filter(
        episode_id=facts.id, kind=ReadingKind.BASELINE, struck_at__isnull=True
    ).first()
    if baseline is None:
        raise NoBaseline()
    if (baseline.instrument, baseline.edition) != (instrument.code, instrument.version):
        raise OtherInstrument(field="instrument", name=f"{baseline.instrument}/{baseline.edition}")
    if facts.ends is None or given.on < facts.ends:
        raise FollowUpTooEarly(field="on", ends=facts.ends or facts.last)
    who = person_of(facts.person_id, council_id=facts.council_id)
    gone = who is not None and who.died_on is not None and given.on > who.died_on
    if gone or facts.ends < facts.starts:
        raise NobodyToFollow()
    return baseline
