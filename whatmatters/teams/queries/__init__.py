"""Questions about teams and who works in them."""

from whatmatters.teams.queries.teams import (
    TeamFacts,
    team,
    teams,
    teams_of_patch,
    teams_of_user,
)
from whatmatters.teams.queries.workers import WorkerFacts, members, members_between, workers_of

__all__ = [
    "TeamFacts",
    "WorkerFacts",
    "members",
    "members_between",
    "team",
    "teams",
    "teams_of_patch",
    "teams_of_user",
    "workers_of",
]
