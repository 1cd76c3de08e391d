"""Whoever leaves a team is at work in it no more: later shifts are struck out with them."""

from datetime import timedelta

import pytest

from tests.fixtures.case import STARTS, moment
from tests.fixtures.visited import Visited, a_visited_person
from whatmatters.rota.models import Shift
from whatmatters.rota.queries.week_records import team_week
from whatmatters.rota.services import (
    AbilityGiven,
    ShiftGiven,
    need_shift,
    say_ability,
    write_shift,
)
from whatmatters.rules.rota.day_file import Mode
from whatmatters.rules.rota.roster.told import Needed
from whatmatters.teams.models import TeamMember
from whatmatters.teams.services import leave_team

MONDAY = STARTS + timedelta(days=7)
WEDNESDAY, FRIDAY = MONDAY + timedelta(days=2), MONDAY + timedelta(days=4)
BOTH = Needed(0, STARTS, frozenset({0, 4}), 420, 840, 30, 2)


@pytest.fixture
def seen(db: None) -> Visited:
    """Two are needed on Monday and on Friday; Mo is written down for both, Dai for Friday."""
    found = a_visited_person()
    about = {"by": found.case.manager, "at": moment(STARTS), "on": STARTS}
    need_shift(**about, team_id=found.team_id, told=BOTH)
    for name, days in (("Mo", (MONDAY, FRIDAY)), ("Dai", (FRIDAY,))):
        worker = found.workers[name]
        say_ability(**about, given=AbilityGiven(found.team_id, worker, Mode.WALK))
        for day in days:
            write_shift(**about, given=ShiftGiven(found.team_id, worker, day, 420, 840))
    return found


def test_a_shift_after_the_last_day_is_struck_out_and_its_place_is_empty(seen: Visited) -> None:
    (membership,) = TeamMember.objects.filter(worker_id=seen.workers["Mo"])
    by, at = seen.case.manager, moment(STARTS, 15)
    leave_team(by=by, at=at, member_id=membership.pk, on=WEDNESDAY)
    told = Shift.objects.order_by("on", "id").values_list(
        "worker__name", "on", "struck_at", "struck_by"
    )
    assert list(told) == [
        ("Mo", MONDAY, None, None),
        ("Mo", FRIDAY, at, by.user_id),
        ("Dai", FRIDAY, None, None),
    ]
    week = team_week(seen.case.council_id, seen.team_id, MONDAY)
    (need,) = week.needed
    assert [week.places_left(need, day) for day in (MONDAY, FRIDAY)] == [1, 1]
