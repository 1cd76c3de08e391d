"""A team's day from records: planned with a shift, told to people, kept to, and kept apart."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fixtures.case import STARTS, moment
from tests.fixtures.visited import PILLS, UP, Visited, a_visited_person, agree, write
from whatmatters.rota.queries import own_day
from whatmatters.rota.queries.day_people import base_of, day_people
from whatmatters.rota.queries.day_plans import day_plan
from whatmatters.rota.services import (
    AbilityGiven,
    ShiftGiven,
    make_day_plan,
    say_ability,
    strike_shift,
    tell_people,
    write_shift,
)
from whatmatters.rules.rota.agreed_refusals import NotOfTheTeam
from whatmatters.rules.rota.day_file import Mode
from whatmatters.rules.rota.day_refusals import (
    AbilityNotSaid,
    AtWorkAlready,
    DayNotAllowed,
    NobodyAtWork,
    NothingPlanned,
    ShiftBackwards,
)
from whatmatters.trust.services import guard_address

NEXT = STARTS + timedelta(days=1)


@pytest.fixture
def seen(db: None) -> Visited:
    return a_visited_person()


def about(seen: Visited) -> dict[str, object]:
    return {"by": seen.case.manager, "at": moment(STARTS), "on": STARTS}


def works(seen: Visited, name: str, starts: int = 420, ends: int = 840, **can: bool) -> int:
    """Somebody with a bicycle, at work on the next day."""
    worker = seen.workers[name]
    able = AbilityGiven(seen.team_id, worker, Mode.CYCLE, **can)
    say_ability(**about(seen), given=able)
    shift = ShiftGiven(seen.team_id, worker, NEXT, starts, ends)
    return write_shift(**about(seen), given=shift)


def planned(seen: Visited):
    """The next day, planned: (what, who and when, whether nobody can, what was told)."""
    make_day_plan(**about(seen), team_id=seen.team_id, day=NEXT)
    made = day_plan(seen.case.council_id, seen.team_id, NEXT)
    assert made is not None
    return {visit.what: visit for visit in made.visits}


def test_a_day_is_planned_told_and_kept_to(seen: Visited) -> None:
    """Siân speaks Welsh and helps with medicines; Mo does neither, and is the one she chose."""
    agree(seen, write(seen, UP, PILLS, chosen=(seen.workers["Mo"],)))
    works(seen, "Siân", medicines=True)
    mo = works(seen, "Mo")
    first = planned(seen)
    assert [stop.worker for stop in first["Getting up"].stops] == ["Mo"]
    assert [stop.worker for stop in first["Tablets"].stops] == ["Siân"]
    assert 450 <= first["Getting up"].stops[0].start <= 510
    assert first["Getting up"].told is None, "what is planned is not told"
    assert tell_people(**about(seen), team_id=seen.team_id, day=NEXT) == 2
    assert tell_people(**about(seen), team_id=seen.team_id, day=NEXT) == 0
    ids = [seen.case.council_id, seen.herself.id, NEXT]
    told = first["Getting up"].stops[0].start
    assert own_day(*ids).visits[0].told == (told, "Mo")
    strike_shift(**about(seen), shift_id=mo)
    struck = day_plan(seen.case.council_id, seen.team_id, NEXT)
    assert {visit.what: visit.stops for visit in struck.visits}["Getting up"] == ()
    again = planned(seen)["Getting up"]
    assert [stop.worker for stop in again.stops] == ["Siân"]
    assert abs(again.stops[0].start - told) <= 15
    assert again.told is not None
    assert (again.told.start, again.told.worker_id) == (told, seen.workers["Mo"])
    assert own_day(*ids).visits[0].told == (told, "Mo"), "she is told anew by somebody, not so"


def test_what_nobody_at_work_can_do_is_said_and_the_rest_is_planned(seen: Visited) -> None:
    agree(seen, write(seen, UP, PILLS, never=(seen.workers["Dai"],)))
    works(seen, "Mo")
    works(seen, "Dai", medicines=True)
    made = planned(seen)
    assert (made["Tablets"].stops, made["Tablets"].nobody_can) == ((), True)
    assert [stop.worker for stop in made["Getting up"].stops] == ["Mo"]


def test_a_hidden_address_is_no_point_of_the_day(seen: Visited) -> None:
    agree(seen, write(seen, UP))
    (shown,) = day_people(seen.case.manager, seen.team_id, NEXT)
    assert shown.at == (53.14, -4.27)
    assert base_of((shown,)) == (53.14, -4.27)
    guard_address(
        by=seen.case.social_worker,
        at=moment(STARTS),
        on=STARTS,
        person_id=seen.herself.id,
        hidden=True,
        address="1 Stryd Fawr",
        reason="She fled",
    )
    (hidden,) = day_people(seen.case.manager, seen.team_id, NEXT)
    assert hidden == replace(shown, at=None)
    assert base_of((hidden,)) == (0.0, 0.0)


def test_only_the_team_plans_its_day_and_with_somebody_at_work(seen: Visited) -> None:
    case = seen.case
    about_it = {"at": moment(STARTS), "on": STARTS, "team_id": seen.team_id, "day": NEXT}
    for by in (case.social_worker, case.commissioner, case.team_member, seen.herself.actor):
        with pytest.raises(DayNotAllowed):
            make_day_plan(by=by, **about_it)
        with pytest.raises(DayNotAllowed):
            tell_people(by=by, **about_it)
    with pytest.raises(NobodyAtWork):
        make_day_plan(by=case.manager, **about_it)
    with pytest.raises(NothingPlanned):
        tell_people(by=case.manager, **about_it)


def test_a_shift_is_of_the_team_once_at_a_time_and_of_somebody_known(seen: Visited) -> None:
    mo, team = seen.workers["Mo"], seen.team_id
    with pytest.raises(AbilityNotSaid):
        write_shift(**about(seen), given=ShiftGiven(team, mo, NEXT, 420, 840))
    works(seen, "Mo")
    for starts, ends in ((480, 420), (420, 420), (0, 1_300)):
        with pytest.raises(ShiftBackwards):
            write_shift(**about(seen), given=ShiftGiven(team, mo, NEXT, starts, ends))
    with pytest.raises(AtWorkAlready):
        write_shift(**about(seen), given=ShiftGiven(team, mo, NEXT, 800, 900))
    write_shift(**about(seen), given=ShiftGiven(team, mo, NEXT, 840, 900))
    with pytest.raises(NotOfTheTeam):
        write_shift(**about(seen), given=ShiftGiven(team, 987_654, NEXT, 420, 840))
