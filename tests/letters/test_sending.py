"""By e-mail each letter goes at most once, whatever dies in between, and says nothing of her."""

from collections import Counter
from datetime import timedelta

import pytest

from tests.fixtures.case import STARTS, Case, a_case, a_contract, a_draft, a_person, moment, propose
from tests.fixtures.databases import Database
from tests.fixtures.killing import When, killed
from tests.fixtures.mail_server import MailServer, mail_server
from whatmatters.letters.models import Letter, LetterMove
from whatmatters.letters.queries.ways import Postroom
from whatmatters.letters.services import keep_letters, send_letters
from whatmatters.people.services import ContactGiven, choose_contacts
from whatmatters.rules.contact import Channel, Contact
from whatmatters.rules.people import Language

ROOM = Postroom("What Matters <post@council.example>", "https://council.example")
LATER = moment(STARTS) + timedelta(minutes=16)


@pytest.fixture
def server(settings) -> MailServer:
    with mail_server() as told:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", told.port
        settings.EMAIL_USE_TLS, settings.EMAIL_HOST_USER = False, ""
        yield told


def somebody_by_mail(case: Case, contract_id: int, address: str = "mair@example.org") -> None:
    """A person who chose e-mail, and a plan that waits for her."""
    mair = a_person(case)
    contact = Contact(Channel.EMAIL, email=address, language=Language.WELSH)
    given = [ContactGiven(mair.id, contact)]
    choose_contacts(by=case.social_worker, at=moment(STARTS), choices=given)
    propose(case, a_draft(case, mair.id, contract_id).version_id)


def keep(case: Case, at=None) -> None:
    keep_letters(by=case.system, at=at or moment(STARTS), on=STARTS, room=ROOM)


def send(case: Case) -> int:
    return send_letters(by=case.system, at=moment(STARTS), on=STARTS, room=ROOM)


def test_it_is_sent_once_in_her_language_and_holds_no_name(db: None, server: MailServer) -> None:
    case = a_case()
    somebody_by_mail(case, a_contract(case))
    keep(case)
    assert [send(case), send(case)] == [1, 0]
    [(to, message)] = server.taken
    assert to == "mair@example.org"
    assert message["Subject"] == "Mae rhywbeth i chi ei ddarllen"
    assert message["Message-ID"].endswith("-0@council.example>")
    whole = message.get_payload(decode=True).decode()
    assert "https://council.example" in whole
    assert "Mair" not in whole
    moves = list(LetterMove.objects.order_by("id").values_list("to", flat=True))
    assert moves == ["sending", "sent"]


@pytest.mark.parametrize(
    ("behaves", "state", "why"),
    [("refuse", "to_tell", "refused"), ("hang up", "to_tell", "may_have_gone")],
)
def test_what_is_refused_or_lost_is_told_in_person_and_never_sent_again(
    db: None, server: MailServer, behaves: str, state: str, why: str
) -> None:
    case = a_case()
    somebody_by_mail(case, a_contract(case))
    keep(case)
    server.behaves = behaves
    assert send(case) == 0
    server.behaves = "well"
    keep(case, LATER)
    assert send(case) == 0
    row = Letter.objects.get()
    assert (row.state, row.why) == (state, why)
    assert server.taken == []


def test_a_mail_server_that_does_not_answer_is_asked_again_later(
    db: None, server: MailServer, settings
) -> None:
    case = a_case()
    somebody_by_mail(case, a_contract(case))
    keep(case)
    settings.EMAIL_PORT = 1
    assert send(case) == 0
    assert Letter.objects.get().state == "queued"
    settings.EMAIL_PORT = server.port
    assert send(case) == 1


def test_an_address_that_became_unsafe_after_queueing_is_not_used(
    db: None, server: MailServer
) -> None:
    case = a_case()
    somebody_by_mail(case, a_contract(case))
    keep(case)
    person_id = Letter.objects.get().person_id
    given = [ContactGiven(person_id, Contact(Channel.IN_PERSON))]
    choose_contacts(by=case.social_worker, at=moment(STARTS, 13), choices=given)
    assert send(case) == 0
    assert (Letter.objects.get().state, server.taken) == ("to_tell", [])


def test_killed_at_any_statement_no_letter_goes_twice(
    own_database: Database, server: MailServer
) -> None:
    """At most once: killed after the server took it and before that was recorded, it is never sent
    again, and somebody is asked to tell her."""
    case = a_case()
    contract_id = a_contract(case)
    ends: Counter[tuple[str, str, int]] = Counter()
    n = 0
    dies = True
    while dies:
        n += 1
        somebody_by_mail(case, contract_id, f"n{n}@example.org")
        keep(case)
        dies = killed(lambda: send(case), n, When.AFTER)
        send(case)
        keep(case, LATER)
        row = Letter.objects.order_by("-id").first()
        assert row is not None
        taken = sum(to == f"n{n}@example.org" for to, _ in server.taken)
        ends[row.state, row.why, taken] += 1
    assert set(ends) == {("sent", "", 1), ("to_tell", "may_have_gone", 1)}
    assert max(Counter(to for to, _ in server.taken).values()) == 1
