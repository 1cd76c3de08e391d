"""Canaries over what leaves by other ways (S4): mail, and a page that breaks, in both councils."""

import logging
from collections.abc import Iterator

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests.fixtures.case import moment
from tests.fixtures.mail_server import MailServer, mail_server
from tests.permissions.canaries import leaked, planted
from tests.permissions.walk import BACKEND
from tests.permissions.world import TODAY, Places
from whatmatters.letters.queries.ways import Postroom
from whatmatters.letters.services import keep_letters, send_letters

ROOM = Postroom("What Matters <post@council.example>", "https://council.example")
TRIAL = "tests.permissions.trial_pages"


def all_letters_go(places: Places) -> int:
    """What waits to be written to anybody is written and sent; how many were sent."""
    sent = 0
    for place in places:
        by = place.case.system
        keep_letters(by=by, at=moment(TODAY), on=TODAY, room=ROOM)
        sent += send_letters(by=by, at=moment(TODAY, 23), on=TODAY, room=ROOM)
    return sent


@pytest.fixture
def server(settings) -> Iterator[MailServer]:
    with mail_server() as told:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", told.port
        settings.EMAIL_USE_TLS, settings.EMAIL_HOST_USER = False, ""
        yield told


def test_no_mail_tells_a_canary_by_the_wire_or_in_django(
    places: Places, server: MailServer, log
) -> None:
    planted(places)
    assert all_letters_go(places) == len(server.taken) >= 2
    assert {to for to, _ in server.taken} >= {
        "one.w06000002@example.org",
        "one.w06000001@example.org",
    }
    for _, message in server.taken:
        whole = str(message) + message.get_payload(decode=True).decode()
        assert leaked(whole, places) == []
    assert leaked(log.getvalue(), places) == []


def test_no_mail_of_the_outbox_tells_a_canary(places: Places, mailoutbox) -> None:
    planted(places)
    assert all_letters_go(places) == len(mailoutbox) >= 2
    whole = "".join(f"{one.message()}{one.subject}{one.body}{one.to}" for one in mailoutbox)
    assert leaked(whole, places) == []
    # Control arm: the same looking finds a canary in a mail that has one.
    assert leaked(whole + places[1].canaries["kept"], places) == [places[1].canaries["kept"]]


@pytest.mark.urls(TRIAL)
def test_a_page_that_breaks_with_her_words_tells_none_of_them(
    places: Places, settings, log
) -> None:
    settings.ADMINS = [("Ops", "ops@example.org")]
    planted(places)
    for place in places:
        client = Client(raise_request_exception=False)
        client.force_login(place.readers["social_worker:assigned"], backend=BACKEND)
        address = reverse("trial_breaks", args=[place.ids["person_id"]])
        told = client.get(address, place.canaries)
        assert told.status_code == 500
        assert leaked(told.content.decode() + str(told.headers), places) == []
    lines = log.getvalue()
    assert "RuntimeError" in lines
    assert leaked(lines, places) == []
    assert mail.outbox == []


def test_a_line_that_leaks_is_found(log) -> None:
    """Control arm: words that stand in the message itself do reach the log."""
    logging.getLogger("whatmatters.trial").error("said CanariRhyngomNi")
    assert "CanariRhyngomNi" in log.getvalue()
