"""Somebody signs in for the first time: password, second step, recovery codes, in Welsh."""

import re
import time
from datetime import UTC, date, datetime

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from tests.fixtures.databases import Database
from tests.journeys.looking import assert_accessible, press, shot
from whatmatters.access.services import (
    MembershipGiven,
    OrganisationGiven,
    UserGiven,
    add_memberships,
    add_organisations,
    add_users,
    first_actor,
)
from whatmatters.places.models import Council
from whatmatters.rules.roles import OrganisationKind, Role

pytestmark = [pytest.mark.browser, pytest.mark.both]
SECOND_STEPS = (
    "second-factor/",
    "second-factor/reauthenticate/",
    "second-factor/totp/deactivate/",
    "second-factor/webauthn/",
    "second-factor/webauthn/add/",
)

AT = datetime(2026, 7, 15, 9, 0, tzinfo=UTC)
PASSWORD = "y môr o’r fainc uchaf"


@pytest.fixture
def elin(own_database: Database) -> str:
    """A social worker's user name."""
    system = first_actor(Council.objects.create(code="W06000002", nation="wales").pk)
    council = OrganisationGiven(OrganisationKind.COUNCIL, "Gwynedd Council", "Cyngor Gwynedd")
    [organisation] = add_organisations(by=system, at=AT, organisations=[council])
    given = UserGiven("elin", "Elin Morris", "cy", PASSWORD)
    [user] = add_users(by=system, at=AT, users=[given])
    held = MembershipGiven(user, Role.SOCIAL_WORKER, organisation, date(2026, 1, 1))
    add_memberships(by=system, at=AT, memberships=[held])
    return "elin"


def code_for(secret: str) -> str:
    """What an authenticator app shows now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def test_first_sign_in_sets_up_the_second_step(elin: str, site: str, browser_page) -> None:
    page = browser_page("cy", 390)
    page.goto(f"{site}/sign-in/")
    assert_accessible(page)
    shot(page, "sign-in-cy-390")
    page.get_by_label("Enw defnyddiwr").fill(elin)
    page.get_by_label("Cyfrinair", exact=True).fill("something else entirely")
    press(page, "Mewngofnodi")
    assert page.title().startswith("Gwall: ")
    assert page.get_by_role("alert").get_by_text("Nid yw’r enw defnyddiwr").is_visible()
    assert_accessible(page)
    shot(page, "sign-in-refused-cy-390")
    page.get_by_label("Cyfrinair", exact=True).fill(PASSWORD)
    press(page, "Mewngofnodi")
    page.goto(f"{site}/sign-in/again/")
    assert_accessible(page)
    shot(page, "again-cy-390")
    page.goto(f"{site}/sign-in/second-factor/totp/activate/")
    assert_accessible(page)
    shot(page, "second-step-cy-390")
    secret = page.locator(".wm-secret").inner_text()
    assert page.get_by_role("img", name="Sgwâr").is_visible()
    page.get_by_label("Cod o’r ap dilysu").fill(code_for(secret))
    press(page, "Ei droi ymlaen")
    page.goto(f"{site}/sign-in/second-factor/recovery-codes/")
    assert_accessible(page)
    shot(page, "codes-cy-390")
    assert len(re.findall(r"\S{8}", page.locator(".wm-codes").inner_text())) == 10
    for path in SECOND_STEPS:
        page.goto(f"{site}/sign-in/{path}")
        assert_accessible(page)
        shot(page, f"{path.strip('/').replace('/', '-')}-cy-390")
    page.goto(f"{site}/sign-in/password/")
    assert_accessible(page)
    shot(page, "password-cy-390")
    page.goto(f"{site}/sign-in/out/")
    assert_accessible(page)
    press(page, "Allgofnodi")
    assert page.get_by_label("Enw defnyddiwr").is_visible()


def test_sign_in_pages_in_english(elin: str, site: str, browser_page) -> None:
    page = browser_page("en-gb", 1280)
    for path in ("", "closed/", "inactive/", "forgotten/"):
        page.goto(f"{site}/sign-in/{path}")
        assert_accessible(page)
        shot(page, f"sign-in-{path.strip('/')}-en-gb-1280")
