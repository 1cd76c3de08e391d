"""The list of people, narrowed by its address: what each may ask, and what it never tells."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.fixtures.case import a_new_person, a_person, an_actor, moment
from tests.fixtures.case_pages import ENDS, Shown, a_case_to_look_at
from tests.frontend.strict_html import faults
from tests.trust.test_sharing import client_of
from whatmatters.access.queries import Actor
from whatmatters.outcomes.queries.plan_stands import PlanStand, people_whose_plan
from whatmatters.people.services import register_people
from whatmatters.rules.people import Language
from whatmatters.rules.roles import Role
from whatmatters.trust.services import guard_address

IFAN, NEST = "Ifan Hughes", "Nest Wŷn"


@pytest.fixture
def shown(db: None) -> Shown:
    """Ifan, whose plan is agreed and the next one offered; Nest, who has none."""
    found = a_case_to_look_at()
    a_person(found.case, NEST)
    return found


def many(shown: Shown, number: int) -> None:
    """So many people who speak English, whom nobody works with."""
    case = shown.case
    new = [a_new_person(case, f"Ann Lloyd {n}") for n in range(number)]
    new = [replace(one, language=Language.ENGLISH) for one in new]
    register_people(by=case.social_worker, at=moment(ENDS), people=new)


def read(actor: Actor, query: str = "") -> str:
    answer = client_of(actor).get(reverse("person_list") + query)
    assert answer.status_code == 200
    assert faults(answer.content.decode()) == []
    return answer.content.decode()


def names(page: str) -> list[str]:
    return [name for name in (IFAN, NEST) if f">{name}</a>" in page]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [IFAN, NEST]),
        ("?plan=agreed", [IFAN]),
        ("?plan=waits", [IFAN]),
        ("?plan=sent_back", []),
        ("?plan=past", []),
        ("?plan=none", [NEST]),
        ("?language=cy", [IFAN, NEST]),
        ("?language=en", []),
        ("?plan=none&q=ifan", []),
        ("?plan=agreed&q=ifan", [IFAN]),
    ],
)
def test_each_filter_leaves_those_it_names(shown: Shown, query: str, found: list[str]) -> None:
    for reader in (shown.case.social_worker, shown.case.commissioner):
        assert names(read(reader, query)) == found


def test_a_plan_past_its_last_day_is_found_the_day_after(shown: Shown) -> None:
    council = shown.case.council_id
    last, next_day = ENDS, ENDS + timedelta(days=1)
    for on, found in ((last, 0), (next_day, 1)):
        assert people_whose_plan(council, PlanStand.PAST_ITS_END, on=on).count() == found


def test_pages_keep_what_was_asked_and_count_those_who_are_left(shown: Shown) -> None:
    many(shown, 30)
    reader = shown.case.commissioner
    page = read(reader, "?language=en&plan=none")
    assert "30 people." in page
    assert page.count('<th scope="row">') == 25
    assert 'href="?language=en&amp;plan=none&amp;page=2"' in page
    assert read(reader, "?language=en&plan=none&page=2").count('<th scope="row">') == 5
    assert read(reader, "?language=en&plan=none&page=60").count('<th scope="row">') == 5
    assert "<strong>Language: English</strong>; <strong>Plan: None is agreed" in page
    wrong = read(reader, "?plan=lost&patch=0&language=fr&page=x")
    assert "Choose one of those in the list." in wrong
    assert ("32 people." in wrong, wrong.count('href="#id_')) == (True, 3)


def test_the_database_is_asked_as_often_however_many_there_are(shown: Shown) -> None:
    client = client_of(shown.case.commissioner)
    address = f"{reverse('person_list')}?q=an&language=en&plan=none&patch={shown.case.patch_id}"
    client.get(address)
    told = []
    for number in (2, 20):
        many(shown, number)
        client.get(address)  # Who is named for the first time today is written down.
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        told.append(len(queries))
    assert told[0] == told[1]


def test_who_sees_no_plan_is_not_told_by_a_filter_how_it_stands(shown: Shown) -> None:
    page = read(shown.case.finance, "?plan=none")
    assert 'name="plan"' not in page
    assert names(page) == [IFAN, NEST]


def test_a_provider_asks_about_its_own_plans_and_people(shown: Shown) -> None:
    case = shown.case
    assert names(read(case.manager, "?plan=agreed")) == [IFAN]
    elsewhere = an_actor(case.system, Role.PROVIDER_MANAGER, case.council_organisation_id, "Other")
    assert names(read(elsewhere, "?plan=agreed")) == []


def test_what_is_due_comes_first_among_those_who_are_left(shown: Shown) -> None:
    many(shown, 30)
    page = read(shown.case.social_worker, "?plan=waits")
    assert "A plan waits for your answer" in page
    assert "1 person." in page


def test_a_patch_never_tells_where_somebody_hidden_lives(shown: Shown) -> None:
    query, worker = f"?patch={shown.case.patch_id}", shown.case.social_worker
    assert names(read(worker, query)) == [IFAN, NEST]
    guard_address(
        by=worker,
        at=moment(ENDS),
        on=ENDS,
        person_id=shown.ifan.id,
        hidden=True,
        address="14 Heol y Gwyliwr",
        reason="Somebody looks for him",
    )
    assert names(read(worker, query)) == [NEST]
    assert names(read(worker)) == [IFAN, NEST]
