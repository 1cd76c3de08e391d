"""Who waits, when many do: paged and narrowed by address, never by a hidden address."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.fixtures.case import Case, a_person, an_actor, moment
from tests.fixtures.case_pages import ENDS, Shown, a_case_to_look_at
from tests.frontend.strict_html import faults
from tests.trust.test_sharing import client_of
from whatmatters.outcomes.models import Demand, Referral, ReferralStep
from whatmatters.rules.roles import Role
from whatmatters.trust.services import guard_address

ADDRESS = "people_waiting"


@pytest.fixture
def shown(db: None) -> Shown:
    return a_case_to_look_at()


def many_wait(case: Case, many: int) -> None:
    """So many requests, from one day before the case's last to as many."""
    nest = a_person(case, "Nest Wŷn")
    for days in range(1, many + 1):
        told = {
            "council_id": case.council_id,
            "by_id": case.social_worker.user_id,
            "at": moment(ENDS),
            "on": ENDS - timedelta(days=days),
        }
        said = Demand.objects.create(**told, person_id=nest.id, words="Bath", language="en")
        one = Referral.objects.create(**told, person_id=nest.id, demand=said)
        step = "requested" if days % 2 else "routed"
        ReferralStep.objects.create(**told, referral=one, step=step, owner_id=case.provider_id)


def broker_of(shown: Shown) -> Client:
    case = shown.case
    return client_of(an_actor(case.system, Role.BROKER, case.council_organisation_id, "Bet Owen"))


def read(browser: Client, query: str = "") -> str:
    answer = browser.get(reverse(ADDRESS) + query)
    assert answer.status_code == 200
    assert faults(answer.content.decode()) == []
    return answer.content.decode()


def rows(page: str) -> int:
    return page.count("Nest Wŷn</a>")


def test_the_list_pages_and_keeps_how_many_there_are(shown: Shown) -> None:
    many_wait(shown.case, 30)
    broker = broker_of(shown)
    first = read(broker)
    assert (rows(first), rows(read(broker, "?page=2")), rows(read(broker, "?page=77"))) == (
        25,
        5,
        5,
    )
    assert "30 people asked and have not started." in first
    routed = read(broker, "?now=routed")
    assert (rows(routed), "30 people asked" in routed) == (15, True)
    assert "Nobody who waits is like that." in read(broker, "?now=agreed")
    assert 'href="#id_now"' in read(broker, "?now=yesterday")


def test_the_database_is_asked_as_often_however_many_wait(shown: Shown) -> None:
    many_wait(shown.case, 3)
    broker = broker_of(shown)
    read(broker)
    told = []
    for more in (0, 40):
        many_wait(shown.case, more)
        with CaptureQueriesContext(connection) as queries:
            read(broker)
        told.append(len(queries))
    assert told[0] == told[1]


def test_a_patch_never_tells_where_somebody_hidden_lives(shown: Shown) -> None:
    many_wait(shown.case, 2)
    broker, patch = broker_of(shown), f"?patch={shown.case.patch_id}"
    assert rows(read(broker, patch)) == 2
    hidden = Referral.objects.latest("id").person_id
    guard_address(
        by=shown.case.social_worker,
        at=moment(ENDS),
        on=ENDS,
        person_id=hidden,
        hidden=True,
        address="14 Heol y Gwyliwr",
        reason="Somebody looks for her",
    )
    assert rows(read(broker, patch)) == 0
    assert rows(read(broker)) == 2
