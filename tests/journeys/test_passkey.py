"""A passkey on `http://localhost`: made, used at sign-in, asked for again, and taken away."""

from datetime import UTC, datetime
from typing import Any

import pytest
from allauth.mfa.models import Authenticator

from tests.fixtures.case import a_case
from tests.fixtures.databases import Database
from tests.journeys.looking import assert_accessible, press, shot
from whatmatters.access.models import User
from whatmatters.access.services import set_password

pytestmark = pytest.mark.browser

AT = datetime(2026, 7, 15, 9, 0, tzinfo=UTC)
PASSWORD = "y môr o’r fainc uchaf"


@pytest.fixture
def nia(own_database: Database) -> str:
    """The user name of a social worker without a second factor, in a live database."""
    case = a_case()
    worker = case.social_worker.user_id
    set_password(by=case.system, at=AT, user_id=worker, password=PASSWORD)
    return User.objects.get(pk=worker).username


def with_reader(page: Any, transport: str = "internal") -> None:
    """The browser gets a fingerprint reader, or a key in its socket, that always says yes (CDP)."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": transport,
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def password_given(page: Any, site: str, name: str) -> None:
    page.goto(f"{site}/sign-in/")
    page.get_by_label("User name").fill(name)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    press(page, "Sign in")


def test_a_passkey_from_first_to_last(nia: str, site: str, browser_page) -> None:
    page = browser_page("en-gb", 320)
    with_reader(page)
    password_given(page, site, nia)
    page.get_by_role("link", name="Use a security key").click()
    assert_accessible(page)
    shot(page, "passkey-add-320")
    page.get_by_label("What to call it").fill("My telephone")
    press(page, "Go on")
    assert page.locator(".wm-codes").is_visible()
    page.goto(f"{site}/people/")
    assert page.url == f"{site}/people/"
    signed_in_with_it(page, site, nia)
    kept_while_it_is_the_last(page, site)
    assert Authenticator.objects.filter(type="webauthn").count() == 1
    taken_away_beside_another(page, site)
    assert [key.wrap().name for key in Authenticator.objects.filter(type="webauthn")] == ["Work"]


def signed_in_with_it(page: Any, site: str, name: str) -> None:
    page.goto(f"{site}/sign-in/out/")
    press(page, "Sign out")
    password_given(page, site, name)
    assert page.url == f"{site}/sign-in/second-factor/authenticate/"
    page.goto(f"{site}/people/")
    assert page.url == f"{site}/sign-in/second-factor/authenticate/"
    assert_accessible(page)
    shot(page, "passkey-use-320")
    press(page, "Use my security key")
    page.goto(f"{site}/people/")
    assert page.url == f"{site}/people/"


def kept_while_it_is_the_last(page: Any, site: str) -> None:
    page.goto(f"{site}/sign-in/second-factor/webauthn/")
    page.get_by_role("link", name="Remove").click()
    page.get_by_role("link", name="Use a security key").click()
    assert_accessible(page)
    shot(page, "passkey-again-320")
    press(page, "Use my security key")
    assert_accessible(page)
    shot(page, "passkey-remove-320")
    press(page, "Remove")
    assert page.get_by_role("alert").get_by_text("your only second step").is_visible()
    assert_accessible(page)
    shot(page, "passkey-remove-refused-320")


def taken_away_beside_another(page: Any, site: str) -> None:
    """A key in the socket as well: then the first may go."""
    with_reader(page, "usb")
    page.goto(f"{site}/sign-in/second-factor/webauthn/add/")
    page.get_by_label("What to call it").fill("Work")
    press(page, "Go on")
    page.goto(f"{site}/sign-in/second-factor/webauthn/")
    page.get_by_role("link", name="Rename My telephone").click()
    assert_accessible(page)
    shot(page, "passkey-rename-320")
    page.goto(f"{site}/sign-in/second-factor/webauthn/")
    page.get_by_role("link", name="Remove My telephone").click()
    press(page, "Remove")
    assert page.get_by_text("My telephone").count() == 0
