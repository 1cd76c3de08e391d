"""Two who accept one roster at the same moment: its shifts are written down once."""

from datetime import timedelta
from functools import partial

import pytest

from tests.fixtures.case import moment
from tests.fixtures.racing import race
from tests.fixtures.visited import STARTS, Visited, a_visited_person
from whatmatters.rota.models import NeededShift, RosterPlace, Shift, WeekRoster
from whatmatters.rota.services import (
    AbilityGiven,
    accept_roster,
    need_shift,
    say_ability,
    tell_hours,
)
from whatmatters.rules.rota.day_file import Mode
from whatmatters.rules.rota.roster.told import Available, Hours, Needed

RACERS = 3


@pytest.fixture
def rostered(own_database) -> tuple[Visited, int]:
    """Mo is to work on Monday morning."""
    seen = a_visited_person()
    mo, about = seen.workers["Mo"], {"by": seen.case.manager, "at": moment(STARTS), "on": STARTS}
    say_ability(**about, given=AbilityGiven(seen.team_id, mo, Mode.WALK))
    tell_hours(**about, worker_id=mo, told=Available(STARTS, 0, None, (Hours(0, 420, 840),)))
    early = Needed(0, STARTS, frozenset({0}), 420, 840, 30, 1)
    need_shift(**about, team_id=seen.team_id, told=early)
    monday = STARTS + timedelta(days=7 - STARTS.weekday())
    stamp = {"council_id": seen.case.council_id, "by_id": seen.case.manager.user_id}
    stamp |= {"at": moment(STARTS)}
    row = WeekRoster.objects.create(**stamp, team_id=seen.team_id, monday=monday, judged={})
    place = {"needed": NeededShift.objects.get(), "on": monday, "part": 0, "worker_id": mo}
    RosterPlace.objects.create(**stamp, roster=row, **place)
    return seen, row.pk


def _accept(seen: Visited, roster_id: int) -> int:
    on = STARTS
    return accept_roster(by=seen.case.manager, at=moment(on), on=on, roster_id=roster_id)


def test_of_three_who_accept_one_roster_one_does(rostered: tuple[Visited, int]) -> None:
    told = race([partial(_accept, *rostered)] * RACERS)
    refused = [("refused", "roster_accepted_already")] * (RACERS - 1)
    assert sorted(told) == [("done", 1), *refused]
    assert Shift.objects.count() == 1
