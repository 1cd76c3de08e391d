"""Lists on a telephone: each row a card that fits, in both languages; filters with an error."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.fixtures.case import a_person, an_actor, moment
from tests.fixtures.databases import Database
from tests.fixtures.paid import TODAY, Paid, a_paid_case
from tests.journeys.looking import assert_accessible, shot
from tests.journeys.signing_in import signed_in
from whatmatters.outcomes.models import Demand
from whatmatters.outcomes.services import NewReferral, refer
from whatmatters.rules.roles import Role

pytestmark = pytest.mark.browser

FITS = """() => [...document.querySelectorAll('.wm-scroll')].map(
    part => [part.scrollWidth <= part.clientWidth, part.querySelectorAll('tbody tr').length])"""
LISTS = {
    "finance": ("run_list", "remittance_list", "person_list", "letter_list"),
    "broker": ("people_waiting", "person_list"),
}


@pytest.fixture
def paid(own_database: Database) -> Paid:
    """Runs, statements and letters; and two people, one of whom waits for support."""
    found = a_paid_case()
    case = found.case
    told = {"council_id": case.council_id, "by_id": case.social_worker.user_id}
    nest = a_person(case, "Nest Wŷn").id
    asked = Demand.objects.create(
        **told, at=moment(TODAY), on=TODAY, person_id=nest, words="Bath", language="en"
    )
    new = NewReferral(nest, asked.pk, TODAY - timedelta(days=9), case.provider_id)
    refer(by=case.social_worker, at=moment(TODAY), referrals=[new])
    return found


@pytest.mark.parametrize("language", ["en-gb", "cy"])
@pytest.mark.parametrize("who", ["finance", "broker"])
def test_no_list_scrolls_sideways_at_320(
    paid: Paid, site: str, browser_page, who: str, language: str
) -> None:
    case = paid.case
    broker = an_actor(case.system, Role.BROKER, case.council_organisation_id, "Bet Owen")
    actor = case.finance if who == "finance" else broker
    page = signed_in(browser_page, site, case.system, actor, TODAY, language, 320)
    for name in LISTS[who]:
        page.goto(site + reverse(name))
        for fits, rows in page.evaluate(FITS):
            assert (fits, rows > 0) == (True, True), name
        assert_accessible(page)
        shot(page, f"cards-{who}-{name}-{language}-320")
        page.set_viewport_size({"width": 1280, "height": 900})
        assert_accessible(page)
        shot(page, f"cards-{who}-{name}-{language}-1280")
        page.set_viewport_size({"width": 320, "height": 640})


def test_a_filter_with_no_such_answer_is_said_at_its_question(
    paid: Paid, site: str, browser_page
) -> None:
    page = signed_in(browser_page, site, paid.case.system, paid.case.finance, TODAY, width=320)
    page.goto(site + reverse("run_list") + "?year=1066&page=x")
    assert page.title().startswith("Error: ")
    assert_accessible(page)
    page.get_by_role("alert").get_by_role("link").click()
    page.locator("#id_year").wait_for()
    shot(page, "cards-wrong-filter-en-gb-320")
