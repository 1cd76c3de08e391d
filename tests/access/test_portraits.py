"""A picture is its owner's: put up and taken down by nobody else, and seen by whom it is for."""

import re
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests.fixtures.accounts import AT, Offices, offices
from tests.fixtures.case import STARTS, Case, an_actor, moment
from tests.fixtures.case_pages import ENDS, Shown, a_case_to_look_at
from tests.fixtures.paid import browser_of
from tests.fixtures.pictures import a_photograph
from tests.fixtures.racing import race
from whatmatters.access.models import Membership, Portrait
from whatmatters.access.queries.portraits import faces_of
from whatmatters.access.queries.refusals import NotAllowed
from whatmatters.access.services import close_account
from whatmatters.access.services.blanking import blank_accounts
from whatmatters.access.services.portraits import put_up_portrait
from whatmatters.access.services.taking_down import take_down_portrait
from whatmatters.people.models import Assignment
from whatmatters.people.services import end_working
from whatmatters.rules.accounts import RoleReason
from whatmatters.rules.roles import Role

FACE = re.compile(r'<img src="(/my-account/picture/of/[^"]+)"')
LATER = moment(ENDS)


@pytest.fixture
def shown(db: None) -> Shown:
    return a_case_to_look_at()


def send(browser: Client, picture: bytes, name: str = "me.jpg"):
    file = SimpleUploadedFile(name, picture, "image/jpeg")
    told = {"form_token": str(uuid4()), "picture": file}
    return browser.post(reverse("own_picture"), told)


def faces_on(browser: Client, name: str, *args: int) -> list[str]:
    return FACE.findall(browser.get(reverse(name, args=args)).content.decode())


def up(case: Case) -> set[int]:
    return set(Portrait.objects.of(case.council_id).values_list("user_id", flat=True))


def test_a_worker_is_seen_by_whom_she_works_with_until_it_is_taken_down(shown: Shown) -> None:
    nia, ifan = browser_of(shown.case.social_worker), browser_of(shown.ifan.actor)
    assert faces_on(ifan, "home") == []
    assert send(nia, a_photograph()).headers["Location"] == reverse("own_picture")
    (address,) = faces_on(ifan, "home")
    answer = ifan.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "image/jpeg")
    assert answer["Cache-Control"] == "no-store"
    assert answer.content[:3] == b"\xff\xd8\xff"
    assert nia.get(address).status_code == 404
    assert Client().get(address).status_code == 302
    sent = {"form_token": str(uuid4()), "do": "down"}
    assert nia.post(reverse("own_picture"), sent).status_code == 302
    assert ifan.get(address).status_code == 404
    assert faces_on(ifan, "home") == []
    assert up(shown.case) == set()


def test_her_own_picture_is_seen_by_who_reads_who_she_is(shown: Shown) -> None:
    case, ifan = shown.case, browser_of(shown.ifan.actor)
    assert send(ifan, a_photograph("PNG"), "me.png").status_code == 302
    (own,) = faces_on(ifan, "own_picture")
    assert ifan.get(own).status_code == 200
    (address,) = faces_on(browser_of(case.social_worker), "record", shown.ifan.id)
    assert len(faces_on(ifan, "record", shown.ifan.id)) == 1
    # Finance knows her name, and not who she is.
    assert faces_on(browser_of(case.finance), "record", shown.ifan.id) == []
    nia = browser_of(case.social_worker)
    assert nia.get(address).status_code == 200
    held = Assignment.objects.get(person_id=shown.ifan.id, user_id=case.social_worker.user_id)
    end_working(by=case.social_worker, at=LATER, on=ENDS, assignment_id=held.pk, last_day=None)
    Assignment.objects.filter(pk=held.pk).update(ends=STARTS)
    assert nia.get(address).status_code == 404


def test_an_address_is_good_for_one_hour(shown: Shown, monkeypatch) -> None:
    ifan = browser_of(shown.ifan.actor)
    send(ifan, a_photograph())
    (address,) = faces_on(ifan, "own_picture")
    now = __import__("time").time
    monkeypatch.setattr("django.core.signing.time.time", lambda: now() + 3_590)
    assert ifan.get(address).status_code == 200
    monkeypatch.setattr("django.core.signing.time.time", lambda: now() + 3_660)
    assert ifan.get(address).status_code == 404
    assert ifan.get(address[:-2] + "x/").status_code == 404


def test_another_picture_stands_instead_of_the_first(shown: Shown) -> None:
    ifan = browser_of(shown.ifan.actor)
    send(ifan, a_photograph())
    (first,) = faces_on(ifan, "own_picture")
    send(ifan, a_photograph(turned=True))
    (second,) = faces_on(ifan, "own_picture")
    assert ifan.get(first).status_code == 404
    assert ifan.get(second).status_code == 200
    assert Portrait.objects.count() == 1


