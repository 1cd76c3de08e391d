"""Signing in through a real OpenID Connect provider of this machine: code flow, refusals."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.mfa.totp.internal import auth as totp
from allauth.socialaccount.models import SocialAccount
from django.core.cache import cache
from django.test import Client
from django.utils.translation import override

from tests.fixtures.accounts import AT, Offices, offices, user_of
from tests.journeys.server import free_port
from whatmatters.access.models import User
from whatmatters.access.services import close_account
from whatmatters.config.single_sign_on import allauth_apps, identity_providers
from whatmatters.rules.accounts import RoleReason
from whatmatters.rules.identity import IdentityProvider

FIRST = "/trial/first/"
SET_UP = "/sign-in/second-factor/totp/activate/"
LOGIN = "/sign-in/outside/council/login/"
CLAIMS = {
    "nia-1": {"preferred_username": "NIA", "amr": ["pwd", "mfa"]},
    "nia-2": {"preferred_username": "nia", "amr": ["pwd", "mfa"]},
    "plain": {"preferred_username": "nia", "amr": ["pwd"]},
    "beth": {"preferred_username": "beth", "amr": ["mfa"]},
    "stranger": {"preferred_username": "nobody-here"},
}

pytestmark = pytest.mark.urls("tests.access.trial_pages")


@pytest.fixture(scope="module")
def idp() -> Iterator[str]:
    """The address of the provider, in a process of its own."""
    port = free_port()
    said = [f"--user-claims={json.dumps({'sub': sub, **more})}" for sub, more in CLAIMS.items()]
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port), *said],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address, end = f"http://localhost:{port}", time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        with suppress(requests.ConnectionError):
            requests.get(address, timeout=5)
            break
    yield address
    process.kill()
    process.wait()


@pytest.fixture
def office(db: None, idp: str, settings) -> Offices:
    cache.clear()
    made = offices()
    for actor, name in ((made.case.social_worker, "nia"), (made.case.manager, "beth")):
        User.objects.filter(pk=actor.user_id).update(username=name)
    configure(settings, idp)
    return made


def configure(settings, idp: str, **more: object) -> None:
    one = IdentityProvider("council", idp, "wm", "secret", "W06000002")
    one = replace(one, **more)
    settings.IDENTITY_PROVIDERS = (one,)
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": allauth_apps((one,))}}


def through(client: Client, sub: str, action: str = ""):
    """The code flow as a browser walks it; the answer of the callback."""
    there = client.post(LOGIN).headers["Location"]
    said = {"action": action} if action else {"sub": sub}
    back = requests.post(there, data=said, allow_redirects=False, timeout=10)
    address = back.headers["Location"].removeprefix("http://testserver")
    if "state=" not in address:  # by the standard it is sent back with a "no" as well
        address += "&state=" + parse_qs(urlsplit(there).query)["state"][0]
    return client.get(address)


def test_it_opens_an_account_that_is_there_and_asks_for_our_second_step(office: Offices) -> None:
    client = Client()
    assert through(client, "nia-1").status_code == 302
    assert client.get(FIRST).headers["Location"] == SET_UP
    kept = SocialAccount.objects.get()
    assert (kept.user_id, kept.uid, kept.extra_data) == (
        office.case.social_worker.user_id,
        "nia-1",
        {},
    )


def test_our_second_step_is_asked_for_when_there_is_one(office: Offices) -> None:
    totp.TOTP.activate(user_of(office.case.social_worker), totp.generate_totp_secret())
    client = Client()
    assert through(client, "nia-1").headers["Location"] == "/sign-in/second-factor/authenticate/"
    assert client.get(FIRST).headers["Location"].startswith("/sign-in/?next=")


def test_a_second_factor_there_counts_only_when_it_is_configured_to(
    office: Offices, idp: str, settings
) -> None:
    configure(settings, idp, second_factor=("mfa",))
    totp.TOTP.activate(user_of(office.case.social_worker), totp.generate_totp_secret())
    client, plain = Client(), Client()
    through(client, "nia-1")
    assert client.get(FIRST).status_code == 200
    SocialAccount.objects.all().delete()
    through(plain, "plain")
    assert plain.get(FIRST).status_code == 302


@pytest.mark.parametrize(
    ("sub", "english", "welsh"),
    [
        ("stranger", "You have no account here", "Nid oes gennych gyfrif yma"),
        ("beth", "belongs to another organisation", "yn perthyn i sefydliad arall"),
    ],
)
def test_it_refuses_in_our_words_and_makes_nobody(
    office: Offices, sub: str, english: str, welsh: str
) -> None:
    before = User.objects.count()
    for language, words in (("en-gb", english), ("cy", welsh)):
        with override("en-gb"):
            client = Client(headers={"accept-language": language})
            answer = through(client, sub)
        assert answer.status_code == 403
        assert words in answer.content.decode()
        assert client.get(FIRST).headers["Location"].startswith("/sign-in/?next=")
    assert User.objects.count() == before
    assert not SocialAccount.objects.exists()


def test_a_closed_account_stays_closed(office: Offices) -> None:
    nia = office.case.social_worker.user_id
    through(Client(), "nia-1")
    close_account(by=office.council, at=AT, user_id=nia, why=RoleReason.LEFT)
    answer = through(Client(), "nia-1")
    assert (answer.status_code, b"closed" in answer.content) == (403, True)


def test_a_name_given_to_somebody_else_opens_nothing(office: Offices) -> None:
    through(Client(), "nia-1")
    answer = through(Client(), "nia-2")
    assert (answer.status_code, b"somebody else" in answer.content) == (403, True)


def test_stopping_there_is_said_here(office: Offices) -> None:
    answer = through(Client(), "nia-1", action="deny")
    assert (answer.status_code, b"You stopped signing in" in answer.content) == (403, True)


def test_configuration_from_a_file_and_from_the_environment(tmp_path) -> None:
    assert identity_providers(tmp_path, {}) == ()
    (tmp_path / "sign_in.toml").write_text(
        '[[provider]]\nid = "a"\nserver = "https://id.example"\nclient_id = "x"\n'
        'client_secret = "y"\ncouncil = "W06000002"\nsecond_factor = ["mfa"]\n'
    )
    said = {"SERVER": "https://b.example", "CLIENT_ID": "x", "CLIENT_SECRET": "y"}
    environ = {f"WHATMATTERS_OIDC_{k}": v for k, v in said.items()}
    with pytest.raises(ValueError, match="needs council"):
        identity_providers(tmp_path, environ)
    environ |= {"WHATMATTERS_OIDC_COUNCIL": "W06000002", "WHATMATTERS_OIDC_SECOND_FACTOR": "mfa x"}
    first, second = identity_providers(tmp_path, environ)
    assert (first.id, first.second_factor, first.origin) == ("a", ("mfa",), "https://id.example")
    assert (second.id, second.second_factor, second.claim) == (
        "organisation",
        ("mfa", "x"),
        "preferred_username",
    )
