"""Finding somebody by name in either language, and noticing that somebody may be here already."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.fixtures.case import STARTS, a_case, a_person, moment
from tests.fixtures.databases import is_postgresql
from whatmatters.people.models import NameKey, Person
from whatmatters.people.queries import possible_duplicates, search_people
from whatmatters.people.services import PersonCorrected, correct_people

pytestmark = pytest.mark.django_db

BORN = date(1944, 2, 29)


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("sian", "Siân O'Neill"),
        ("Siân", "Sian O’Neill"),
        ("oneill sian", "Siân O'Neill"),
        ("O'Ne", "Siân O'Neill"),
        ("Fair", "Mair Rees"),  # i Fair: soft
        ("Wyn", "Gwyn Parry"),  # a soft mutation takes the g away
        ("Lŷr", "Llŷr Owen"),
        ("Gatrin", "Catrin Rhys"),
        ("Ddafydd", "Dafydd Huws"),
        ("Deleri", "Teleri Wyn"),
        ("Mhenri", "Penri Jones"),  # nasal
        ("Nhomos", "Tomos Llwyd"),
        ("Ngharys", "Carys Puw"),
        ("Phegi", "Pegi Roberts"),  # aspirate
        ("Chadi", "Cadi Morgan"),
        ("Thudur", "Tudur Aled"),
        ("Mair", "Ann ferch Fair"),  # and the other way: her name holds the mutation
        ("Ffion", "Fion Price"),
        ("Philips", "Glenys Phillips"),
        ("Gwyn Llyr", "Gwyn ap Llŷr"),
        ("Gwyn ab Llyr", "Gwyn ap Llŷr"),
        ("ferch Fair ann", "Ann Mair"),
        ("llŷr, gwyn", "Gwyn ap Llŷr"),
        ("LLYR", "Llŷr Owen"),
    ],
)
def test_spelling_is_forgiven_in_both_languages(asked: str, name: str) -> None:
    case = a_case()
    somebody = a_person(case, name)
    a_person(case, "Zoe Kowalska")
    assert [p.id for p in search_people(case.council_id, asked)] == [somebody.id]


@pytest.mark.parametrize("asked", ["NEILL-SIAN", "Sionyn", "an O", "   ", "Siân Rees"])
def test_another_name_is_not_found(asked: str) -> None:
    case = a_case()
    a_person(case, "Siân O'Neill")
    assert search_people(case.council_id, asked) == ()


def test_a_name_put_right_is_found_by_what_it_is_now() -> None:
    case = a_case()
    somebody = a_person(case, "Sharon Rees")
    now = PersonCorrected(somebody.id, full_name="Siân Rees", known_as="Siân")
    correct_people(by=case.social_worker, at=moment(STARTS), people=[now])
    assert [p.id for p in search_people(case.council_id, "sian")] == [somebody.id]
    assert search_people(case.council_id, "sharon") == ()


def test_names_of_other_alphabets_are_found_as_they_are() -> None:
    case = a_case()
    somebody = a_person(case, "Олена Шевченко")
    assert [p.id for p in search_people(case.council_id, "шев")] == [somebody.id]


def test_only_within_who_may_be_seen_and_before_any_limit() -> None:
    case, other = a_case(), a_case("E06000054", "england")
    people = [a_person(case, f"Mair Rees {n}") for n in range(4)]
    a_person(other, "Mair Rees")
    mine = Person.objects.filter(pk=people[3].id).values_list("pk", flat=True)
    found = search_people(case.council_id, "mair", limit=2, among=mine)
    assert [p.id for p in found] == [people[3].id]
    assert len(search_people(case.council_id, "mair", limit=9)) == 4


def test_a_search_is_one_query_and_takes_the_index() -> None:
    case = a_case()
    for n in range(30):
        a_person(case, f"Mair Rees {n}")
    with CaptureQueriesContext(
        connection,
    ) as asked:
        search_people(case.council_id, "fair rees 7")
    assert len(asked) == 1
    keys = NameKey.objects.of(case.council_id)
    begins = keys.filter(key__startswith="mair", key__gte="mair", key__lte="mair".ljust(40, "z"))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
    way = begins.values("person_id").explain()
    # Behind its wall PostgreSQL compares texts only with rows that it knows to be the council's,
    # since its comparison is not leakproof: the index leads to the council's keys alone.
    wanted = "Index Cond: (council_id = " if is_postgresql() else "name_key_by_council"
    assert wanted in way


@pytest.mark.parametrize(
    ("name", "born"),
    [
        ("Sian Reece", BORN),
        ("Siân Rees", date(1944, 2, 28)),  # every word, another day of that year
        ("Rees, Sian", BORN),
        ("Jane Rees", BORN),  # the name's English form
        ("Siân Prys", BORN),
    ],
)
def test_somebody_who_may_be_here_already_is_noticed(name: str, born: date) -> None:
    case = a_case()
    somebody = a_person(case, "Siân Rees")
    a_person(case, "Beth Morgan", born=date(1950, 1, 1))
    found = possible_duplicates(case.council_id, name, born)
    assert [p.id for p in found] == [somebody.id]


@pytest.mark.parametrize(
    "slip", [date(1943, 12, 2), date(1943, 2, 21), date(1934, 2, 12), date(1943, 2, 12)]
)
def test_a_slip_in_the_day_of_birth_hides_nobody(slip: date) -> None:
    case = a_case()
    somebody = a_person(case, "Ifan Hughes", born=date(1943, 2, 12))
    found = possible_duplicates(case.council_id, "Evan Huws", slip)
    assert [p.id for p in found] == [somebody.id]


@pytest.mark.parametrize(
    ("name", "born"),
    [
        ("Siân Morgan", date(1944, 3, 1)),  # one word, another day
        ("Beth Morgan", BORN),  # the day alone
        ("Siân Rees", date(1951, 7, 4)),  # the name alone
    ],
)
def test_somebody_else_is_not_taken_for_her(name: str, born: date) -> None:
    case = a_case()
    a_person(case, "Siân Rees")
    assert possible_duplicates(case.council_id, name, born) == ()


def test_the_likeliest_comes_first_and_few_are_shown() -> None:
    case = a_case()
    for n in range(8):
        a_person(case, f"Siân Lloyd {n}")
    same = a_person(case, "Siân Rees")
    found = possible_duplicates(case.council_id, "Sian Rees", BORN)
    assert found[0].id == same.id
    assert len(found) == 6
