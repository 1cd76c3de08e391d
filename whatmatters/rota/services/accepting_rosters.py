"""Somebody of the team accepts a roster: its places are the team's shifts, once."""

from datetime import date, datetime

from django.db import transaction

from whatmatters.access.queries import Actor
from whatmatters.access.services import Audited, audit_many
from whatmatters.records.locks import SHIFTS, lock_council
from whatmatters.rota import models as rows
from whatmatters.rota.queries.rosters import PlaceFacts, RosterFacts, roster, roster_of_week
from whatmatters.rota.queries.week_records import team_week
from whatmatters.rota.services.at_work import must_plan
from whatmatters.rota.services.rosters import week_read
from whatmatters.rota.services.version_parts import stamp
from whatmatters.rules.refusals import Absent
from whatmatters.rules.rota.faults import BadInput
from whatmatters.rules.rota.roster.asked_refusals import WeekHasBegun
from whatmatters.rules.rota.roster.check import judge_roster
from whatmatters.rules.rota.roster.refusals import (
    RosterAcceptedAlready,
    RosterLeftTeam,
    RosterNotNewest,
    RosterOverlaps,
    RosterOvertaken,
)
from whatmatters.rules.rota.roster.roster import Roster
from whatmatters.rules.rota.roster.week_file import turn_id
from whatmatters.rules.rota.roster.week_values import TeamWeek
from whatmatters.teams.queries import members_between
from whatmatters.teams.queries.workers import worker_names

Held = list[tuple[PlaceFacts, int]]


@transaction.atomic
def accept_roster(*, by: Actor, at: datetime, on: date, roster_id: int) -> int:
    """Write its places down as shifts; how many.

    It is judged anew by what is told now. Raises Absent, DayNotAllowed, RosterAcceptedAlready,
    RosterNotNewest, WeekHasBegun, RosterLeftTeam, RosterOverlaps, RosterOvertaken.
    """
    lock_council(by.council_id, SHIFTS)
    found = roster(by.council_id, roster_id)
    if found is None:
        raise Absent(what="week_roster", id=roster_id)
    must_plan(by, on, found.team_id)
    _check_open(by, on, found)
    week = team_week(by.council_id, found.team_id, found.monday)
    held = [(place, place.worker_id) for place in found.places if place.worker_id is not None]
    _check_places(found, held, week)
    _check_legal(week, held)
    rows.RosterAccepted.objects.create(**stamp(by, at), roster_id=roster_id)
    made = rows.Shift.objects.bulk_create(
        rows.Shift(
            **stamp(by, at),
            team_id=found.team_id,
            worker_id=worker_id,
            on=place.on,
            starts=place.starts,
            ends=place.ends,
        )
        for place, worker_id in held
    )
    events = [Audited("shift.written", "shift", row.pk) for row in made]
    audit_many(by=by, at=at, events=[Audited("roster.accepted", "week_roster", roster_id), *events])
    return len(made)


def _check_open(by: Actor, on: date, found: RosterFacts) -> None:
    if found.accepted:
        raise RosterAcceptedAlready()
    newest = roster_of_week(by.council_id, found.team_id, found.monday)
    if newest is None or newest.id != found.id:
        raise RosterNotNewest()
    if found.monday <= on:
        raise WeekHasBegun()


def _check_places(found: RosterFacts, held: Held, week: TeamWeek) -> None:
    names = worker_names(worker_id for _place, worker_id in held)
    first, *_rest, last = week.days()
    works = {who.id: days for who, days in members_between(found.team_id, first, last).items()}
    for place, worker_id in held:
        told = {"who": names[worker_id], "on": place.on}
        if worker_id not in works or not works[worker_id].holds(place.on):
            raise RosterLeftTeam(**told)
        for one in week.standing:
            same = (one.worker_id, one.on) == (worker_id, place.on)
            if same and one.starts < place.ends and place.starts < one.ends:
                raise RosterOverlaps(**told)


def _check_legal(week: TeamWeek, held: Held) -> None:
    """The plain checker judges it by what is told now, beside what stands by now."""
    try:
        problem = week_read(week).problem
    except BadInput as bad:
        raise RosterOvertaken() from bad
    on = {(turn_id(one.needed_id, one.on), one.part): f"w{who}" for one, who in held}
    stands = {key: who.id for who in problem.members.values() for key in who.keeps}
    if not judge_roster(problem, Roster({**on, **stands})).legal:
        raise RosterOvertaken()
