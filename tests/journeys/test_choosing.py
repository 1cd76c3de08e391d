"""After the advice she chooses her route; a provider takes a request on, or says why it cannot."""

import pytest
from django.urls import reverse

from tests.fixtures.case import a_person
from tests.fixtures.case_pages import ENDS, Shown, a_case_to_look_at
from tests.fixtures.databases import Database
from tests.journeys.looking import assert_accessible, press, shot
from tests.journeys.signing_in import signed_in
from tests.journeys.test_verbs import asked_by
from whatmatters.outcomes.queries import paths, route_offers

pytestmark = pytest.mark.browser

ADVICE = "Rhoddais y ddau lwybr ar bapur, a daeth Cai i wrando."


@pytest.fixture
def shown(own_database: Database) -> Shown:
    return a_case_to_look_at()


def test_the_worker_advises_and_she_chooses_her_route(
    shown: Shown, site: str, browser_page
) -> None:
    case, address = shown.case, site + reverse("plan_routes", args=[shown.judged_id])
    worker = signed_in(browser_page, site, case.system, case.social_worker, ENDS)
    worker.goto(address)
    worker.get_by_label("Which advice did you give?").fill(ADVICE)
    press(worker, "Keep the advice and offer both")
    assert worker.get_by_text("The advice is kept, and both routes are offered.").is_visible()
    for language, width in (("en-gb", 1280), ("cy", 320)):
        page = signed_in(browser_page, site, case.system, shown.ifan.actor, ENDS, language, width)
        page.goto(address)
        assert page.get_by_text(ADVICE).is_visible()
        shot(page, f"routes-{language}-{width}")
        assert_accessible(page)
    press(page, "Dewiswch")
    assert page.locator(".govuk-error-summary").is_visible()
    assert_accessible(page)
    page.get_by_label("Taliad uniongyrchol").check()
    press(page, "Dewiswch")
    assert page.get_by_text("Mae eich dewis wedi’i gadw.").is_visible()
    shot(page, "routes-chosen-cy-320")
    (offer,) = route_offers(case.council_id, [shown.ifan.id])
    assert offer.chosen == "direct_payment"
    worker.goto(address)
    assert worker.get_by_text("A direct payment.").is_visible()
    assert_accessible(worker)


@pytest.mark.parametrize(
    ("language", "width", "send", "done", "last"),
    [
        ("en-gb", 1280, "Write it down", "Written down.", "accepted"),
        ("cy", 320, "Ei nodi", "Wedi’i nodi.", "declined"),
    ],
)
def test_the_provider_answers_a_request(
    shown: Shown, site: str, browser_page, language, width, send, done, last
) -> None:
    case, sent = shown.case, a_person(shown.case, "Mair Llŷr")
    referral_id = asked_by(case, sent.id, routed=True)
    page = signed_in(browser_page, site, case.system, case.manager, ENDS, language, width)
    page.goto(site + reverse("referral", args=[referral_id]))
    page.locator(f"input[name=step][value={last}]").check()
    if last == "declined":
        press(page, send)
        assert page.locator(".govuk-error-summary").is_visible()
        assert_accessible(page)
        page.locator("#id_reason").select_option("no_capacity")
    press(page, send)
    assert page.get_by_text(done).is_visible()
    shot(page, f"request-{last}-{language}-{width}")
    assert_accessible(page)
    assert str(paths([referral_id])[referral_id].now) == last