@pytest.mark.parametrize(
    ("sent", "language", "words"),
    [
        (b"no picture", "en-gb", "This is no picture that can be read."),
        (b"", "en-gb", "This is no picture that can be read."),
        (a_photograph(size=(40, 40)), "en-gb", "at least 64 dots each way"),
        (b"no picture", "cy", "Nid yw hwn yn llun y gellir ei ddarllen."),
    ],
    ids=["text", "empty", "tiny", "in Welsh"],
)
def test_what_cannot_be_taken_is_said_beside_the_field_and_nothing_is_lost(
    shown: Shown, sent: bytes, language: str, words: str
) -> None:
    ifan = browser_of(shown.ifan.actor, language)
    assert send(ifan, a_photograph()).status_code == 302
    answer = send(ifan, sent)
    assert answer.status_code == 422
    told = answer.content.decode()
    assert told.count(words) == 2
    assert len(FACE.findall(told)) == 1


def test_a_body_that_is_far_too_large_is_refused_before_it_is_read(shown: Shown) -> None:
    assert send(browser_of(shown.ifan.actor), b"x" * 12_000_000).status_code == 413


def test_whoever_meets_nobody_has_no_picture_here(shown: Shown) -> None:
    finance = shown.case.finance
    assert browser_of(finance).get(reverse("own_picture")).status_code == 403
    assert "A picture of me" not in browser_of(finance).get("/my-account/").content.decode()
    with pytest.raises(NotAllowed):
        put_up_portrait(by=finance, at=LATER, sent=a_photograph())
    assert take_down_portrait(by=finance, at=LATER) is False


def test_whoever_shows_pictures_no_more_still_takes_an_older_one_down(shown: Shown) -> None:
    nia = shown.case.social_worker
    put_up_portrait(by=nia, at=LATER, sent=a_photograph())
    Membership.objects.filter(user_id=nia.user_id).update(role=Role.BROKER)
    browser = browser_of(nia)
    assert browser.get(reverse("own_picture")).status_code == 403
    assert "Take my picture down" in browser.get("/my-account/").content.decode()
    sent = {"form_token": str(uuid4()), "do": "down"}
    assert browser.post("/my-account/", sent).status_code == 302
    assert "Take my picture down" not in browser.get("/my-account/").content.decode()
    assert up(shown.case) == set()


def test_nothing_is_put_up_for_an_account_that_was_closed_meanwhile(db: None) -> None:
    office = offices()
    nia = office.case.social_worker
    close_account(by=office.council, at=AT, user_id=nia.user_id, why=RoleReason.LEFT)
    with pytest.raises(NotAllowed):
        put_up_portrait(by=nia, at=AT, sent=a_photograph())
    assert not Portrait.objects.exists()


def test_what_was_done_stands_in_what_was_done_to_the_account(shown: Shown) -> None:
    by = shown.ifan.actor
    put_up_portrait(by=by, at=LATER, sent=a_photograph())
    assert take_down_portrait(by=by, at=LATER) is True
    assert take_down_portrait(by=by, at=LATER) is False
    told = browser_of(by).get(reverse("own_events")).content.decode()
    assert told.count("put up a picture of themselves") == 1
    assert told.count("took the picture of themselves down") == 1


def with_two_pictures(office: Offices) -> tuple[int, int]:
    """The social worker of the council and somebody who is supported here, both seen."""
    case = office.case
    herself = an_actor(case.system, Role.PERSON, None, "Mair Llŷr")
    for by in (case.social_worker, herself):
        put_up_portrait(by=by, at=AT, sent=a_photograph())
    return case.social_worker.user_id, herself.user_id


def test_a_picture_goes_with_its_account(db: None) -> None:
    office = offices()
    nia, mair = with_two_pictures(office)
    close_account(by=office.council, at=AT, user_id=nia, why=RoleReason.LEFT)
    assert up(office.case) == {mair}
    blank_accounts(by=office.case.system, at=AT, user_ids=[mair])
    assert up(office.case) == set()


def test_another_council_has_another_picture_of_the_same_person_and_none_by_itself(
    db: None,
) -> None:
    here, there = offices(), offices("W06000001")
    nia, _mair = with_two_pictures(here)
    assert faces_of(there.case.council_id, [nia]) == ()


def test_two_pictures_sent_at_once_leave_one(own_database) -> None:
    office = offices()
    by = office.case.social_worker

    def put_up() -> None:
        connection.close()
        put_up_portrait(by=by, at=AT, sent=a_photograph())

    put_up()
    assert race([put_up, put_up, put_up]) == [("done", None)] * 3
    assert Portrait.objects.filter(user_id=by.user_id).count() == 1
