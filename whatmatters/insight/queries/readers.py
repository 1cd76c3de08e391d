"""Which teams' figures a reader may open."""

from datetime import date

from whatmatters.access.queries import Actor
from whatmatters.rules.roles import Role
from whatmatters.teams.queries import TeamFacts, teams, teams_of_user


def teams_of_reader(actor: Actor, *, on: date) -> tuple[TeamFacts, ...]:
    """Those in which the reader works, to a manager her organisation's own, to a commissioner all
    of the council; by name."""
    if Role.COMMISSIONER in actor.roles:
        return teams(actor.council_id)
    manages = actor.roles & {Role.PROVIDER_MANAGER, Role.COORDINATOR}
    own = actor.organisation_id if manages else None
    return teams_of_user(actor.council_id, actor.user_id, on, organisation_id=own)


def team_of_reader(actor: Actor, team_id: int, *, on: date) -> TeamFacts | None:
    """One of them; None for any other team."""
    return next((t for t in teams_of_reader(actor, on=on) if t.id == team_id), None)
