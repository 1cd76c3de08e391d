"""Whose day an actor may plan: the teams in which they work, and all of their organisation's."""

from datetime import date

from whatmatters.access.queries import Actor
from whatmatters.rules.roles import Role
from whatmatters.teams.queries import TeamFacts, teams_of_user


def teams_to_plan(by: Actor, on: date) -> dict[int, TeamFacts]:
    """Teams by id. Of a manager all of the organisation's; of a member her own."""
    body = by.organisation_id if Role.PROVIDER_MANAGER in by.roles else None
    found = teams_of_user(by.council_id, by.user_id, on, organisation_id=body)
    return {team.id: team for team in found}
