"""A team's week from what was told: rostered, judged, and accepted once as the team's shifts."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.fixtures.case import STARTS, moment
from tests.fixtures.council import dawn
from tests.fixtures.visited import Visited, a_visited_person
from whatmatters.access.services import mark_installation
from whatmatters.rota.models import Shift
from whatmatters.rota.queries.rosters import RosterFacts, roster_of_week
from whatmatters.rota.queries.rosters_asked import rosters_asked, unmade
from whatmatters.rota.queries.week_records import team_week
from whatmatters.rota.services import (
    AbilityGiven,
    ShiftGiven,
    accept_roster,
    ask_for_roster,
    make_roster,
    need_shift,
    say_ability,
    tell_hours,
    tell_leave,
    write_shift,
)
from whatmatters.rota.tasks import roster_of_week as roster_of_week_task
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.roles import InstallationKind
from whatmatters.rules.rota.agreed import Skill
from whatmatters.rules.rota.day_file import Mode
from whatmatters.rules.rota.roster.told import Available, Hours, Leave, Needed
from whatmatters.teams.models import TeamMember

MONDAY = STARTS + timedelta(days=7 - STARTS.weekday())
TUESDAY = MONDAY + timedelta(days=1)
DAYTIME = tuple(Hours(day, 420, 1320) for day in range(7))
MORNINGS = tuple(Hours(day, 420, 900) for day in range(5))
# Two in the morning and one late on Mondays; one who helps with medicines on Saturdays, late.
EARLY = Needed(0, STARTS, frozenset({0}), 420, 840, 30, 2)
LATE = Needed(0, STARTS, frozenset({0}), 840, 1320, 30, 1)
SATURDAY = Needed(0, STARTS, frozenset({5}), 840, 1320, 30, 1, frozenset({Skill.MEDICINES}))


@pytest.fixture
def seen(db: None) -> Visited:
    """Mo may work all day and gives medicines, Dai weekday mornings; Siân has told nothing."""
    found = a_visited_person()
    for name, hours, medicines in (("Mo", DAYTIME, True), ("Dai", MORNINGS, False)):
        able(found, name, medicines=medicines)
        told = Available(STARTS, 600, 1200, hours)
        tell_hours(**about(found), worker_id=found.workers[name], told=told)
    able(found, "Siân", medicines=True)
    for shift in (EARLY, LATE, SATURDAY):
        need_shift(**about(found), team_id=found.team_id, told=shift)
    return found


def able(seen: Visited, name: str, *, medicines: bool) -> None:
    given = AbilityGiven(seen.team_id, seen.workers[name], Mode.WALK, medicines=medicines)
    say_ability(**about(seen), given=given)


def about(seen: Visited) -> dict[str, object]:
    return {"by": seen.case.manager, "at": moment(STARTS), "on": STARTS}


def made(seen: Visited, **more: object) -> RosterFacts:
    make_roster(**{**about(seen), **more}, team_id=seen.team_id, monday=MONDAY)
    found = roster_of_week(seen.case.council_id, seen.team_id, MONDAY)
    assert found is not None
    return found


def places(seen: Visited, found: RosterFacts) -> list[tuple[str, int, str]]:
    """(day, start, who), in order."""
    names = {pk: name for name, pk in seen.workers.items()}
    return sorted(
        (f"{one.on:%a}", one.starts, names.get(one.worker_id or 0, "")) for one in found.places
    )


def test_a_week_is_rostered_by_what_was_told_and_says_why_nobody_has_a_place(
    seen: Visited,
) -> None:
    """By hand. Mo alone can be there late on Monday and on Saturday, 450 paid minutes each: 900 of
    1200. After a late shift until 22:00 she cannot have begun at 7:00: nine hours of rest. Dai has
    one place of Monday morning; the other, 390 minutes, nobody: less than the 450 of the late one.
    Dai's contract promises 600 and she has 390, 210 too few; Mo has enough."""
    found = made(seen)
    assert places(seen, found) == [
        ("Mon", 420, ""),
        ("Mon", 420, "Dai"),
        ("Mon", 840, "Mo"),
        ("Sat", 840, "Mo"),
    ]
    assert found.judged["tiers"] == [
        {"code": "uncovered_turns", "count": 1, "minutes": 390},
        {"code": "short_of_contract", "count": 1, "minutes": 210},
        {"code": "unevenly_shared", "count": 0, "minutes": 0},
        {"code": "against_a_wish", "count": 0, "minutes": 0},
    ]
    assert found.judged["proven"] == [tier["code"] for tier in found.judged["tiers"]]
    (why,) = found.judged["why"]
    assert why["reasons"] == {"too_little_rest": [seen.workers["Mo"]]}
    assert found.judged["aside"] == {}


