"""Several who write overlapping shifts of one worker at the same moment: one of them is kept."""

import multiprocessing
from functools import partial

import pytest
from django.db import connection

from tests.fixtures.case import moment
from tests.fixtures.racing import race
from tests.fixtures.visited import STARTS, Visited, a_visited_person
from whatmatters.rota.models import Shift
from whatmatters.rota.services import AbilityGiven, ShiftGiven, say_ability, write_shift
from whatmatters.rules.rota.day_file import Mode

RACERS = 3
REFUSED = [("refused", "at_work_already")] * (RACERS - 1)


@pytest.fixture
def seen(own_database) -> Visited:
    found = a_visited_person()
    able = AbilityGiven(found.team_id, found.workers["Mo"], Mode.WALK)
    say_ability(by=found.case.manager, at=moment(STARTS), on=STARTS, given=able)
    return found


def _write(seen: Visited, n: int) -> str:
    """From 7, 8 or 9 o'clock until 14."""
    given = ShiftGiven(seen.team_id, seen.workers["Mo"], STARTS, 420 + 60 * n, 840)
    write_shift(by=seen.case.manager, at=moment(STARTS), on=STARTS, given=given)
    return "at work"


def _write_once_all_have_looked(seen: Visited, n: int, meeting) -> str:
    """Asks for no lock, and waits before it writes until every other has looked."""

    def wait(execute, sql, params, many, context):
        if sql.startswith("SELECT pg_advisory_xact_lock") and params[0] == 30:
            return None
        if sql.startswith('INSERT INTO "rota_shift"'):
            meeting.wait(timeout=60)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(wait):
        return _write(seen, n)


def test_of_three_who_write_her_down_at_one_time_one_does(seen: Visited) -> None:
    told = race([partial(_write, seen, n) for n in range(RACERS)])
    assert sorted(told) == [("done", "at work"), *REFUSED]
    assert Shift.objects.count() == 1


@pytest.mark.postgres_only
@pytest.mark.campaign
def test_without_the_lock_she_is_at_work_three_times_at_once(seen: Visited) -> None:
    """Control arm. (SQLite admits one writer at a time, so there the lock is not what decides.)"""
    meeting = multiprocessing.get_context("fork").Barrier(RACERS)
    told = race([partial(_write_once_all_have_looked, seen, n, meeting) for n in range(RACERS)])
    assert told == [("done", "at work")] * RACERS
    assert Shift.objects.count() == RACERS
