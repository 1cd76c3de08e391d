"""What a team says of its workers, and who is at work on which day."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from whatmatters.access.queries import Actor, may_in_council
from whatmatters.access.services import Audited, audit_many
from whatmatters.policy.rota import rota_limits
from whatmatters.records.locks import SHIFTS, lock_council
from whatmatters.rota import models as rows
from whatmatters.rota.queries.at_work import abilities
from whatmatters.rota.queries.own_teams import teams_to_plan
from whatmatters.rules.permissions import Action
from whatmatters.rules.refusals import Absent
from whatmatters.rules.rota.agreed_refusals import NotOfTheTeam
from whatmatters.rules.rota.day_file import Mode
from whatmatters.rules.rota.day_refusals import (
    AbilityNotSaid,
    AtWorkAlready,
    DayNotAllowed,
    ShiftBackwards,
    ShiftStruckAlready,
)
from whatmatters.teams.queries import members


@dataclass(frozen=True, slots=True)
class AbilityGiven:
    """How a worker of a team goes, and what she can do."""

    team_id: int
    worker_id: int
    mode: Mode
    moving: bool = False
    medicines: bool = False


@dataclass(frozen=True, slots=True)
class ShiftGiven:
    """Somebody at work on a day: minutes of the clock."""

    team_id: int
    worker_id: int
    on: date
    starts: int
    ends: int


def must_plan(by: Actor, on: date, team_id: int) -> None:
    """DayNotAllowed unless the team's day is the actor's to plan."""
    if not may_in_council(by, Action.KEEP_ROTA) or team_id not in teams_to_plan(by, on):
        raise DayNotAllowed()


@transaction.atomic
def say_ability(*, by: Actor, at: datetime, on: date, given: AbilityGiven) -> int:
    """Say it anew; what was said before stays. Raises DayNotAllowed, NotOfTheTeam."""
    must_plan(by, on, given.team_id)
    _must_work(given.team_id, given.worker_id, on)
    row = rows.WorkerAbility.objects.create(
        **_stamp(by, at),
        worker_id=given.worker_id,
        mode=given.mode,
        moving=given.moving,
        medicines=given.medicines,
    )
    audit_many(by=by, at=at, events=[Audited("ability.said", "worker", given.worker_id)])
    return int(row.pk)


@transaction.atomic
def write_shift(*, by: Actor, at: datetime, on: date, given: ShiftGiven) -> int:
    """Write down that somebody is at work; the shift's id.

    Raises DayNotAllowed, NotOfTheTeam, AbilityNotSaid, ShiftBackwards, AtWorkAlready.
    """
    must_plan(by, on, given.team_id)
    lock_council(
        by.council_id, SHIFTS
    )  # Who leaves the team meanwhile is seen, or takes this along.
    _must_work(given.team_id, given.worker_id, given.on)
    if given.worker_id not in abilities([given.worker_id]):
        raise AbilityNotSaid(field="worker")
    if not 0 < given.ends - given.starts <= rota_limits().longest_minutes:
        raise ShiftBackwards(field="ends")
    held = rows.Shift.objects.of(by.council_id).filter(
        worker_id=given.worker_id, on=given.on, struck_at__isnull=True
    )
    if held.filter(starts__lt=given.ends, ends__gt=given.starts).exists():
        raise AtWorkAlready(field="starts")
    row = rows.Shift.objects.create(
        **_stamp(by, at),
        team_id=given.team_id,
        worker_id=given.worker_id,
        on=given.on,
        starts=given.starts,
        ends=given.ends,
    )
    audit_many(by=by, at=at, events=[Audited("shift.written", "shift", row.pk)])
    return int(row.pk)


@transaction.atomic
def strike_shift(*, by: Actor, at: datetime, on: date, shift_id: int) -> int:
    """Strike a shift out; it stays to be read, and the day is planned anew without it.

    Raises Absent, DayNotAllowed, ShiftStruckAlready.
    """
    row = rows.Shift.objects.of(by.council_id).filter(pk=shift_id).first()
    if row is None:
        raise Absent(what="shift", id=shift_id)
    must_plan(by, on, row.team_id)
    standing = rows.Shift.objects.filter(pk=shift_id, struck_at__isnull=True)
    if standing.update(struck_at=at, struck_by_id=by.user_id) != 1:
        raise ShiftStruckAlready()
    audit_many(by=by, at=at, events=[Audited("shift.struck", "shift", shift_id)])
    return shift_id


def _must_work(team_id: int, worker_id: int, on: date) -> None:
    if worker_id not in {worker.id for worker in members([team_id], on).get(team_id, ())}:
        raise NotOfTheTeam(field="worker")


def _stamp(by: Actor, at: datetime) -> dict[str, Any]:
    return {"council_id": by.council_id, "by_id": by.user_id, "at": at}