def test_what_stands_is_counted_and_a_roster_is_accepted_once(seen: Visited) -> None:
    first = made(seen)
    held = sum(one.worker_id is not None for one in first.places)
    assert accept_roster(**about(seen), roster_id=first.id) == held
    assert Shift.objects.filter(on__gte=MONDAY).count() == held
    with pytest.raises(Refusal, match="roster_accepted_already"):
        accept_roster(**about(seen), roster_id=first.id)
    again = made(seen)
    assert {one.worker_id for one in again.places} == {None}, "what stands fills its places"
    assert accept_roster(**about(seen), roster_id=again.id) == 0
    assert Shift.objects.filter(on__gte=MONDAY).count() == held


@pytest.mark.parametrize(
    ("since", "code"),
    [
        ("shift", "roster_overlaps"),
        ("left", "roster_left_team"),
        ("leave", "roster_overtaken"),
        ("need", "roster_overtaken"),
        ("newer", "roster_not_newest"),
        ("begun", "week_has_begun"),
        ("stranger", "not_allowed"),
    ],
)
def test_what_came_between_is_refused_and_leaves_no_shift(
    seen: Visited, since: str, code: str
) -> None:
    found = made(seen)
    mo, team, more = seen.workers["Mo"], seen.team_id, about(seen)
    if since == "shift":
        saturday = MONDAY + timedelta(days=5)
        write_shift(**more, given=ShiftGiven(team, mo, saturday, 800, 900))
    elif since == "left":
        TeamMember.objects.filter(worker_id=mo).update(ends=MONDAY + timedelta(days=4))
    elif since == "leave":
        tell_leave(**more, worker_id=mo, told=Leave(MONDAY, MONDAY + timedelta(days=5), True))
    elif since == "need":
        gone = Needed(3, STARTS, frozenset({5}), 840, 1320, 30, 0)
        need_shift(**more, team_id=team, told=gone)
    elif since == "newer":
        made(seen)
    elif since == "begun":
        more["on"] = MONDAY
    else:
        more["by"] = seen.case.team_member
    before = Shift.objects.count()
    with pytest.raises(Refusal) as refused:
        accept_roster(**more, roster_id=found.id)
    assert refused.value.code == code
    assert Shift.objects.count() == before


def test_a_week_is_asked_for_from_its_monday_ahead_and_with_something_told(db: None) -> None:
    seen = a_visited_person()
    whose = {**about(seen), "team_id": seen.team_id}
    for monday, code in (
        (TUESDAY, "no_monday"),
        (MONDAY - timedelta(days=7), "week_has_begun"),
        (MONDAY, "nothing_needed"),
    ):
        with pytest.raises(Refusal, match=code):
            ask_for_roster(**whose, monday=monday)
    need_shift(**whose, told=EARLY)
    with pytest.raises(Refusal, match="nobody_told"):
        ask_for_roster(**whose, monday=MONDAY)


def test_the_queue_makes_what_was_asked_for_or_keeps_why_not(seen: Visited) -> None:
    """Asked for as the first day begins, and again at noon of the next with no shift needed: the
    queue stands on the first day at whatever hour it is."""
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    case, early = seen.case, dawn(STARTS)
    whose = {**about(seen), "team_id": seen.team_id, "monday": MONDAY}
    council, asker = case.council_id, case.manager.user_id
    ask_for_roster(**{**whose, "at": early})
    (waits,) = rosters_asked(early)
    assert (waits.team_id, waits.day, waits.user_id) == (seen.team_id, MONDAY.isoformat(), asker)
    told = (council, waits.team_id, waits.day, waits.user_id)
    assert roster_of_week_task.call(*told) > 0
    assert (rosters_asked(early), unmade(council, seen.team_id, MONDAY)) == ((), None)
    ask_for_roster(**{**whose, "at": moment(STARTS + timedelta(days=1))})
    for number, shift in enumerate((EARLY, LATE, SATURDAY), start=1):
        gone = replace(shift, number=number, workers=0)
        need_shift(**about(seen), team_id=seen.team_id, told=gone)
    assert roster_of_week_task.call(*told) == 0
    asked = unmade(council, seen.team_id, MONDAY)
    assert asked is not None
    assert [fault.code for fault in asked.faults or ()] == ["nothing_needed"]


def test_four_weeks_before_are_shared_and_records_are_read_in_a_few_queries(
    seen: Visited,
) -> None:
    """Mo worked three late Saturdays of the four weeks before, and one five weeks before."""
    mo = seen.workers["Mo"]
    for weeks in (1, 2, 3, 5):
        day = MONDAY + timedelta(days=5 - 7 * weeks)
        shift = Shift(team_id=seen.team_id, worker_id=mo, on=day, starts=840, ends=1320)
        shift.council_id, shift.by_id = seen.case.council_id, seen.case.manager.user_id
        shift.at = moment(STARTS)
        shift.save()
    with CaptureQueriesContext(connection) as queries:
        week = team_week(seen.case.council_id, seen.team_id, MONDAY)
    assert len(queries) <= 8
    assert [one.on for one in week.before] == [
        MONDAY + timedelta(days=days) for days in (-16, -9, -2)
    ]
