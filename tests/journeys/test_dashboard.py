"""First pages, the dashboard and About the data in a browser: accessible empty and filled."""

import pytest
from django.urls import reverse

from tests.fixtures.case import STARTS, Case, a_case, an_actor, moment
from tests.fixtures.databases import Database
from tests.fixtures.paid import TODAY, Paid, a_paid_case
from tests.journeys.looking import assert_accessible, shot
from tests.journeys.signing_in import signed_in
from whatmatters.access.services import mark_installation
from whatmatters.rules.roles import InstallationKind, Role

pytestmark = pytest.mark.browser

SEEN = (("en-gb", 1280), ("cy", 390))


@pytest.fixture
def paid(own_database: Database) -> Paid:
    """A life lived so far."""
    return a_paid_case()


@pytest.fixture
def empty(own_database: Database) -> Case:
    """A council on its first day."""
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    return a_case()


def test_first_pages_and_figures(paid: Paid, site: str, browser_page) -> None:
    case = paid.case
    readers = {
        "person": paid.herself.actor,
        "social-worker": case.social_worker,
        "manager": case.manager,
        "finance": case.finance_two,
        "commissioner": case.commissioner,
    }
    for language, width in SEEN:
        for name, actor in readers.items():
            page = signed_in(browser_page, site, case.system, actor, TODAY, language, width)
            shot(page, f"home-{name}-{language}-{width}")
            assert_accessible(page)


def test_with_nothing_there(empty: Case, site: str, browser_page) -> None:
    scrutiny = an_actor(empty.system, Role.SCRUTINY, empty.council_organisation_id, "scrutiny")
    for actor in (empty.social_worker, empty.manager, empty.finance, scrutiny):
        page = signed_in(browser_page, site, empty.system, actor, STARTS, "cy", 390)
        assert_accessible(page)
    page = signed_in(browser_page, site, empty.system, empty.commissioner, STARTS)
    page.goto(site + reverse("dashboard"))
    assert page.get_by_text("Too few to tell").first.is_visible()
    assert_accessible(page)
    shot(page, "dashboard-empty-en-gb-1280")


def test_about_the_data_is_open_to_everybody(empty: Case, site: str, browser_page) -> None:
    for language, width in (*SEEN, ("en-gb", 320)):
        page = browser_page(language, width)
        page.goto(site + reverse("about_data"))
        assert_accessible(page)
        shot(page, f"about-{language}-{width}")
