"""Verbs about teams and the people who work in them."""

from whatmatters.teams.services.members import join_teams, leave_team
from whatmatters.teams.services.new_member import LeavesBeforeJoining, NewMember
from whatmatters.teams.services.new_team import NewTeam, TeamNeedsItsOwner
from whatmatters.teams.services.teams import register_teams
from whatmatters.teams.services.workers import (
    NewWorker,
    WorkerCorrected,
    correct_workers,
    register_workers,
)

__all__ = [
    "LeavesBeforeJoining",
    "NewMember",
    "NewTeam",
    "NewWorker",
    "TeamNeedsItsOwner",
    "WorkerCorrected",
    "correct_workers",
    "join_teams",
    "leave_team",
    "register_teams",
    "register_workers",
]
