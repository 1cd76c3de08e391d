"""Signing in a browser with a password, in one language."""

from datetime import date
from typing import Any

from tests.fixtures.case import moment
from whatmatters.access.models import User
from whatmatters.access.queries import Actor
from whatmatters.access.services import remember_language, set_password

PASSWORD = "y môr o’r fainc uchaf"
BUTTONS = {"en-gb": "Sign in", "cy": "Mewngofnodi"}


def signed_in(
    browser_page: Any,
    site: str,
    system: Actor,
    actor: Actor,
    on: date,
    language: str = "en-gb",
    width: int = 1280,
) -> Any:
    """A page of a browser in which somebody has signed in."""
    set_password(by=system, at=moment(on), user_id=actor.user_id, password=PASSWORD)
    remember_language(user_id=actor.user_id, language=language)
    page = browser_page(language, width)
    page.goto(f"{site}/sign-in/")
    page.locator("#id_login").fill(User.objects.get(pk=actor.user_id).username)
    page.locator("#id_password").fill(PASSWORD)
    page.locator("main").get_by_role("button", name=BUTTONS[language], exact=True).click()
    page.wait_for_url(lambda url: "/sign-in/" not in url)
    return page
