"""Wrong passwords stop a guesser and nobody else, wherever he sits (threat 17).

Each attack has a control arm: without what protects her the same victim stands outside.
"""

from uuid import uuid4

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.core.cache import cache
from django.test import Client

from tests.fixtures.accounts import AT, FRESH, PASSWORD, Offices, halves, offices, user_of
from tests.fixtures.case import STARTS
from whatmatters.access.models import User
from whatmatters.access.services import mark_installation, set_password
from whatmatters.rules.accounts import RecoveryKind
from whatmatters.rules.roles import InstallationKind

FIRST = "/trial/first/"
OFFICE = "10.0.0.1"
ELSEWHERE = "10.6.6.6"
COOKIE = "known_device"
LOCKED = 429

pytestmark = pytest.mark.urls("tests.access.trial_pages")


@pytest.fixture
def office(db: None) -> Offices:
    """A demonstration, where nobody has a second step; Nia and Gwen have the same password."""
    cache.clear()
    mark_installation(kind=InstallationKind.DEMO, at=AT, as_of=STARTS)
    made = offices()
    for actor in (made.case.social_worker, made.council):
        set_password(by=made.case.system, at=AT, user_id=actor.user_id, password=PASSWORD)
    return made


@pytest.fixture
def nia(office: Offices) -> User:
    return user_of(office.case.social_worker)


def send(client: Client, name: str, password: str = PASSWORD, ip: str = OFFICE):
    """Type a name and a password at one address."""
    told = {"login": name, "password": password, "next": FIRST}
    return client.post("/sign-in/", told, REMOTE_ADDR=ip)


def gets_in(client: Client, user: User) -> bool:
    """Whether she signs in with her own password, at the office."""
    return send(client, user.username).headers.get("Location") == FIRST


def her_own(user: User) -> Client:
    """Her browser, in which she has been signed in and has left."""
    client = Client()
    assert gets_in(client, user)
    client.post("/sign-in/out/")
    return client


def guess(name: str, ip: str, client: Client | None = None, times: int = 5) -> int:
    """Wrong passwords for a name; what the last is answered with."""
    client = client or Client()
    answers = [send(client, name, f"guess {n}", ip).status_code for n in range(times)]
    return answers[-1]


def test_from_elsewhere_nobody_is_locked_out(nia: User) -> None:
    assert guess(nia.username, ELSEWHERE) == LOCKED
    assert gets_in(Client(), nia)


def test_by_the_name_alone_she_would_be(nia: User, settings) -> None:
    settings.AXES_LOCKOUT_PARAMETERS = ["username"]
    guess(nia.username, ELSEWHERE)
    assert not gets_in(Client(), nia)


def test_behind_her_own_address_she_is_not_locked_out_of_her_browser(nia: User) -> None:
    hers = her_own(nia)
    assert guess(nia.username, OFFICE, times=8) == LOCKED
    assert gets_in(hers, nia)


def test_without_the_cookie_she_would_be(nia: User) -> None:
    hers = her_own(nia)
    del hers.cookies[COOKIE]
    guess(nia.username, OFFICE, times=8)
    assert not gets_in(hers, nia)


def flood() -> None:
    """Names that nobody has, from the office, until it is refused for the address."""
    client = Client()
    for number in range(61):
        answer = send(client, f"nobody{number}", "wrong")
    assert "There have been too many tries" in answer.content.decode()


def test_a_flood_of_names_from_her_address_does_not_keep_her_out(nia: User) -> None:
    hers = her_own(nia)
    flood()
    assert gets_in(hers, nia)


def test_a_flood_would_without_the_cookie(nia: User) -> None:
    hers = her_own(nia)
    del hers.cookies[COOKIE]
    flood()
    assert not gets_in(hers, nia)


def test_a_flood_does_not_stop_her_at_her_second_step(nia: User) -> None:
    hers = her_own(nia)
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(nia, secret)
    assert send(hers, nia.username).headers["Location"].endswith("/authenticate/")
    flood()
    code = totp.format_hotp_value(
        totp.hotp_value(secret, next(iter(totp.yield_hotp_counters_from_time())))
    )
    page = "/sign-in/second-factor/authenticate/"
    assert hers.post(page, {"code": code}, REMOTE_ADDR=OFFICE).status_code == 302


def test_a_colleague_with_a_browser_of_his_own_stops_only_himself(
    office: Offices, nia: User
) -> None:
    hers, his = her_own(nia), her_own(user_of(office.council))
    assert guess(nia.username, OFFICE, his) == LOCKED
    assert gets_in(hers, nia)
    assert gets_in(his, user_of(office.council))


def test_a_colleague_in_a_session_of_his_own_stops_only_himself(office: Offices, nia: User) -> None:
    hers, his = her_own(nia), Client()
    assert gets_in(his, user_of(office.council))
    for _ in range(12):
        his.post("/sign-in/again/", {"password": "wrong"}, REMOTE_ADDR=OFFICE)
        guess(nia.username, OFFICE, his, times=1)
    assert gets_in(hers, nia)
    assert his.get(FIRST).status_code == 200


