"""Signing in: closed, by user name, with a second factor for staff, locked without locking out."""

from datetime import UTC, date, datetime

import pytest
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.utils import is_mfa_enabled
from django.core.cache import cache
from django.test import Client

from tests.fixtures.case import Case, a_case, a_person
from whatmatters.access.models import AuditEvent, Membership, User
from whatmatters.access.queries import looks_at
from whatmatters.access.services import mark_installation, set_password
from whatmatters.rules.roles import InstallationKind

PASSWORD = "bracken on the hill"
FIRST = "/trial/first/"
SET_UP = "/sign-in/second-factor/totp/activate/"
AT = datetime(2026, 7, 15, 22, 30, tzinfo=UTC)

pytestmark = pytest.mark.urls("tests.access.trial_pages")


@pytest.fixture(autouse=True)
def forgotten_attempts() -> None:
    """Attempts counted in the cache outlive a test's database."""
    cache.clear()


@pytest.fixture
def case(db: None) -> Case:
    return with_password()


def with_password() -> Case:
    """A council whose social worker can sign in."""
    made = a_case()
    by = made.system
    set_password(by=by, at=AT, user_id=made.social_worker.user_id, password=PASSWORD)
    return made


@pytest.fixture
def demo(case: Case) -> Case:
    mark_installation(kind=InstallationKind.DEMO, at=AT, as_of=date(2026, 7, 15))
    return case


def username(case: Case) -> str:
    return User.objects.get(pk=case.social_worker.user_id).username


def sign_in(client: Client, name: str, password: str = PASSWORD, ip: str = "10.0.0.1"):
    data = {"login": name, "password": password, "next": FIRST}
    return client.post("/sign-in/", data, REMOTE_ADDR=ip)


def test_in_a_demo_staff_go_in_by_password_and_stand_on_its_day(demo: Case, client: Client) -> None:
    assert client.get(FIRST).headers["Location"] == f"/sign-in/?next={FIRST}"
    answer = sign_in(client, username(demo))
    assert answer.headers["Location"] == FIRST
    told = client.get(FIRST).content.decode()
    assert told.startswith("Nia Parry 2026-07-")
    assert told.endswith(" 2026-07-15")
    assert AuditEvent.objects.latest("seq").action == "signed_in"


def test_signing_in_starts_a_new_session_and_signing_out_ends_it(demo: Case) -> None:
    client = Client()
    client.get("/sign-in/")
    client.session["planted"] = "by somebody else"
    client.session.save()
    before = client.session.session_key
    sign_in(client, username(demo))
    inside = client.session.session_key
    assert inside != before
    assert client.get("/sign-in/out/").status_code == 200
    assert client.get(FIRST).status_code == 200
    client.post("/sign-in/out/")
    assert client.get(FIRST).status_code == 302
    thief = Client()
    thief.cookies["sessionid"] = inside
    assert thief.get(FIRST).status_code == 302


def test_a_new_password_ends_the_sessions_of_the_old_one(demo: Case, client: Client) -> None:
    sign_in(client, username(demo))
    fresh = "heather on the hill"
    set_password(by=demo.system, at=AT, user_id=demo.social_worker.user_id, password=fresh)
    assert client.get(FIRST).status_code == 302


def test_nobody_makes_an_account(demo: Case, client: Client) -> None:
    before = User.objects.count()
    data = {"username": "new", "password1": PASSWORD, "password2": PASSWORD}
    client.post("/sign-in/closed/", data)
    assert User.objects.count() == before


def test_a_guesser_is_locked_out_and_the_victim_is_not(demo: Case) -> None:
    guesser, name = Client(), username(demo)
    for _ in range(5):
        answer = sign_in(guesser, name, "wrong", ip="10.6.6.6")
    assert answer.status_code == 429
    assert sign_in(guesser, name, ip="10.6.6.6").status_code == 429
    assert sign_in(Client(), name, ip="10.0.0.1").status_code == 302


@pytest.mark.parametrize("proxies", [0, 1])
def test_typing_the_name_another_way_or_lying_about_the_address_gives_no_more_tries(
    demo: Case, settings, proxies: int
) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    guesser, name = Client(), username(demo)
    for number, typed in enumerate(
        [name, name.upper(), f" {name} ", name.title(), name.swapcase()]
    ):
        lie = {"HTTP_X_FORWARDED_FOR": f"10.1.1.{number}, 10.6.6.6"}
        answer = guesser.post("/sign-in/", {"login": typed, "password": "wrong"}, **lie)
    assert answer.status_code == 429


