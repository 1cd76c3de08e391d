"""First pages with much on them ask the database no more than with little, and little."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.fixtures.case import (
    STARTS,
    Case,
    a_case,
    a_contract,
    a_draft,
    a_person,
    an_actor,
    an_agreed_plan,
    moment,
    propose,
)
from tests.fixtures.case_pages import a_case_to_look_at
from tests.fixtures.paid import TODAY, Paid, a_paid_case, browser_of
from tests.frontend.strict_html import faults
from whatmatters.access.queries import Actor
from whatmatters.access.services import mark_installation
from whatmatters.letters.queries.ways import Postroom
from whatmatters.letters.services import MessageGiven, keep_letters, send_message
from whatmatters.people.services import NewAssignment, assign_workers
from whatmatters.rules.messages import MessageKind
from whatmatters.rules.people import Language
from whatmatters.rules.roles import InstallationKind, Role

MOST = 16


def one_more(case: Case, contract_id: int, number: int) -> Actor:
    """Somebody with a plan to answer, a message and a complaint; herself."""
    who = a_person(case, f"Mair Llŷr {number}")
    draft = a_draft(case, who.id, contract_id)
    propose(case, draft.version_id)
    for kind in (MessageKind.MESSAGE, MessageKind.COMPLAINT):
        given = MessageGiven(who.id, kind, "Ni ddaeth neb.", Language.WELSH, uuid4())
        send_message(by=who.actor, at=moment(TODAY), message=given)
    return who.actor


def asked(actor: Actor) -> list[str]:
    browser = browser_of(actor)
    browser.get(reverse("about_data"))
    with CaptureQueriesContext(connection) as queries:
        assert browser.get(reverse("home")).status_code == 200
    return [one["sql"] for one in queries]


@pytest.fixture
def paid(db: None) -> Paid:
    return a_paid_case()


def test_more_rows_are_no_more_queries(paid: Paid) -> None:
    case = paid.case
    contract_id = a_contract(case)
    broker = an_actor(case.system, Role.BROKER, case.council_organisation_id, "Bet Owen")
    herself = one_more(case, contract_id, 1)
    readers = {
        "person": herself,
        "social worker": case.social_worker,
        "manager": case.manager,
        "broker": broker,
        "finance": case.finance,
        "commissioner": case.commissioner,
    }
    keep_letters(by=case.system, at=moment(TODAY), on=TODAY, room=Postroom())
    few = {name: asked(actor) for name, actor in readers.items()}
    for number in range(2, 6):
        one_more(case, contract_id, number)
    keep_letters(by=case.system, at=moment(TODAY), on=TODAY, room=Postroom())
    many = {name: len(asked(actor)) for name, actor in readers.items()}
    assert many == {name: len(told) for name, told in few.items()}
    assert {name: n for name, n in many.items() if n > MOST} == {}


@pytest.mark.parametrize(
    ("language", "title", "council", "provider"),
    [
        ("en-gb", "Who works with me", "Works with you for the council", "Supports you, as agreed"),
        (
            "cy",
            "Pwy sy’n gweithio gyda mi",
            "Yn gweithio gyda chi dros y cyngor",
            "Yn eich cefnogi",
        ),
    ],
)
def test_a_person_sees_who_works_with_her_in_the_language_of_her_page(
    db: None, language: str, title: str, council: str, provider: str
) -> None:
    shown = a_case_to_look_at()
    told = browser_of(shown.ifan.actor, language).get(reverse("home")).content.decode()
    assert faults(told) == []
    circle = told[told.index('id="circle"') : told.index("</section>", told.index('id="circle"'))]
    for words in (title, council, provider, "Gofal Afon"):
        assert words in circle
    assert circle.count("<li>") == 2


def test_who_comes_from_a_provider_is_not_said_to_work_for_the_council(db: None) -> None:
    shown = a_case_to_look_at()
    case = shown.case
    cadi = an_actor(case.system, Role.TEAM_MEMBER, case.manager.organisation_id, "Cadi Puw")
    at = moment(TODAY)
    who = NewAssignment(shown.ifan.id, cadi.user_id, STARTS)
    assign_workers(by=case.system, at=at, assignments=[who])
    told = browser_of(shown.ifan.actor, "en-gb").get(reverse("home")).content.decode()
    circle = told[told.index('id="circle"') : told.index("</section>", told.index('id="circle"'))]
    of_cadi = circle[circle.index("Cadi Puw") :][:300]
    assert "Works with you for Gofal Afon" in of_cadi
    assert circle.count("Works with you for the council") == 1


def test_who_has_no_list_of_people_finds_all_of_theirs_and_who_has_one_is_led_to_it(
    db: None,
) -> None:
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    case = a_case()
    contract_id = a_contract(case)
    theirs = [a_person(case, f"Mair {number:02}") for number in range(14)]
    for one in theirs:
        an_agreed_plan(case, one, contract_id)
    for role, there, led in ((Role.CARE_WORKER, 14, False), (Role.TEAM_MEMBER, 12, True)):
        cadi = an_actor(case.system, role, case.provider_id, "Cadi Puw")
        given = [NewAssignment(one.id, cadi.user_id, STARTS) for one in theirs]
        assign_workers(by=case.system, at=moment(STARTS), assignments=given)
        told = browser_of(cadi, "en-gb").get(reverse("home")).content.decode()
        assert sum(f'href="{reverse("record", args=[one.id])}"' in told for one in theirs) == there
        assert ("All my people" in told) is led
