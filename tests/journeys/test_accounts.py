"""Accounts in a browser: the pages before sign-in, and a lost account that two give back."""

from collections.abc import Iterator

import pytest
from django.urls import reverse

from tests.fixtures.accounts import AT, Offices, offices, user_of
from tests.fixtures.case import STARTS
from tests.fixtures.databases import Database
from tests.journeys.looking import assert_accessible, press, shot
from tests.journeys.server import serving
from tests.journeys.signing_in import signed_in
from whatmatters.access.services import (
    ask_recovery,
    mark_installation,
)
from whatmatters.rules.accounts import RecoveryKind
from whatmatters.rules.roles import InstallationKind

pytestmark = pytest.mark.browser

SEEN = (("en-gb", 1280), ("cy", 320))
PROVIDER = {
    "SERVER": "https://id.example",
    "CLIENT_ID": "wm",
    "CLIENT_SECRET": "none",
    "COUNCIL": "W06000002",
    "NAME_EN": "Gwynedd Council",
    "NAME_CY": "Cyngor Gwynedd",
}


@pytest.fixture
def office(own_database: Database) -> Offices:
    """Two administrators each, and two lost accounts that wait for a word."""
    mark_installation(kind=InstallationKind.DEMO, at=AT, as_of=STARTS)
    made = offices()
    for whom in (made.case.social_worker, made.case.finance):
        kind = RecoveryKind.SECOND_STEP
        ask_recovery(by=made.council_two, at=AT, user_id=whom.user_id, kind=kind)
    return made


@pytest.fixture
def site(own_database: Database) -> Iterator[str]:
    """The site with a body's own identity provider beside the password."""
    told = {f"WHATMATTERS_OIDC_{key}": value for key, value in PROVIDER.items()}
    with serving({**own_database.env, **told}) as address:
        yield address


def test_pages_before_sign_in_are_accessible(office: Offices, site: str, browser_page) -> None:
    for language, width in SEEN:
        page = browser_page(language, width)
        page.goto(f"{site}/sign-in/")
        names = {"en-gb": "Gwynedd Council", "cy": "Cyngor Gwynedd"}
        assert page.get_by_role("button", name=names[language]).is_visible()
        assert_accessible(page)
        shot(page, f"accounts-sign-in-{language}-{width}")
        page.goto(f"{site}/sign-in/with-codes/")
        assert_accessible(page)
        shot(page, f"accounts-codes-{language}-{width}")
        page.locator("main form[method=post] button[type=submit]").first.click()
        page.locator(".govuk-error-summary").wait_for()
        assert_accessible(page)
        shot(page, f"accounts-codes-errors-{language}-{width}")
        page.goto(f"{site}/sign-in/outside/organisation/login/callback/?error=access_denied")
        assert_accessible(page)
        shot(page, f"accounts-outside-refused-{language}-{width}")


def test_two_give_an_account_back(office: Offices, site: str, browser_page) -> None:
    nia = office.case.social_worker
    asker = signed_in(browser_page, site, office.case.system, office.council, STARTS)
    asker.goto(site + reverse("user_recover", args=[nia.user_id]))
    asker.locator("input[value=password]").check()
    press(asker, "Ask, and show me my half")
    first = asker.locator(".wm-secret").inner_text()
    assert_accessible(asker)
    shot(asker, "accounts-half-first-en-gb-1280")
    other = signed_in(browser_page, site, office.case.system, office.council_two, STARTS, "cy", 320)
    other.goto(site + reverse("recovery_list"))
    other.get_by_role("link", name="Nia Parry").click()
    other.locator("input[value=yes]").check()
    other.locator("main form[method=post] button[type=submit]").first.click()
    second = other.locator(".wm-secret").inner_text()
    assert_accessible(other)
    shot(other, "accounts-half-second-cy-320")
    hers = browser_page("en-gb", 320)
    hers.goto(f"{site}/sign-in/with-codes/")
    fresh = "heather on the hill"
    told = {"login": user_of(nia).username, "first": first, "second": second}
    for name, words in (told | {"password1": fresh, "password2": fresh}).items():
        hers.locator(f"#id_{name}").fill(words)
    press(hers, "Set my password")
    hers.locator("#id_login").fill(user_of(nia).username)
    hers.locator("#id_password").fill(fresh)
    hers.locator("main").get_by_role("button", name="Sign in", exact=True).click()
    hers.wait_for_url(lambda url: "/sign-in/" not in url)
    assert hers.get_by_text("Dai Pugh confirmed it. If you did not ask").is_visible()
    assert_accessible(hers)
    shot(hers, "accounts-notice-en-gb-320")