def test_on_her_own_browser_guessing_stops_as_everywhere(nia: User) -> None:
    hers = her_own(nia)
    assert guess(nia.username, OFFICE, hers) == LOCKED
    assert send(hers, nia.username).status_code == LOCKED
    assert gets_in(Client(), nia)


def test_getting_in_begins_the_count_of_her_browser_anew(nia: User) -> None:
    hers = her_own(nia)
    for _ in range(2):
        guess(nia.username, OFFICE, hers, times=4)
        assert gets_in(hers, nia)
        hers.post("/sign-in/out/")


def test_many_browsers_of_a_guesser_give_him_no_more_tries(office: Offices, nia: User) -> None:
    answers = []
    for number in range(5):
        his = her_own(user_of(office.council))
        answers.append(send(his, nia.username, f"guess {number}", OFFICE).status_code)
    assert answers[-1] == LOCKED


@pytest.mark.parametrize("made_up", ["", "nonsense", "WyJhIiwiYiJd:1abcde:forged"])
def test_a_cookie_of_his_own_making_gives_no_more_tries(nia: User, made_up: str) -> None:
    answers = []
    for number in range(5):
        forger = Client()
        forger.cookies[COOKIE] = f"{made_up}{number if made_up else ''}"
        answers.append(send(forger, nia.username, "wrong").status_code)
    assert answers[-1] == LOCKED


def test_the_cookie_is_for_sign_in_alone_and_holds_no_name(nia: User) -> None:
    told = her_own(nia).cookies[COOKIE]
    assert (told["path"], told["httponly"], told["samesite"]) == ("/sign-in/", True, "Lax")
    assert told["max-age"] == 180 * 24 * 60 * 60
    assert nia.username not in told.value


def test_the_password_alone_makes_no_known_browser(nia: User) -> None:
    totp.TOTP.activate(nia, totp.generate_totp_secret())
    half = Client()
    send(half, nia.username)
    assert COOKIE not in half.cookies


def test_two_who_share_a_browser_are_both_known_on_it(office: Offices, nia: User) -> None:
    gwen = user_of(office.council)
    shared = her_own(nia)
    assert gets_in(shared, gwen)
    shared.post("/sign-in/out/")
    for user in (nia, gwen):
        guess(user.username, OFFICE)
        assert gets_in(shared, user)
        shared.post("/sign-in/out/")


def with_codes(client: Client, user: User, first: str, second: str = ""):
    """Send codes and a new password from the office."""
    told = {"login": user.username, "first": first, "second": second}
    told |= {"password1": FRESH, "password2": FRESH, "form_token": str(uuid4())}
    return client.post("/sign-in/with-codes/", told, REMOTE_ADDR=OFFICE)


def test_on_a_browser_new_to_her_a_guesser_behind_her_address_keeps_her_out(nia: User) -> None:
    """Control arm of the next: what two codes are for."""
    assert guess(nia.username, OFFICE) == LOCKED
    assert not gets_in(Client(), nia)


def test_codes_from_two_people_let_her_in_on_a_browser_new_to_her(
    office: Offices, nia: User
) -> None:
    """He guesses at her name, then at her codes, and goes on in between."""
    guess(nia.username, OFFICE, times=8)
    one, two = halves(office.council, office.council_two, nia.pk, RecoveryKind.PASSWORD)
    for number in range(12):
        assert with_codes(Client(), nia, f"WRON-GCOD-E{number}", two).status_code == 422
    new = Client()
    assert with_codes(new, nia, one, two).headers["Location"] == "/sign-in/"
    guess(nia.username, OFFICE)
    assert send(Client(), nia.username, FRESH).headers.get("Location") != FIRST
    assert send(new, nia.username, FRESH).headers["Location"] == FIRST


def test_codes_make_known_the_browser_on_which_they_were_right_and_no_other(
    office: Offices, nia: User
) -> None:
    one, two = halves(office.council, office.council_two, nia.pk, RecoveryKind.PASSWORD)
    his = Client()
    with_codes(his, nia, one, "WRON-GCOD-E222")
    assert COOKIE not in his.cookies
    hers = Client()
    with_codes(hers, nia, one, two)
    assert hers.cookies[COOKIE]["path"] == "/sign-in/"
    assert nia.username not in hers.cookies[COOKIE].value
    assert hers.get(FIRST).status_code == 302  # It opens nothing.


def test_a_flood_of_codes_from_her_address_does_not_stop_her_known_browser(
    office: Offices, nia: User, settings
) -> None:
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"codes": "5/m/ip"}
    hers = her_own(nia)
    one, two = halves(office.council, office.council_two, nia.pk, RecoveryKind.PASSWORD)
    for number in range(6):
        wrong = with_codes(Client(), nia, f"W{number}")
    assert "There have been too many tries" in wrong.content.decode()
    assert with_codes(hers, nia, one, two).headers["Location"] == "/sign-in/"
