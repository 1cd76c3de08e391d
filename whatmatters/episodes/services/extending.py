"""One week more, once, for a reason (R-TR-01)."""

from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import audit_many
from whatmatters.commissioning.queries import contract
from whatmatters.episodes.models import Extension
from whatmatters.episodes.queries.refusals import EpisodeOver, OutsideContract, SecondExtension
from whatmatters.episodes.services.ending import end_by_death
from whatmatters.episodes.services.held import episode_event, held_episode, must_be_within
from whatmatters.rules.days import must_be_reached
from whatmatters.rules.periods import DAYS_IN_A_WEEK
from whatmatters.rules.permissions import Action
from whatmatters.rules.words import words


@transaction.atomic
def extend_episode(*, by: Actor, at: datetime, episode_id: int, on: date, why: str) -> None:
    """Make it a week longer; `on`, the day on which it was agreed, is one of its own.

    Where a death that was told before falls in that week, it is how it ended.

    Raises EpisodeNotAllowed, Absent, SecondExtension, EpisodeOver, DayNotReached, OutsideEpisode,
    OutsideContract, or what words refuse.
    """
    row, facts = held_episode(by, at, Action.AGREE_EPISODE, episode_id)
    if facts.extended_on is not None:
        raise SecondExtension()
    if facts.ends is not None:
        raise EpisodeOver(ends=facts.ends)
    must_be_reached(on, at)
    must_be_within(on, facts, facts.starts)
    held = contract(by.council_id, row.contract_id)
    longer = facts.last + timedelta(days=DAYS_IN_A_WEEK)
    if held is not None and held.ends is not None and held.ends < longer:
        raise OutsideContract(starts=held.starts, ends=held.ends)
    told = words("why", why)
    try:
        with transaction.atomic():
            Extension.objects.create(
                council_id=by.council_id, by_id=by.user_id, at=at, episode=row, on=on, why=told
            )
    except IntegrityError as error:
        raise SecondExtension() from error
    audit_many(by=by, at=at, events=[episode_event("episode.extended", row)])
    end_by_death(by, at, row)
