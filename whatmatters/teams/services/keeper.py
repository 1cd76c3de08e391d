"""Whose workers and teams an actor keeps: those of the own organisation."""

from whatmatters.access.queries import Actor, may_in_council
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent
from whatmatters.teams.models import Worker
from whatmatters.teams.services.refusals import NotYoursToKeep


def must_keep(by: Actor) -> int:
    """The organisation whose workers and teams are the actor's to keep. Raises NotYoursToKeep."""
    if not may_in_council(by, Action.KEEP_TEAMS) or by.organisation_id is None:
        raise NotYoursToKeep()
    return by.organisation_id


def own_worker(by: Actor, worker_id: int) -> Worker:
    """A worker of the actor's organisation. Raises NotYoursToKeep or Absent."""
    held = Worker.objects.of(by.council_id).filter(organisation_id=must_keep(by), pk=worker_id)
    row: Worker | None = held.first()
    if row is None:
        raise Absent(what="worker", id=worker_id)
    return row
