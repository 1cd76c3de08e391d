"""A day that was planned and told, as live tests begin with."""

from datetime import timedelta

from tests.fixtures.case import STARTS
from tests.fixtures.visited import PILLS, UP, Visited, a_visited_person, agree, write
from tests.rota.test_day_plans import about
from whatmatters.rota.services import (
    AbilityGiven,
    ShiftGiven,
    make_day_plan,
    say_ability,
    tell_people,
    write_shift,
)
from whatmatters.rules.rota.day_file import Mode

NEXT = STARTS + timedelta(days=1)


def a_told_day() -> Visited:
    """Mair gets up with Mo, whom she chose, and has her tablets from Siân; told and planned."""
    found = a_visited_person()
    agree(found, write(found, UP, PILLS, chosen=(found.workers["Mo"],)))
    for name, medicines in (("Siân", True), ("Mo", False)):
        worker = found.workers[name]
        able = AbilityGiven(found.team_id, worker, Mode.CYCLE, medicines=medicines)
        say_ability(**about(found), given=able)
        write_shift(**about(found), given=ShiftGiven(found.team_id, worker, NEXT, 420, 840))
    make_day_plan(**about(found), team_id=found.team_id, day=NEXT)
    tell_people(**about(found), team_id=found.team_id, day=NEXT)
    return found
