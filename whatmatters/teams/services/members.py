"""Workers in teams: who joined, who left."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit, audit_many
from whatmatters.rules.refusals import Absent
from whatmatters.teams.models import Team, TeamMember, Worker
from whatmatters.teams.services.leaving import Left, tell_left
from whatmatters.teams.services.new_member import LeavesBeforeJoining, NewMember


@transaction.atomic
def join_teams(*, by: Actor, at: datetime, members: Sequence[NewMember]) -> list[int]:
    """Put workers in teams; ids in the order given. Raises Absent or LeavesBeforeJoining."""
    _check(by.council_id, members)
    rows = TeamMember.objects.bulk_create(
        TeamMember(
            council_id=by.council_id,
            team_id=member.team_id,
            worker_id=member.worker_id,
            starts=member.starts,
            ends=member.ends,
        )
        for member in members
    )
    events = [Audited("team.joined", "team_member", row.pk) for row in rows]
    audit_many(by=by, at=at, events=events)
    return [row.pk for row in rows]


@transaction.atomic
def leave_team(*, by: Actor, at: datetime, member_id: int, on: date) -> None:
    """`on` is a worker's last day in a team; the day before the first: never there.

    What is kept of later days in it follows. Raises Absent or LeavesBeforeJoining.
    """
    row = TeamMember.objects.of(by.council_id).filter(pk=member_id).first()
    if row is None:
        raise Absent(what="team_member", id=member_id)
    if on < row.starts - timedelta(days=1):
        raise LeavesBeforeJoining(starts=row.starts, ends=on)
    row.ends = on
    row.save(update_fields=["ends"])
    audit(by=by, at=at, action="team.left", subject="team_member", subject_id=member_id)
    tell_left(by, at, Left(row.worker_id, row.team_id, on))


def _check(council_id: int, members: Sequence[NewMember]) -> None:
    asked = {"team": {m.team_id for m in members}, "worker": {m.worker_id for m in members}}
    for what, kind in (("team", Team), ("worker", Worker)):
        held = kind.objects.of(council_id).filter(pk__in=asked[what])
        for missing in sorted(asked[what] - set(held.values_list("pk", flat=True))):
            raise Absent(what=what, id=missing)
    for member in members:
        if member.ends is not None and member.ends < member.starts:
            raise LeavesBeforeJoining(starts=member.starts, ends=member.ends)
