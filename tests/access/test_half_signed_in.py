"""Between password and second step nothing opens: every address, read and sent (threat 17).

Three states lie between: the password is given and a code is asked for; a session knows the
password alone though a second factor exists; it knows the password alone and none exists yet.
"""

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.core.cache import cache
from django.test import Client

from tests.fixtures.case import moment
from tests.permissions.expected import EXPECTED
from tests.permissions.walk import BACKEND, Page, address_of, pages
from tests.permissions.world import TODAY, Place, two_places
from whatmatters.access.models import User
from whatmatters.access.services import mark_installation, set_password
from whatmatters.rules.roles import InstallationKind

PASSWORD = "bracken on the hill"
SIGN_IN = "/sign-in/?next="
SET_UP = "/sign-in/second-factor/totp/activate/"
PROVE = "/sign-in/second-factor/reauthenticate/"
# What somebody who lacks only the second step may open, and whoever has none at all.
MAY_PROVE = {"mfa_reauthenticate", "mfa_reauthenticate_webauthn"}
MAY_SET_UP = {"account_reauthenticate", "mfa_index", "mfa_activate_totp", "mfa_add_webauthn"}


@pytest.fixture(autouse=True)
def as_often_as_needed(settings) -> None:
    """The walk asks hundreds of times."""
    settings.ACCOUNT_RATE_LIMITS = False
    cache.clear()


@pytest.fixture
def live(db: None) -> Place:
    """A live council, whose assigned social worker has a password."""
    here, _ = two_places()
    mark_installation(kind=InstallationKind.LIVE, at=moment(TODAY))
    user = here.readers["social_worker:assigned"]
    set_password(by=here.case.system, at=moment(TODAY), user_id=user.pk, password=PASSWORD)
    return here


def worker(place: Place) -> User:
    return User.objects.get(pk=place.readers["social_worker:assigned"].pk)


def closed() -> list[Page]:
    """Every page that is not open to the whole world."""
    return [page for page in pages() if EXPECTED[page.name].open_to != "everyone"]


def opened(client: Client, place: Place, allowed: set[str], starts: str) -> list[str]:
    """Pages that did anything but lead to `starts`, apart from the allowed ones."""
    found = []
    for page in closed():
        if page.name in allowed:
            continue
        for method in (client.get, client.post):
            answer = method(address_of(page, place))
            if answer.status_code != 302 or not answer.headers["Location"].startswith(starts):
                found.append(f"{page.name}: {answer.status_code}")
    return found


def told(client: Client, place: Place) -> list[str]:
    """Pages open to everybody that tell a canary, or call the reader by name."""
    words = [*place.canaries.values(), "social_worker:assigned"]
    everyone = [page for page in pages() if EXPECTED[page.name].open_to == "everyone"]
    said = {page.name: client.get(address_of(page, place)).content.decode() for page in everyone}
    return [name for name, body in said.items() if any(word in body for word in words)]


@pytest.mark.once
def test_while_the_code_is_asked_for_nothing_opens(live: Place) -> None:
    totp.TOTP.activate(worker(live), totp.generate_totp_secret())
    client = Client()
    half = client.post("/sign-in/", {"login": worker(live).username, "password": PASSWORD})
    assert half.headers["Location"] == "/sign-in/second-factor/authenticate/"
    assert opened(client, live, set(), SIGN_IN) == []
    assert told(client, live) == []


@pytest.mark.once
def test_the_password_alone_opens_nothing_but_the_second_step(live: Place) -> None:
    totp.TOTP.activate(worker(live), totp.generate_totp_secret())
    client = Client()
    client.force_login(worker(live), backend=BACKEND)
    assert opened(client, live, MAY_PROVE, PROVE) == []


@pytest.mark.once
def test_without_a_factor_nothing_opens_but_setting_one_up(live: Place) -> None:
    client = Client()
    client.force_login(worker(live), backend=BACKEND)
    assert opened(client, live, MAY_SET_UP, SET_UP) == []


@pytest.mark.once
def test_the_walk_finds_a_page_that_opens(live: Place) -> None:
    mark_installation(kind=InstallationKind.DEMO, at=moment(TODAY), as_of=TODAY)
    client = Client()
    client.force_login(worker(live), backend=BACKEND)
    assert "home: 200" in opened(client, live, set(), SIGN_IN)
