"""Whose hours an actor may tell: her own, and those of who works in a team that she plans."""

from datetime import date

from whatmatters.access.queries import Actor, may_in_council
from whatmatters.rota.queries.own_teams import teams_to_plan
from whatmatters.rules.permissions import Action
from whatmatters.teams.queries import WorkerFacts, members
from whatmatters.teams.queries.workers import worker, workers_of_user


def own_workers(by: Actor) -> tuple[WorkerFacts, ...]:
    """Whom the actor is on the register of workers."""
    return workers_of_user(by.council_id, by.user_id)


def worker_to_tell(by: Actor, on: date, worker_id: int) -> WorkerFacts | None:
    """The worker, where her hours are the actor's to tell; None otherwise."""
    found = worker(by.council_id, worker_id)
    if found is None or not may_in_council(by, Action.TELL_HOURS):
        return None
    if found.user_id == by.user_id or team_of(by, on, worker_id) is not None:
        return found
    return None


def team_of(by: Actor, on: date, worker_id: int) -> int | None:
    """A team that the actor plans, in which the worker works."""
    if not may_in_council(by, Action.KEEP_ROTA):
        return None
    held = members(teams_to_plan(by, on), on)
    return next((pk for pk, who in held.items() if worker_id in {one.id for one in who}), None)
