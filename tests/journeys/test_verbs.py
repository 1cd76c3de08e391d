"""What somebody says and lets go, and somebody alike who is asked about, in a browser."""

from datetime import date

import pytest
from django.urls import reverse

from tests.fixtures.case import Case, a_person, an_actor, moment
from tests.fixtures.case_pages import ENDS, Shown, a_case_to_look_at
from tests.fixtures.databases import Database
from tests.fixtures.published import publish
from tests.journeys.looking import arriving, assert_accessible, press, shot
from tests.journeys.signing_in import signed_in
from whatmatters.access.queries import Actor
from whatmatters.outcomes.services import AskedFor, ask_for_support, route_referrals
from whatmatters.rules.people import Language
from whatmatters.rules.roles import Role

pytestmark = [pytest.mark.browser, pytest.mark.both]

SEEN = [("en-gb", 1280), ("cy", 320)]
SENDS = {"en-gb": "Go on", "cy": "Ymlaen"}


@pytest.fixture
def shown(own_database: Database) -> Shown:
    return a_case_to_look_at()


def a_broker(case: Case) -> Actor:
    return an_actor(case.system, Role.BROKER, case.council_organisation_id, "Bet Owen")


def asked_by(case: Case, person_id: int, *, routed: bool) -> int:
    asked = AskedFor(person_id, ENDS, "Help i gael bath", Language.WELSH)
    made = ask_for_support(by=case.social_worker, at=moment(ENDS), asked=asked, owner_id=None)
    if routed:
        route_referrals(by=case.social_worker, at=moment(ENDS), on=ENDS, referral_ids=[made])
    return made


def look(page, address: str, name: str, *, errors: bool) -> None:
    """A page as it opens and, where it has a form, as it comes back with nothing answered."""
    page.goto(address)
    assert "/sign-in/" not in page.url
    shot(page, name)
    assert_accessible(page)
    if errors:
        for box in page.locator("#page-form textarea, #page-form input[type=text]").all():
            box.fill("")
        with arriving(page):
            page.locator("#page-form button").first.click()
        assert page.locator(".govuk-error-summary").count() == 1, page.url
        shot(page, f"{name}-errors")
        assert_accessible(page)


def test_ifan_says_what_matters_and_lets_an_outcome_go(
    shown: Shown, site: str, browser_page
) -> None:
    page = signed_in(browser_page, site, shown.case.system, shown.ifan.actor, ENDS, "cy", 320)
    page.goto(site + reverse("record", args=[shown.ifan.id]))
    page.get_by_role("link", name="Ychwanegu’r hyn rwyf am ei ddweud").click()
    shot(page, "verb-own-conversation-cy-320")
    assert_accessible(page)
    page.get_by_label("Beth allwch chi ei wneud drosoch eich hun?").fill("Dw i’n coginio")
    press(page, "Ymlaen")
    page.get_by_label("Beth sy’n bwysig i chi?").fill("Canu yn y côr efo Nel")
    page.get_by_label("Fy ngeiriau fy hun").check()
    press(page, "Cadw’r geiriau hyn")
    assert page.get_by_text("“Canu yn y côr efo Nel”").is_visible()
    assert_accessible(page)
    shot(page, "verb-own-words-kept-cy-320")
    page.goto(site + reverse("outcome", args=[shown.outcome_ids[0]]))
    page.get_by_role("link", name="Ei ollwng").click()
    assert_accessible(page)
    shot(page, "verb-own-let-go-cy-320")
    press(page, "Ei ollwng")
    assert page.get_by_text("Mae wedi’i ollwng.").is_visible()
    page.goto(site + reverse("outcome_replace", args=[shown.outcome_ids[1]]))
    assert_accessible(page)
    page.goto(site + reverse("request_new", args=[shown.ifan.id]))
    assert_accessible(page)
    shot(page, "verb-own-request-cy-320")


def test_somebody_alike_is_asked_about_in_the_browser(
    shown: Shown, site: str, browser_page
) -> None:
    postcode = publish(shown.case)
    a_person(shown.case, "Nêst Ifan", born=date(1943, 2, 21))
    page = signed_in(browser_page, site, shown.case.system, shown.case.social_worker, ENDS)
    page.goto(site)
    page.get_by_role("button", name="Register a person").or_(
        page.get_by_role("link", name="Register a person")
    ).first.click()
    page.get_by_label("Full name").fill("Nest ferch Ifan")
    for part, value in (("day", "12"), ("month", "2"), ("year", "1943")):
        page.locator(f"#id_born-{part}").fill(value)
    page.get_by_label("Welsh", exact=True).check()
    page.get_by_label("Postcode").fill(postcode)
    press(page, "Go on")
    assert page.get_by_text("Nêst Ifan").is_visible()
    assert_accessible(page)
    shot(page, "verb-which-en-gb-1280")
    press(page, "Go on")
    assert page.title().startswith("Error: ")
    assert_accessible(page)
    page.get_by_label("None of them: this is someone else").check()
    press(page, "Go on")
    assert page.get_by_text("Nest ferch Ifan is registered.").is_visible()
