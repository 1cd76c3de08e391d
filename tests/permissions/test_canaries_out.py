"""Canaries over what leaves by other ways (S4): mail, an error page, a served process's log.

Planted in both councils, through the services.
"""

import http.cookiejar
import logging
import re
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from tests.fixtures.case import moment
from tests.fixtures.databases import Database
from tests.fixtures.mail_server import MailServer, mail_server
from tests.fixtures.serving import free_port, served
from tests.journeys.signing_in import PASSWORD
from tests.permissions.test_canaries import log  # noqa: F401
from tests.permissions.walk import BACKEND
from tests.permissions.world import TODAY, Place, two_places
from whatmatters.access.queries import actor_for
from whatmatters.access.services import set_password
from whatmatters.letters.queries.ways import Postroom
from whatmatters.letters.services import keep_letters, send_letters
from whatmatters.outcomes.services.events import write_note
from whatmatters.people.services import ContactGiven, choose_contacts
from whatmatters.rules.contact import Channel, Contact
from whatmatters.rules.people import Language
from whatmatters.rules.sharing import KeptSubject
from whatmatters.trust.services import guard_address, keep_between_us

ROOM = Postroom("What Matters <post@council.example>", "https://council.example")
TRIAL = "tests.permissions.trial_pages"


def plant(place: Place) -> None:
    """A number, a hidden address and a note between her and her workers; she chose e-mail."""
    user_id = place.readers["social_worker:assigned"].pk
    by = actor_for(user_id, council_id=place.case.council_id, on=TODAY)
    about = {"by": by, "at": moment(TODAY), "on": TODAY, "person_id": place.ids["person_id"]}
    place.canaries |= {
        "number": f"943 476 59{place.code[-2:]}",
        "address": f"14 Rhes Ganari {place.code}",
        "kept": f"CanariRhyngomNi{place.code}",
    }
    number = f"Her number is {place.canaries['number']}"
    write_note(words=number, language=Language.ENGLISH, **about)
    kept = write_note(words=place.canaries["kept"], language=Language.WELSH, **about)
    keep_between_us(words=[(KeptSubject.NOTE, kept)], **about)
    guard_address(hidden=True, address=place.canaries["address"], reason="Safety", **about)
    where = f"one.{place.code.lower()}@example.org"
    contact = Contact(Channel.EMAIL, email=where, language=Language.WELSH)
    chosen = [ContactGiven(place.ids["person_id"], contact)]
    choose_contacts(by=by, at=moment(TODAY), choices=chosen)


def planted() -> tuple[Place, Place]:
    both = two_places()
    for place in both:
        plant(place)
    return both


def leaked(text: str, places: tuple[Place, Place]) -> list[str]:
    """Every canary of either council that stands in a text."""
    return [word for place in places for word in place.canaries.values() if word in text]


def all_letters_go(places: tuple[Place, Place]) -> int:
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


def test_no_mail_tells_a_canary_by_the_wire_or_in_django(db: None, server: MailServer, log) -> None:  # noqa: F811
    places = planted()
    assert all_letters_go(places) == len(server.taken) >= 2
    assert {to for to, _ in server.taken} >= {
        "one.w06000002@example.org",
        "one.w06000001@example.org",
    }
    for _, message in server.taken:
        whole = str(message) + message.get_payload(decode=True).decode()
        assert leaked(whole, places) == []
    assert leaked(log.getvalue(), places) == []


def test_no_mail_of_the_outbox_tells_a_canary(db: None, mailoutbox) -> None:
    places = planted()
    assert all_letters_go(places) == len(mailoutbox) >= 2
    whole = "".join(f"{one.message()}{one.subject}{one.body}{one.to}" for one in mailoutbox)
    assert leaked(whole, places) == []
    # Control arm: the same looking finds a canary in a mail that has one.
    assert leaked(whole + places[1].canaries["kept"], places) == [places[1].canaries["kept"]]


@pytest.mark.urls(TRIAL)
def test_a_page_that_breaks_with_her_words_tells_none_of_them(db: None, settings, log) -> None:  # noqa: F811
    settings.ADMINS = [("Ops", "ops@example.org")]
    places = planted()
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


def test_the_log_of_a_served_process_tells_no_canary(own_database: Database) -> None:
    places = planted()
    port = free_port()
    site = f"http://localhost:{port}"
    for place in places:
        user_id = place.readers["social_worker:assigned"].pk
        set_password(by=place.case.system, at=moment(TODAY), user_id=user_id, password=PASSWORD)
    with served(own_database.env, port):
        for place in places:
            look_about(site, place)
    files = Path(own_database.env["WHATMATTERS_DATA"]).rglob("logs/*")
    logged = "".join(file.read_text() for file in files)
    assert logged.count('"answered"') >= 12
    assert leaked(logged, places) == []
    assert [word for word in (PASSWORD, "wrong-password") if word in logged] == []


def look_about(site: str, place: Place) -> None:
    """Sign in, wrongly first; open her record, look for her name, write words, miss a page."""
    jar = http.cookiejar.CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))

    def ask(path: str, **form: str) -> str:
        sent = urllib.parse.urlencode(form).encode() if form else None
        asked = urllib.request.Request(f"{site}{path}", sent, {"Referer": f"{site}/"})
        try:
            with opener.open(asked) as answer:
                return str(answer.read().decode())
        except HTTPError as refused:
            return refused.read().decode()

    name = place.readers["social_worker:assigned"].username
    for password in ("wrong-password", PASSWORD):
        token = hidden("csrfmiddlewaretoken", ask("/sign-in/"))
        ask("/sign-in/", login=name, password=password, csrfmiddlewaretoken=token)
    person_id = place.ids["person_id"]
    assert place.canaries["name"] in ask(reverse("record", args=[person_id]))
    ask(f"{reverse('person_list')}?q={place.canaries['name']}")
    address = reverse("note_write", args=[person_id])
    page = ask(address)
    ask(
        address,
        words=place.canaries["address"],
        language="cy",
        csrfmiddlewaretoken=hidden("csrfmiddlewaretoken", page),
        form_token=hidden("form_token", page),
    )
    ask(f"/{place.canaries['name']}/")


def hidden(name: str, page: str) -> str:
    """The value of a hidden field of a page."""
    found = re.search(rf'name="{name}" value="([^"]+)"', page)
    assert found, f"no {name} on the page"
    return found[1]


def test_a_line_that_leaks_is_found(log) -> None:  # noqa: F811
    """Control arm: words that stand in the message itself do reach the log."""
    logging.getLogger("whatmatters.trial").error("said CanariRhyngomNi")
    assert "CanariRhyngomNi" in log.getvalue()
