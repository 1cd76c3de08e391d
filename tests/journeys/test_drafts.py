"""Words that were typed and not sent, in a browser: back, two windows, another language, a session
that ended, with script and without."""

import pytest
from django.urls import reverse

from tests.fixtures.case import STARTS
from tests.fixtures.case_pages import Shown, a_case_to_look_at
from tests.fixtures.databases import Database
from tests.journeys.looking import arriving, assert_accessible, press, shot
from tests.journeys.signing_in import PASSWORD, signed_in
from whatmatters.access.models import Draft, User

pytestmark = pytest.mark.browser

SAID = "Dw i isio mynd i’r capel efo Nel."
KEEPING = "**/begun/"


@pytest.fixture
def shown(own_database: Database) -> Shown:
    return a_case_to_look_at()


def write(page, words: str) -> None:
    """Type into the form, and wait until the page has kept it."""
    with page.expect_response(KEEPING):
        page.locator("#id_words").fill(words)
    page.locator("[data-said]:not(:empty)").wait_for()


def of_ifan(browser_page, site: str, shown: Shown, language: str = "en-gb", width: int = 1280):
    system = shown.case.system
    return signed_in(browser_page, site, system, shown.ifan.actor, STARTS, language, width)


def test_back_and_a_new_window_and_another_language_lose_nothing(
    shown: Shown, site: str, browser_page
) -> None:
    page = of_ifan(browser_page, site, shown)
    address = site + reverse("plan_answer", args=[shown.proposed_id])
    page.goto(site + reverse("drafts"))
    assert_accessible(page)
    shot(page, "drafts-none-en-gb-1280")
    page.goto(address)
    page.get_by_label("I ask for a change").check()
    write(page, SAID)
    assert "?draft=" in page.url
    page.goto(site + reverse("record", args=[shown.ifan.id]))
    page.go_back()
    assert page.locator("#id_words").input_value() == SAID
    assert page.get_by_label("I ask for a change").is_checked()
    assert page.get_by_text("is here again.").is_visible()
    shot(page, "draft-again-en-gb-1280")
    assert_accessible(page)
    press(page, "Cymraeg")
    assert page.locator("html").get_attribute("lang") == "cy"
    assert page.locator("#id_words").input_value() == SAID
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for name, where in (("again", page.url), ("begun", address), ("list", reverse("drafts"))):
            page.goto(where if where.startswith("http") else site + where)
            assert_accessible(page)
            shot(page, f"draft-{name}-cy-{width}")
    page.goto(address)
    assert page.locator("#id_words").input_value() == ""
    page.get_by_role("link", name="Mynd ymlaen â’r hyn a ysgrifennoch ar").click()
    press(page, "Anfon fy ateb")
    assert page.get_by_text("Mae eich ateb wedi’i gofnodi.").is_visible()
    assert [row.typed for row in Draft.objects.all()] == [{}]


def test_two_windows_of_one_form_never_overwrite_each_other(
    shown: Shown, site: str, browser_page
) -> None:
    first = of_ifan(browser_page, site, shown)
    first.goto(site + reverse("plan_answer", args=[shown.proposed_id]))
    write(first, "Cyntaf")
    second = first.context.new_page()
    second.goto(first.url)
    assert second.locator("#id_words").input_value() == "Cyntaf"
    write(second, "Ail")
    write(first, "Cyntaf eto")
    assert first.get_by_text("This form is open in another window as well.").is_visible()
    assert_accessible(first)
    shot(first, "draft-two-windows-en-gb-1280")
    kept = sorted(row.typed["words"][0] for row in Draft.objects.all())
    assert kept == ["Ail", "Cyntaf eto"]


@pytest.mark.parametrize(
    ("language", "asks", "keep", "onward"),
    [
        ("en-gb", "I ask for a change", "Keep it and come back later", "Answer the plan"),
        ("cy", "Rwy’n gofyn am newid", "Ei gadw a dod yn ôl yn nes ymlaen", "Ateb y cynllun"),
    ],
)
def test_without_script_back_and_the_list_both_lead_to_what_was_typed(
    shown: Shown, site: str, browser_page, language: str, asks: str, keep: str, onward: str
) -> None:
    state = of_ifan(browser_page, site, shown, language).context.storage_state()
    page = browser_page(language, 390, script=False)
    page.context.add_cookies(state["cookies"])
    page.goto(site + reverse("plan_answer", args=[shown.proposed_id]))
    page.get_by_label(asks).check()
    page.locator("#id_words").fill(SAID)
    press(page, keep)
    assert page.url.endswith(reverse("drafts"))
    with arriving(page):
        page.go_back()
    assert page.locator("#id_words").input_value() == SAID
    assert page.get_by_label(asks).is_checked()
    with arriving(page):
        page.go_forward()
    with arriving(page):
        page.get_by_role("link", name=onward).first.click()
    assert page.locator("#id_words").input_value() == SAID
    assert page.get_by_label(asks).is_checked()
    assert [row.typed["words"] for row in Draft.objects.all()] == [[SAID]]


@pytest.mark.parametrize("script", [True, False])
def test_after_a_session_has_ended_the_words_are_there(
    shown: Shown, site: str, browser_page, script: bool
) -> None:
    state = of_ifan(browser_page, site, shown).context.storage_state()
    page = browser_page("en-gb", 390, script=script)
    page.context.add_cookies(state["cookies"])
    page.goto(site + reverse("plan_answer", args=[shown.proposed_id]))
    page.get_by_label("I ask for a change").check()
    page.locator("#id_words").fill(SAID)
    page.context.clear_cookies(name="sessionid")
    press(page, "Send my answer")
    assert "/sign-in/" in page.url
    page.locator("#id_login").fill(User.objects.get(pk=shown.ifan.actor.user_id).username)
    page.locator("#id_password").fill(PASSWORD)
    press(page, "Sign in")
    assert page.locator("#id_words").input_value() == SAID
    press(page, "Cymraeg")
    assert page.locator("#id_words").input_value() == SAID
    press(page, "Ei gadw a dod yn ôl yn nes ymlaen")
    assert page.url.endswith(reverse("drafts"))
    page.get_by_role("link", name="Ateb y cynllun").first.click()
    assert page.locator("#id_words").input_value() == SAID
    press(page, "Anfon fy ateb")
    assert page.get_by_text("Mae eich ateb wedi’i gofnodi.").is_visible()
