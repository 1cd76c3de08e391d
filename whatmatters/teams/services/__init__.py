"""Verbs about teams and the people who work in them."""

from whatmatters.teams.services.teams import NewTeam, TeamNeedsItsOwner, register_teams
from whatmatters.teams.services.workers import (
    LeavesBeforeJoining,
    NewMember,
    NewWorker,
    join_teams,
    leave_team,
    register_workers,
)

__all__ = [
    "LeavesBeforeJoining",
    "NewMember",
    "NewTeam",
    "NewWorker",
    "TeamNeedsItsOwner",
    "join_teams",
    "leave_team",
    "register_teams",
    "register_workers",
]
