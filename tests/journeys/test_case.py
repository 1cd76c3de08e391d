"""A review in a browser: what he answers, what is found, and how it is concluded."""

import pytest
from django.urls import reverse

from tests.fixtures.case import STARTS, moment
from tests.fixtures.case_pages import Shown, a_case_to_look_at, everybody_answers
from tests.fixtures.databases import Database
from tests.journeys.looking import assert_accessible, shot
from whatmatters.access.models import User
from whatmatters.access.queries import Actor
from whatmatters.access.services import remember_language, set_password
from whatmatters.rules.outcomes import Party

pytestmark = [pytest.mark.browser, pytest.mark.both]

PASSWORD = "y môr o’r fainc uchaf"
SIGN_IN = {"en-gb": "Sign in", "cy": "Mewngofnodi"}


@pytest.fixture
def shown(own_database: Database) -> Shown:
    """The case, in a database that the site serves."""
    return a_case_to_look_at()


def signed_in(browser_page, site: str, shown: Shown, actor: Actor, language="en-gb", width=1280):
    """A page of a browser in which somebody has signed in."""
    by, at = shown.case.system, moment(STARTS)
    set_password(by=by, at=at, user_id=actor.user_id, password=PASSWORD)
    remember_language(user_id=actor.user_id, language=language)
    page = browser_page(language, width)
    page.goto(f"{site}/sign-in/")
    page.locator("#id_login").fill(User.objects.get(pk=actor.user_id).username)
    page.locator("#id_password").fill(PASSWORD)
    page.locator("main").get_by_role("button", name=SIGN_IN[language]).click()
    page.wait_for_url(lambda url: "/sign-in/" not in url)
    return page


def look(page, address: str, name: str) -> None:
    """Open a page, have axe look at it, and keep a picture."""
    page.goto(address)
    assert "/sign-in/" not in page.url
    shot(page, name)
    assert_accessible(page)


def test_findings_are_made_and_the_review_concluded(shown: Shown, site: str, browser_page) -> None:
    everybody_answers(shown, *Party)
    page = signed_in(browser_page, site, shown, shown.case.social_worker)
    look(page, site + reverse("record", args=[shown.ifan.id]), "case-record-open-en-gb-1280")
    page.get_by_role("link", name="Record the findings").or_(
        page.get_by_role("button", name="Record the findings")
    ).click()
    page.get_by_role("button", name="Record the findings").click()
    assert page.title().startswith("Error: ")
    assert_accessible(page)
    shot(page, "case-find-errors-en-gb-1280")
    for box in page.get_by_label("Something nobody could help").all():
        box.check()
    page.get_by_role("button", name="Record the findings").click()
    assert_accessible(page)
    shot(page, "case-conclude-en-gb-1280")
    page.get_by_role("button", name="Conclude the review").click()
    page.get_by_text("The review is concluded.").wait_for()
    assert_accessible(page)
    shot(page, "case-record-concluded-en-gb-1280")


def test_ifan_answers_his_plan_and_says_how_it_went(shown: Shown, site: str, browser_page) -> None:
    page = signed_in(browser_page, site, shown, shown.ifan.actor, "cy", 390)
    look(page, site + reverse("record", args=[shown.ifan.id]), "case-own-record-cy-390")
    page.goto(site + reverse("plan_answer", args=[shown.proposed_id]))
    page.get_by_label("Rwy’n gofyn am newid").check()
    page.get_by_role("button", name="Anfon fy ateb").click()
    assert page.title().startswith("Gwall: ")
    assert_accessible(page)
    shot(page, "case-answer-errors-cy-390")
    page.get_by_label("Rwy’n cytuno i’r cynllun hwn").check()
    page.get_by_role("button", name="Anfon fy ateb").click()
    page.get_by_text("Mae eich ateb wedi’i gofnodi.").wait_for()
    assert_accessible(page)
    shot(page, "case-answered-cy-390")
    page.goto(site + reverse("judgement_answer", args=[shown.judgement_id]))
    page.get_by_role("button", name="Anfon fy atebion").click()
    assert page.title().startswith("Gwall: ")
    assert_accessible(page)
    shot(page, "case-judge-errors-cy-390")
    for box in page.get_by_label("Do, wedi’i gyflawni").all():
        box.check()
    page.get_by_role("button", name="Anfon fy atebion").click()
    assert_accessible(page)
    shot(page, "case-satisfaction-cy-390")
    page.get_by_label("Bodlon", exact=True).check()
    page.get_by_role("button", name="Anfon fy ateb").click()
    page.get_by_text("Diolch.").wait_for()
    assert page.get_by_text("Bodlon", exact=True).count() == 0
    page = signed_in(browser_page, site, shown, shown.ifan.actor, "en-gb", 1280)
    look(page, site + reverse("record", args=[shown.ifan.id]), "case-own-record-en-gb-1280")
