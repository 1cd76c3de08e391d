"""Two sendings of one page at the same moment, where the first takes the page itself away."""

import multiprocessing
from uuid import uuid4

from django.db import connection

from tests.fixtures.case import a_case, a_person, moment
from tests.fixtures.case_pages import ENDS
from tests.fixtures.racing import race
from whatmatters.access.services import take_once
from whatmatters.people.models import Assignment
from whatmatters.people.services import end_working

AT = moment(ENDS)
LOOKED = 'FROM "access_takenform"'


def test_who_ends_their_own_work_twice_at_once_is_told_twice_that_it_is_kept(own_database) -> None:
    case = a_case()
    held = Assignment.objects.get(person_id=a_person(case).id)
    by, token = case.social_worker, uuid4()
    both = multiprocessing.get_context("fork").Barrier(2)

    def verb() -> int:
        return end_working(by=by, at=AT, on=ENDS, assignment_id=held.pk, last_day=None)

    def end() -> int:
        seen: list[str] = []

        def wait(execute, sql, params, many, context):
            told = execute(sql, params, many, context)
            if LOOKED in sql and not seen:
                seen.append(sql)
                both.wait(60)
            return told

        with connection.execute_wrapper(wait):
            return take_once(by=by, at=AT, token=token, verb=verb)

    assert race([end, end]) == [("done", held.pk), ("done", held.pk)]
