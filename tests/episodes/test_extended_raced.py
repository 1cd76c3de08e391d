"""Several who make one episode longer at the same moment: it is a week longer, and no more."""

import multiprocessing
from functools import partial

import pytest
from django.db import connection

from tests.fixtures.case import Case, a_case, a_person, moment
from tests.fixtures.racing import race
from tests.fixtures.short import CLOCK, an_episode
from whatmatters.episodes.models import Extension
from whatmatters.episodes.services import extend_episode

RACERS = 3


@pytest.fixture
def case(own_database) -> Case:
    return a_case()


def _extend(case: Case, episode: int) -> str:
    extend_episode(
        by=case.social_worker,
        at=moment(CLOCK),
        episode_id=episode,
        on=CLOCK,
        why="The rail is late",
    )
    return "longer"


def _extend_once_all_have_looked(case: Case, episode: int, meeting) -> str:
    """Asks for no lock, and waits before it writes until every other has looked."""

    def wait(execute, sql, params, many, context):
        if sql.startswith('INSERT INTO "episodes_extension"'):
            meeting.wait(timeout=60)
        unheld = sql.replace(' FOR UPDATE OF "episodes_episode"', "")
        return execute(unheld, params, many, context)

    with connection.execute_wrapper(wait):
        return _extend(case, episode)


def test_of_three_who_make_it_longer_one_does(case: Case) -> None:
    episode = an_episode(case, a_person(case))
    told = race([partial(_extend, case, episode)] * RACERS)
    assert sorted(told) == [("done", "longer")] + [("refused", "second_extension")] * (RACERS - 1)
    assert Extension.objects.count() == 1


@pytest.mark.postgres_only
@pytest.mark.campaign
@pytest.mark.parametrize("kept", [True, False])
def test_without_its_lock_the_key_still_decides_and_without_both_it_is_three_times_longer(
    case: Case, owner_connection, kept: bool
) -> None:
    """Control arm. (SQLite admits one writer at a time, so there neither is what decides.)"""
    episode = an_episode(case, a_person(case))
    if not kept:
        with owner_connection.cursor() as cursor:
            cursor.execute("ALTER TABLE episodes_extension DROP CONSTRAINT episode_extended_once")
    meeting = multiprocessing.get_context("fork").Barrier(RACERS)
    told = sorted(race([partial(_extend_once_all_have_looked, case, episode, meeting)] * RACERS))
    if kept:
        assert told == [("done", "longer")] + [("refused", "second_extension")] * (RACERS - 1)
    else:
        assert told == [("done", "longer")] * RACERS
    assert Extension.objects.count() == (1 if kept else RACERS)
