"""Questions about teams and who works in them."""

from whatmatters.teams.queries.teams import TeamFacts, teams, teams_of_patch
from whatmatters.teams.queries.workers import WorkerFacts, members, workers_of

__all__ = ["TeamFacts", "WorkerFacts", "members", "teams", "teams_of_patch", "workers_of"]
