"""An episode of the council that an actor may act on."""

from datetime import date, datetime

from whatmatters.access.queries import Actor, sight_of
from whatmatters.access.services import Audited
from whatmatters.episodes.models import Episode
from whatmatters.episodes.queries import EpisodeFacts, episode_facts
from whatmatters.episodes.queries.refusals import EpisodeNotAllowed, OutsideEpisode
from whatmatters.rules.days import london_day
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent


def must_be_allowed(by: Actor, at: datetime, action: Action, person_id: int) -> None:
    """Raises EpisodeNotAllowed unless the actor may do this."""
    if action not in sight_of(by, person_id, london_day(at)).actions:
        raise EpisodeNotAllowed(action=str(action))


def held_episode(
    by: Actor, at: datetime, action: Action, episode_id: int
) -> tuple[Episode, EpisodeFacts]:
    """It, held to the end of the transaction, and how it stands. Raises EpisodeNotAllowed, Absent.

    Whoever comes second sees what the first has done: how it stands is read once it is held.
    """
    rows = Episode.objects.of(by.council_id)
    row: Episode | None = rows.select_for_update(of=("self",)).filter(pk=episode_id).first()
    if row is None:
        raise Absent(what="episode", id=episode_id)
    must_be_allowed(by, at, action, row.person_id)
    (facts,) = episode_facts(by.council_id, ids=[row.pk])
    return row, facts


def must_be_within(on: date, facts: EpisodeFacts, first: date) -> None:
    """Raises OutsideEpisode for a day before `first` or after the clock's last."""
    if not first <= on <= facts.last:
        raise OutsideEpisode(field="on", starts=first, last=facts.last)


def episode_event(action: str, row: Episode, why: str = "") -> Audited:
    """What the audit trail keeps of one."""
    return Audited(action, "episode", row.pk, row.person_id, why)
