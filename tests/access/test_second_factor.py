"""What is kept of a second factor, and that the last one of staff stays."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from cryptography.fernet import InvalidToken
from django.test import Client

from tests.fixtures.case import Case, a_case, a_person
from tests.permissions.walk import BACKEND
from whatmatters.access.models import User
from whatmatters.access.web.sealing import opened, sealed

REMOVE = "/sign-in/second-factor/webauthn/keys/{}/remove/"


@pytest.fixture
def case(db: None) -> Case:
    return a_case()


def user_of(actor) -> User:
    return User.objects.get(pk=actor.user_id)


def a_key(user: User, name: str) -> Authenticator:
    """A key as allauth keeps it; nothing here asks it to sign."""
    return Authenticator.objects.create(
        user=user, type=Authenticator.Type.WEBAUTHN, data={"name": name, "credential": {}}
    )


def proved(user: User) -> Client:
    """A session that has just proved password and second factor."""
    client = Client()
    client.force_login(user, backend=BACKEND)
    session = client.session
    now = {"method": "mfa", "at": 4102444800, "reauthenticated": True}
    session["account_authentication_methods"] = [now]
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()
    return client


def test_a_seed_is_kept_sealed_and_still_makes_codes(case: Case, settings) -> None:
    user, secret = user_of(case.social_worker), totp.generate_totp_secret()
    kept = totp.TOTP.activate(user, secret).instance.data["secret"]
    assert secret not in kept
    assert opened(kept) == secret
    assert opened("kept in the clear, before") == "kept in the clear, before"
    assert sealed(secret) != sealed(secret)
    settings.SECRET_KEY = "another installation’s"
    with pytest.raises(InvalidToken):
        opened(kept)


def test_a_member_of_staff_keeps_the_last_key(case: Case) -> None:
    user = user_of(case.social_worker)
    first, second = a_key(user, "blue"), a_key(user, "red")
    client = proved(user)
    assert client.post(REMOVE.format(first.pk)).status_code == 302
    refused = client.post(REMOVE.format(second.pk))
    assert refused.status_code == 422
    assert "This is your only second step" in refused.content.decode()
    assert [key.pk for key in Authenticator.objects.filter(user=user)] == [second.pk]


def test_a_person_may_take_her_key_away(case: Case) -> None:
    user = user_of(a_person(case).actor)
    key = a_key(user, "blue")
    assert proved(user).post(REMOVE.format(key.pk)).status_code == 302
    assert not Authenticator.objects.filter(user=user).exists()


def test_nobody_removes_a_key_of_somebody_else(case: Case) -> None:
    key = a_key(user_of(case.manager), "blue")
    mine = user_of(case.social_worker)
    a_key(mine, "red")
    assert proved(mine).post(REMOVE.format(key.pk)).status_code == 404
    assert Authenticator.objects.filter(pk=key.pk).exists()


def test_whoever_has_only_a_key_is_asked_for_the_key(case: Case) -> None:
    user = user_of(case.social_worker)
    a_key(user, "blue")
    client = Client()
    client.force_login(user, backend=BACKEND)
    assert client.get("/").headers["Location"] == "/sign-in/second-factor/webauthn/again/?next=%2F"
