"""What happens on a day of which the records change meanwhile: versions, shifts, what is told."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import connection

from tests.fixtures.case import STARTS, moment
from tests.fixtures.visited import PILLS, UP, Visited, agree, write
from tests.rota.told_day import a_told_day
from whatmatters.rota.queries.at_work import shifts_on
from whatmatters.rota.queries.day_plans import PlannedVisit, day_plan
from whatmatters.rota.queries.offers import calls_made, offer, plans_of
from whatmatters.rota.queries.to_ring import changed, to_ring
from whatmatters.rota.services import (
    HappenedGiven,
    ShiftGiven,
    answer_offer,
    make_day_plan,
    mark_rung,
    offer_replan,
    strike_shift,
    tell_people,
    write_shift,
)
from whatmatters.rules.rota.day_refusals import OfferTooOld, ReplannedMeanwhile
from whatmatters.rules.rota.live_events import What

NEXT = STARTS + timedelta(days=1)


@pytest.fixture
def seen(db: None) -> Visited:
    return a_told_day()


def about(seen: Visited, later: int = 0) -> dict[str, object]:
    """The manager, some minutes after the day's first moment."""
    at = moment(STARTS) + timedelta(minutes=later)
    return {"by": seen.case.manager, "at": at, "on": STARTS}


def at_work(seen: Visited, name: str, starts: int, ends: int, later: int = 0) -> int:
    given = ShiftGiven(seen.team_id, seen.workers[name], NEXT, starts, ends)
    return write_shift(**about(seen, later), given=given)


def offered(seen: Visited, what: What, minute: int, later: int = 0, **more: object) -> int:
    given = HappenedGiven(seen.team_id, NEXT, what, minute, **more)
    return offer_replan(**about(seen, later), given=given)


def visits(seen: Visited) -> dict[str, PlannedVisit]:
    """The plan in use, by what each visit is for."""
    made = day_plan(seen.case.council_id, seen.team_id, NEXT)
    return {visit.what: visit for visit in made.visits}


def test_what_is_done_by_an_older_version_is_done(seen: Visited) -> None:
    """A newer version is agreed while the day goes on; at 12:20 nobody opens for the tablets."""
    before = visits(seen)
    agree(seen, write(seen, UP, PILLS, over=1, chosen=(seen.workers["Mo"],)))
    door = offered(seen, What.NO_REPLY, 740, visit_id=before["Tablets"].visit_id)
    was, now = plans_of(seen.case.council_id, door)
    (change,) = changed(was, now)
    assert change.after is None
    assert [visit.what for visit in to_ring(was, now)] == ["Tablets"]
    assert offer(seen.case.council_id, door).visit_id == int(change.visit)
    answer_offer(**about(seen), offer_id=door, yes=True)
    after = visits(seen)
    assert after["Getting up"].visit_id != before["Getting up"].visit_id
    assert after["Getting up"].stops == before["Getting up"].stops
    gone = offered(seen, What.GONE, 750, worker_id=seen.workers["Mo"])
    assert changed(*plans_of(seen.case.council_id, gone)) == ()


def test_what_happened_to_a_visit_that_nobody_left_may_make_is_passed_over(seen: Visited) -> None:
    pills = visits(seen)["Tablets"]
    start = pills.stops[0].start
    longer = offered(seen, What.LONG, start, visit_id=pills.visit_id, minutes=10)
    answer_offer(**about(seen), offer_id=longer, yes=True)
    strike_shift(**about(seen), shift_id=shift_of(seen, "Siân"))
    gone = offered(seen, What.GONE, start, worker_id=seen.workers["Mo"])
    assert offer(seen.case.council_id, gone).stands


def shift_of(seen: Visited, name: str) -> int:
    shifts = shifts_on(seen.case.council_id, seen.team_id, NEXT)
    (found,) = [shift.id for shift in shifts if shift.worker == name]
    return found


@contextmanager
def just_before(statement: str, act: Callable[[], object]) -> Iterator[None]:
    """Somebody else's act is through at the moment before the first statement that begins so."""
    done = []

    def look(execute, sql, params, many, context):
        if sql.startswith(statement) and not done:
            done.append(sql)
            act()
        return execute(sql, params, many, context)

    with connection.execute_wrapper(look):
        yield
    assert done, "nothing came between"


def test_a_plan_that_is_searched_while_an_offer_is_accepted_is_searched_anew(seen: Visited) -> None:
    gone = offered(seen, What.GONE, 425, worker_id=seen.workers["Mo"])

    def accept() -> None:
        answer_offer(**about(seen), offer_id=gone, yes=True)

    with just_before("SAVEPOINT", accept):
        make_day_plan(**about(seen), team_id=seen.team_id, day=NEXT)
    assert [stop.worker for stop in visits(seen)["Getting up"].stops] == ["Siân"]


@pytest.mark.postgres_only
def test_an_offer_is_read_behind_whoever_plans_the_day(seen: Visited) -> None:
    """(SQLite admits one writer at a time.)"""
    gone = offered(seen, What.GONE, 425, worker_id=seen.workers["Mo"])

    def plan() -> None:
        make_day_plan(**about(seen), team_id=seen.team_id, day=NEXT)

    with (
        pytest.raises(ReplannedMeanwhile),
        just_before("SELECT pg_advisory_xact_lock", plan),
    ):
        answer_offer(**about(seen), offer_id=gone, yes=True)


def test_who_is_told_since_is_rung_still(seen: Visited) -> None:
    gone = offered(seen, What.GONE, 425, worker_id=seen.workers["Mo"])
    answer_offer(**about(seen, 10), offer_id=gone, yes=True)
    assert tell_people(**about(seen, 20), team_id=seen.team_id, day=NEXT) == 1
    ring = to_ring(*plans_of(seen.case.council_id, gone))
    assert [(visit.what, visit.told.worker_id) for visit in ring] == [
        ("Getting up", seen.workers["Mo"])
    ]
    assert mark_rung(**about(seen, 30), offer_id=gone, visit_ids=[ring[0].visit_id]) == 1
    assert [call.visit_id for call in calls_made(gone)] == [ring[0].visit_id]


def test_a_shift_that_is_written_after_she_was_gone_counts(seen: Visited) -> None:
    """It was not Mo who rang: her shift is struck out, and written down again."""
    gone = offered(seen, What.GONE, 425, worker_id=seen.workers["Mo"])
    answer_offer(**about(seen), offer_id=gone, yes=True)
    strike_shift(**about(seen), shift_id=shift_of(seen, "Mo"))
    at_work(seen, "Mo", 420, 840, later=30)
    make_day_plan(**about(seen, 40), team_id=seen.team_id, day=NEXT)
    assert [stop.worker for stop in visits(seen)["Getting up"].stops] == ["Mo"]
    stays = offered(seen, What.STAYING, 425, later=50, worker_id=seen.workers["Mo"], time=430)
    assert offer(seen.case.council_id, stays).stands


def test_what_was_offered_too_long_ago_is_declined_alone(seen: Visited) -> None:
    given = HappenedGiven(seen.team_id, NEXT, What.GONE, 425, worker_id=seen.workers["Mo"])
    by, at = seen.case.manager, moment(NEXT)
    made = offer_replan(by=by, at=at, on=NEXT, given=given)
    late = {"by": by, "at": at + timedelta(minutes=21), "on": NEXT, "offer_id": made}
    with pytest.raises(OfferTooOld):
        answer_offer(**late, yes=True)
    assert visits(seen)["Getting up"].stops[0].worker == "Mo"
    assert answer_offer(**late, yes=False)
