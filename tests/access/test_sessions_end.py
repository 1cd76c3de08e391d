"""A session ends with what it stood on (password, role, account); more power makes a new one."""

from datetime import date

import pytest
from allauth.mfa.totp.internal import auth as totp
from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.test import Client

from tests.access.test_sign_in import code_of
from tests.fixtures.accounts import AT, FRESH, PASSWORD, Offices, halves, offices, user_of
from tests.fixtures.case import STARTS
from whatmatters.access.queries.sessions import sessions_of
from whatmatters.access.queries.users import roles_held
from whatmatters.access.services import (
    MembershipGiven,
    add_memberships,
    close_account,
    end_membership,
    end_other_sessions,
    end_session,
    mark_installation,
    open_account,
    set_password,
    use_recovery,
)
from whatmatters.rules.accounts import RecoveryKind, RoleReason
from whatmatters.rules.refusals import Absent
from whatmatters.rules.roles import InstallationKind, Role

FIRST = "/trial/first/"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0"

pytestmark = pytest.mark.urls("tests.access.trial_pages")


@pytest.fixture
def office(db: None) -> Offices:
    cache.clear()
    mark_installation(kind=InstallationKind.DEMO, at=AT, as_of=STARTS)
    made = offices()
    nia = made.case.social_worker.user_id
    set_password(by=made.case.system, at=AT, user_id=nia, password=PASSWORD)
    return made


def inside(office: Offices, password: str = PASSWORD) -> Client:
    """A browser in which the social worker has signed in."""
    client = Client(HTTP_USER_AGENT=FIREFOX)
    name = user_of(office.case.social_worker).username
    client.post("/sign-in/", {"login": name, "password": password})
    assert client.get(FIRST).status_code == 200
    return client


def new_password(office: Offices) -> None:
    nia = office.case.social_worker.user_id
    set_password(by=office.case.system, at=AT, user_id=nia, password=FRESH)


def recovered(office: Offices) -> None:
    nia = office.case.social_worker
    one, two = halves(office.council, office.council_two, nia.user_id, RecoveryKind.PASSWORD)
    name = user_of(nia).username
    use_recovery(at=AT, username=name, first=one, second=two, password=FRESH)


def role_given(office: Offices) -> None:
    nia, body = office.case.social_worker.user_id, office.case.council_organisation_id
    given = MembershipGiven(nia, Role.BROKER, body, STARTS)
    add_memberships(by=office.council, at=AT, memberships=[given])


def role_ended(office: Offices) -> None:
    nia = office.case.social_worker
    role_given(office)
    one = roles_held(nia.council_id, nia.user_id)[-1].membership_id
    end_membership(by=office.council, at=AT, membership_id=one, on=STARTS)


def closed_and_opened(office: Offices) -> None:
    nia = office.case.social_worker.user_id
    close_account(by=office.council, at=AT, user_id=nia, why=RoleReason.BY_MISTAKE)
    open_account(by=office.council, at=AT, user_id=nia, why=RoleReason.COMES_BACK)


def closed(office: Offices) -> None:
    nia = office.case.social_worker.user_id
    close_account(by=office.council, at=AT, user_id=nia, why=RoleReason.LEFT)


EVENTS = [new_password, recovered, role_given, role_ended, closed, closed_and_opened]


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.__name__)
def test_every_open_session_ends_at_its_next_request(office: Offices, event) -> None:
    at_work, at_home = inside(office), inside(office)
    cookie = at_work.cookies["sessionid"].value
    event(office)
    for client in (at_work, at_home):
        assert client.get(FIRST).headers["Location"].startswith("/sign-in/?next=")
    thief = Client()
    thief.cookies["sessionid"] = cookie
    assert thief.get(FIRST).status_code == 302
    assert sessions_of(office.case.social_worker.user_id) == ()


def test_a_closed_account_does_not_sign_in(office: Offices) -> None:
    closed(office)
    name = user_of(office.case.social_worker).username
    Client().post("/sign-in/", {"login": name, "password": PASSWORD})
    assert sessions_of(office.case.social_worker.user_id) == ()


def test_a_cookie_from_before_each_gain_of_power_opens_nothing(own_database) -> None:
    cache.clear()
    office = offices()
    nia = user_of(office.case.social_worker)
    set_password(by=office.case.system, at=AT, user_id=nia.pk, password=PASSWORD)
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(nia, secret)
    client, old = Client(), []
    client.cookies["sessionid"] = "planted-by-somebody-else"
    client.get("/sign-in/")
    client.post("/sign-in/", {"login": nia.username, "password": PASSWORD})
    old += ["planted-by-somebody-else", client.cookies["sessionid"].value]
    client.post("/sign-in/second-factor/authenticate/", {"code": code_of(secret)})
    assert client.get(FIRST).status_code == 200
    assert client.cookies["sessionid"].value not in old
    assert user_of(office.case.social_worker).last_login.date() > date(2026, 1, 1)
    for cookie in old:
        thief = Client()
        thief.cookies["sessionid"] = cookie
        assert thief.get(FIRST).headers["Location"].startswith("/sign-in/?next=")


def test_changing_the_password_keeps_this_session_and_ends_the_others(office: Offices) -> None:
    here, there = inside(office), inside(office)
    before = here.cookies["sessionid"].value
    data = {"oldpassword": PASSWORD, "password1": FRESH, "password2": FRESH}
    here.post("/sign-in/password/", data)
    assert here.get(FIRST).status_code == 200
    assert here.cookies["sessionid"].value != before
    assert there.get(FIRST).status_code == 302
    [listed] = sessions_of(office.case.social_worker.user_id)
    assert listed.key == here.cookies["sessionid"].value


def test_one_is_ended_from_another_and_then_all_others(office: Offices) -> None:
    nia = office.case.social_worker
    here, lost, third = inside(office), inside(office), inside(office)
    listed = {one.key: one for one in sessions_of(nia.user_id)}
    assert len(listed) == 3
    gone = listed[lost.cookies["sessionid"].value]
    assert (gone.agent, gone.address) == (FIREFOX, "127.0.0.1")
    end_session(by=nia, at=AT, session_id=gone.id)
    assert [c.get(FIRST).status_code for c in (here, lost, third)] == [200, 302, 200]
    with pytest.raises(Absent):
        end_session(by=nia, at=AT, session_id=gone.id)
    assert end_other_sessions(by=nia, at=AT, but=here.cookies["sessionid"].value) == 1
    assert [c.get(FIRST).status_code for c in (here, third)] == [200, 302]


def test_nobody_ends_the_session_of_somebody_else(office: Offices) -> None:
    client = inside(office)
    one = UserSession.objects.get(user_id=office.case.social_worker.user_id)
    with pytest.raises(Absent):
        end_session(by=office.council, at=AT, session_id=one.pk)
    assert client.get(FIRST).status_code == 200
