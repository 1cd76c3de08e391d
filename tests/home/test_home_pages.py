"""First pages: one for every role, in two languages, never an empty table, few queries."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.fixtures.case import STARTS, a_case, a_person, an_actor, moment
from tests.fixtures.paid import Paid, a_paid_case, browser_of
from tests.frontend.strict_html import faults
from whatmatters.access.services import mark_installation
from whatmatters.rules.roles import InstallationKind, Role

MOST_QUERIES = 12
# A provider's manager is also told of what happened today in any of its teams.
MOST_OF_A_MANAGER = 13
# A person's says who comes today as well, and asks how far she feels in control (three of them);
# a coordinator's is the dashboard of a provider.
MOST_OF_A_PERSON = 16
# A commissioner's is the whole dashboard, and above it what waits for a decision.
MOST_OF_A_COMMISSIONER = 14
STAFF = ("social_worker", "commissioner", "finance", "finance_two", "manager", "team_member")
ROLES = (
    Role.BROKER,
    Role.SCRUTINY,
    Role.ADMINISTRATOR,
    Role.CARE_WORKER,
    Role.FAMILY,
    Role.PERSON,
    Role.REGULATOR,
    Role.COORDINATOR,
    Role.HEALTH_COMMISSIONER,
    Role.NURSE,
)


@pytest.fixture
def paid(db: None) -> Paid:
    return a_paid_case()


def page(actor, language: str = "en-gb") -> str:
    """The first page, which must be whole and ask the database little."""
    browser = browser_of(actor, language)
    browser.get(reverse("about_data"))  # The first page of a session writes the session down.
    with CaptureQueriesContext(connection) as asked:
        answer = browser.get(reverse("home"))
    assert answer.status_code == 200
    told = answer.content.decode()
    assert faults(told) == []
    assert "<tbody></tbody>" not in told.replace("\n", "")
    most = MOST_OF_A_COMMISSIONER if Role.COMMISSIONER in actor.roles else MOST_QUERIES
    if Role.PROVIDER_MANAGER in actor.roles:
        most = MOST_OF_A_MANAGER
    if {Role.PERSON, Role.COORDINATOR} & actor.roles:
        most = MOST_OF_A_PERSON
    assert len(asked) <= most, [one["sql"][:90] for one in asked]
    return told


@pytest.mark.parametrize("language", ["en-gb", "cy"])
@pytest.mark.parametrize("who", STAFF)
def test_everybody_at_work_has_a_first_page(paid: Paid, who: str, language: str) -> None:
    page(getattr(paid.case, who), language)


@pytest.mark.parametrize("role", ROLES)
def test_every_other_role_has_one_even_with_nothing_there(db: None, role: Role) -> None:
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    case = a_case()
    actor = an_actor(case.system, role, case.council_organisation_id, f"{role}")
    for language in ("en-gb", "cy"):
        page(actor, language)


def test_the_person_is_greeted_by_the_name_she_chose_and_led_to_her_record(db: None) -> None:
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    case = a_case()
    herself = a_person(case, "Non Prydderch")
    told = page(herself.actor)
    assert reverse("record", args=[herself.id]) in told
    assert "wm-person" in told


def test_finance_is_told_who_must_release(paid: Paid) -> None:
    assert "You proposed it: somebody else releases it" in page(paid.case.finance)
    assert "Release it, or not" in page(paid.case.finance_two)


def test_the_commissioner_sees_what_waits_for_a_decision_above_the_figures(paid: Paid) -> None:
    told = page(paid.case.commissioner)
    decide = told.index(reverse("contest_decide", args=[paid.ids["contest_id"]]))
    assert decide < told.index("Are people’s lives going as they want?")
    assert "13 weeks" in told


@pytest.mark.parametrize(
    ("who", "name", "welsh"),
    [
        ("social_worker", "My people", "Fy mhobl"),
        ("manager", "My people", "Fy mhobl"),
        ("commissioner", "People", "Pobl"),
        ("finance", "People", "Pobl"),
    ],
)
def test_only_those_who_have_people_call_them_theirs(
    paid: Paid, who: str, name: str, welsh: str
) -> None:
    for language, words in (("cy", welsh), ("en-gb", name)):
        browser = browser_of(getattr(paid.case, who), language)
        menu = browser.get(reverse("home")).context["navigation"]
        assert words in [entry.label for entry in menu]
        told = browser.get(reverse("person_list")).content.decode()
        assert f">{words}</h1>" in told


def test_the_broker_sees_nobody_waiting_in_words(db: None) -> None:
    at = STARTS + timedelta(days=1)
    mark_installation(kind=InstallationKind.DEMO, at=moment(at), as_of=at)
    case = a_case()
    broker = an_actor(case.system, Role.BROKER, case.council_organisation_id, "b")
    assert "Nobody waits for support" in page(broker)


@pytest.mark.parametrize(
    "name", ["home", "dashboard", "run_list", "remittance_list", "person_list", "compare_models"]
)
def test_a_page_that_only_filters_warns_of_nothing_that_would_be_lost(
    paid: Paid, name: str
) -> None:
    told = browser_of(paid.case.commissioner).get(reverse(name)).content.decode()
    assert "not sent is lost" not in told