def test_behind_a_proxy_the_victim_is_not_locked_out_with_the_guesser(demo: Case, settings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    name = username(demo)
    for _ in range(5):
        wrong = {"login": name, "password": "wrong"}
        Client().post("/sign-in/", wrong, HTTP_X_FORWARDED_FOR="10.6.6.6")
    right = {"login": name.upper(), "password": PASSWORD}
    answer = Client().post("/sign-in/", right, HTTP_X_FORWARDED_FOR="10.0.0.1")
    assert answer.status_code == 302


def test_codes_cannot_be_tried_without_end(case: Case, client: Client) -> None:
    user = User.objects.get(pk=case.social_worker.user_id)
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(user, secret)
    sign_in(client, user.username)
    page = "/sign-in/second-factor/authenticate/"
    for number in range(10):
        client.post(page, {"code": f"{number:06}"}, REMOTE_ADDR=f"10.6.6.{number}")
    assert client.post(page, {"code": code_of(secret)}).status_code != 302
    assert client.get(FIRST).headers["Location"].startswith("/sign-in/?next=")


def test_a_code_is_used_once(case: Case) -> None:
    user = User.objects.get(pk=case.social_worker.user_id)
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(user, secret)
    code, page = code_of(secret), "/sign-in/second-factor/authenticate/"
    owner, shoulder = Client(), Client()
    for client, opens in ((owner, 200), (shoulder, 302)):
        sign_in(client, user.username)
        client.post(page, {"code": code})
        assert client.get(FIRST).status_code == opens


def test_outside_a_demo_staff_set_up_a_second_factor_first(own_database) -> None:
    # The new session is made once the second factor is committed.
    client = Client()
    sign_in(client, username(with_password()))
    assert client.get(FIRST).headers["Location"] == SET_UP
    before = client.session.session_key
    set_up(client)
    assert client.session.session_key != before
    assert client.get(FIRST).status_code == 200


def test_a_session_that_only_knows_the_password_must_prove_the_second_factor(case: Case) -> None:
    early, owner = Client(), Client()
    for client in (early, owner):
        sign_in(client, username(case))
    set_up(owner)
    wanted = "/sign-in/second-factor/reauthenticate/?next=%2Ftrial%2Ffirst%2F"
    assert early.get(FIRST).headers["Location"] == wanted
    for page in ("webauthn/add/", "recovery-codes/", "totp/deactivate/"):
        answer = early.get(f"/sign-in/second-factor/{page}")
        assert answer.headers["Location"].startswith("/sign-in/second-factor/reauthenticate/")


def test_staff_cannot_take_their_last_second_factor_away(case: Case, client: Client) -> None:
    sign_in(client, username(case))
    set_up(client)
    client.post("/sign-in/second-factor/totp/deactivate/")
    assert is_mfa_enabled(User.objects.get(pk=case.social_worker.user_id))


def test_half_way_through_nothing_opens(case: Case) -> None:
    user = User.objects.get(pk=case.social_worker.user_id)
    totp.TOTP.activate(user, totp.generate_totp_secret())
    client = Client()
    half = sign_in(client, user.username)
    assert half.headers["Location"] == "/sign-in/second-factor/authenticate/"
    person = a_person(case)
    for page in (FIRST, f"/trial/{person.id}/", "/sign-in/second-factor/", "/sign-in/password/"):
        assert client.get(page).headers["Location"].startswith("/sign-in/?next=")


def test_a_person_needs_no_second_factor(case: Case, client: Client) -> None:
    mair = a_person(case)
    set_password(by=case.system, at=AT, user_id=mair.actor.user_id, password=PASSWORD)
    sign_in(client, User.objects.get(pk=mair.actor.user_id).username)
    assert client.get(f"/trial/{mair.id}/").content == b"self None"


def test_a_role_that_ends_is_gone_at_the_next_request(demo: Case, client: Client) -> None:
    sign_in(client, username(demo))
    held = Membership.objects.filter(user_id=demo.social_worker.user_id)
    held.update(ends=date(2026, 7, 14))
    assert client.get(FIRST).status_code == 403


def test_a_look_is_written_once_a_day_and_only_when_they_saw(demo: Case, client: Client) -> None:
    mair, stranger = a_person(demo), Client()
    sign_in(client, username(demo))
    stranger.force_login(
        User.objects.get(pk=demo.manager.user_id),
        backend="allauth.account.auth_backends.AuthenticationBackend",
    )
    assert stranger.get(f"/trial/{mair.id}/").status_code == 404
    for _ in range(2):
        answer = client.get(f"/trial/{mair.id}/")
        assert (answer.status_code, answer.content) == (200, b"assigned None")
    assert "no-store" in answer.headers["Cache-Control"]
    looks = looks_at(demo.council_id, mair.id)
    assert [(look.name, look.why, look.organisation_en) for look in looks] == [
        ("Nia Parry", "assigned", "Council W06000002")
    ]


def set_up(client: Client) -> None:
    """Take an authenticator app into use, as after the first sign-in."""
    secret = client.get(SET_UP).context["form"].secret
    client.post(SET_UP, {"code": code_of(secret)})


def code_of(secret: str) -> str:
    """What an authenticator app would show now."""
    return totp.format_hotp_value(
        totp.hotp_value(secret, next(iter(totp.yield_hotp_counters_from_time())))
    )
