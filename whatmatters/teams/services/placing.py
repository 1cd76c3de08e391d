"""Teams of the own organisation, and which of its workers are in a team from when to when."""

from datetime import date, datetime, timedelta

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.records.locks import JOINING, lock_council
from whatmatters.rules.refusals import Absent
from whatmatters.rules.roles import Origin
from whatmatters.rules.teams import TeamKind
from whatmatters.teams.models import Team, TeamMember
from whatmatters.teams.queries.own import open_to
from whatmatters.teams.services.keeper import must_keep, own_worker
from whatmatters.teams.services.members import join_teams, leave_team
from whatmatters.teams.services.new_member import LeavesBeforeJoining, NewMember
from whatmatters.teams.services.new_team import NewTeam
from whatmatters.teams.services.refusals import InTeamAlready, LeavesSooner, TeamNameTaken
from whatmatters.teams.services.teams import register_teams


@transaction.atomic
def start_team(*, by: Actor, at: datetime, name_en: str, name_cy: str, patch_id: int | None) -> int:
    """A team of the own organisation; its Welsh name is the English one where it has no other.

    Raises NotYoursToKeep, TeamNameTaken, Absent (patch).
    """
    body = must_keep(by)
    lock_council(by.council_id, JOINING)
    told = " ".join(name_en.split())
    if Team.objects.of(by.council_id).filter(organisation_id=body, name_en=told).exists():
        raise TeamNameTaken(field="name_en")
    new = NewTeam(TeamKind.PROVIDER, told, name_cy.strip() or told, body, patch_id, Origin.REAL)
    return register_teams(by=by, at=at, teams=[new])[0]


@transaction.atomic
def place_in_team(
    *, by: Actor, at: datetime, worker_id: int, team_id: int, starts: date, ends: date | None
) -> int:
    """An own worker in a team of the own organisation or a neighbourhood's; the member's id.

    Raises NotYoursToKeep, Absent, LeavesBeforeJoining, InTeamAlready.
    """
    lock_council(by.council_id, JOINING)
    worker = own_worker(by, worker_id)
    if not open_to(by.council_id, must_keep(by)).filter(pk=team_id).exists():
        raise Absent(what="team", id=team_id)
    if ends is not None and ends < starts:
        raise LeavesBeforeJoining(starts=starts, ends=ends, field="ends")
    for held in TeamMember.objects.filter(worker=worker, team_id=team_id):
        if (ends is None or held.starts <= ends) and (held.ends is None or held.ends >= starts):
            raise InTeamAlready(field="starts")
    new = NewMember(team_id, worker_id, starts, ends)
    return join_teams(by=by, at=at, members=[new])[0]


@transaction.atomic
def take_out_of_team(*, by: Actor, at: datetime, member_id: int, last: date) -> int:
    """An own worker's last day in a team; the member's id. The day before the first: never there.

    Raises NotYoursToKeep, Absent, LeavesBeforeJoining, LeavesSooner (another day was said before,
    which can be brought forward and not put off).
    """
    lock_council(by.council_id, JOINING)
    held = TeamMember.objects.of(by.council_id).filter(
        pk=member_id, worker__organisation_id=must_keep(by)
    )
    row = held.first()
    if row is None:
        raise Absent(what="team_member", id=member_id)
    if last < row.starts - timedelta(days=1):
        raise LeavesBeforeJoining(starts=row.starts, ends=last, field="last")
    if row.ends is not None and row.ends <= last:
        raise LeavesSooner(field="last", ends=row.ends)
    leave_team(by=by, at=at, member_id=member_id, on=last)
    return member_id
