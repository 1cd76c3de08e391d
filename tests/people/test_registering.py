"""Registering people: every name that somebody has, and nothing of another council."""

from dataclasses import replace
from datetime import date

import pytest

from tests.fixtures.case import STARTS, a_case, a_new_person, a_person, moment
from tests.fixtures.whole import refused
from whatmatters.people.queries import (
    PersonFacts,
    people_of,
    person,
    person_facts,
    search_people,
)
from whatmatters.people.services import BornLater, register_people
from whatmatters.rules.refusals import Absent
from whatmatters.rules.word_refusals import WordsMissing, WordsTooLong

pytestmark = pytest.mark.django_db
AT = moment(STARTS)


@pytest.mark.parametrize(
    "given", ["Siân O'Neill", "Gŵyn ap Llŷr", "n" * 200, "<script>alert('x')</script>"]
)
def test_a_name_is_kept_as_it_is(given):
    case = a_case()
    ids = register_people(by=case.social_worker, at=AT, people=[a_new_person(case, given)])
    found = person(ids[0], council_id=case.council_id)
    assert found is not None
    assert (found.full_name, found.known_as, found.born) == (given, given, date(1944, 2, 29))


def test_many_people_are_registered_in_the_order_given_with_few_queries(
    django_assert_max_num_queries,
):
    case = a_case()
    people = [a_new_person(case, f"Person {n}") for n in range(240)]
    with django_assert_max_num_queries(20):
        ids = register_people(by=case.social_worker, at=AT, people=people)
    facts = person_facts(ids)
    assert [facts[i].full_name for i in ids] == [f"Person {n}" for n in range(240)]


def test_a_name_too_long_or_missing_is_refused_and_nobody_is_registered():
    case = a_case()
    fine = a_new_person(case)
    with refused(WordsTooLong, field="full_name", longest=200):
        wrong = [fine, a_new_person(case, "n" * 201)]
        register_people(by=case.social_worker, at=AT, people=wrong)
    with refused(WordsMissing, field="full_name"):
        register_people(by=case.social_worker, at=AT, people=[fine, a_new_person(case, " ")])


def test_a_birth_that_lies_ahead_is_refused():
    case = a_case()
    with refused(BornLater, born=date(2026, 4, 7)):
        wrong = [a_new_person(case, born=date(2026, 4, 7))]
        register_people(by=case.social_worker, at=AT, people=wrong)


def test_an_area_or_patch_of_another_council_is_absent():
    case, other = a_case(), a_case("E06000054", "england")
    with refused(Absent, what="area", id=other.ward_id):
        wrong = [replace(a_new_person(case), ward_id=other.ward_id)]
        register_people(by=case.social_worker, at=AT, people=wrong)
    with refused(Absent, what="patch", id=other.patch_id):
        wrong = [replace(a_new_person(case), patch_id=other.patch_id)]
        register_people(by=case.social_worker, at=AT, people=wrong)


def test_nothing_that_is_told_of_a_person_holds_a_postcode_or_a_point():
    told = set(PersonFacts.__dataclass_fields__)
    assert not told & {"postcode", "latitude", "longitude"}


def test_people_of_one_council_are_not_people_of_another():
    case, other = a_case(), a_case("E06000054", "england")
    mine, theirs = a_person(case), a_person(other)
    assert [p.id for p in people_of(case.council_id)] == [mine.id]
    assert person(theirs.id, council_id=case.council_id) is None
    assert search_people(case.council_id, "Mair") == (person(mine.id, council_id=case.council_id),)
