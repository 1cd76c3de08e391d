"""Workers, and which teams they work in from a day to a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit, audit_many
from whatmatters.rules.refusals import Absent, Refusal
from whatmatters.rules.roles import Origin
from whatmatters.rules.words import name, words
from whatmatters.teams.models import Team, TeamMember, Worker

JOB_LENGTH = 80


class LeavesBeforeJoining(Refusal):
    """The last day lies before the first: LeavesBeforeJoining(starts=, ends=)."""

    code = "leaves_before_joining"


@dataclass(frozen=True, slots=True)
class NewWorker:
    """Somebody who works for an organisation."""

    organisation_id: int
    name: str
    job: str
    user_id: int | None = None
    speaks_welsh: bool = False
    origin: Origin = Origin.REAL


@dataclass(frozen=True, slots=True)
class NewMember:
    """A worker in a team, from a day to a day (included)."""

    team_id: int
    worker_id: int
    starts: date
    ends: date | None = None


@transaction.atomic
def register_workers(*, by: Actor, at: datetime, workers: Sequence[NewWorker]) -> list[int]:
    """Register workers; ids in the order given."""
    rows = Worker.objects.bulk_create([_worker(by, worker) for worker in workers])
    events = [Audited("worker.registered", "worker", row.pk) for row in rows]
    audit_many(by=by, at=at, events=events)
    return [row.pk for row in rows]


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
    """`on` is a worker's last day in a team."""
    row = TeamMember.objects.of(by.council_id).filter(pk=member_id).first()
    if row is None:
        raise Absent(what="team_member", id=member_id)
    if on < row.starts:
        raise LeavesBeforeJoining(starts=row.starts, ends=on)
    row.ends = on
    row.save(update_fields=["ends"])
    audit(by=by, at=at, action="team.left", subject="team_member", subject_id=member_id)


def _worker(by: Actor, worker: NewWorker) -> Worker:
    return Worker(
        council_id=by.council_id,
        organisation_id=worker.organisation_id,
        user_id=worker.user_id,
        name=name("name", worker.name),
        job=words("job", worker.job, longest=JOB_LENGTH),
        speaks_welsh=worker.speaks_welsh,
        origin=worker.origin,
    )


def _check(council_id: int, members: Sequence[NewMember]) -> None:
    asked = {"team": {m.team_id for m in members}, "worker": {m.worker_id for m in members}}
    for what, kind in (("team", Team), ("worker", Worker)):
        held = kind.objects.of(council_id).filter(pk__in=asked[what])
        for missing in sorted(asked[what] - set(held.values_list("pk", flat=True))):
            raise Absent(what=what, id=missing)
    for member in members:
        if member.ends is not None and member.ends < member.starts:
            raise LeavesBeforeJoining(starts=member.starts, ends=member.ends)
