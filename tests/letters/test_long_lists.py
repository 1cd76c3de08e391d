"""Lists of letters and of messages that have grown long: paged and narrowed by their address."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from tests.fixtures.case import STARTS, a_case, a_person, moment
from tests.fixtures.paid import browser_of
from tests.frontend.strict_html import faults
from whatmatters.access.queries import Actor
from whatmatters.access.services import mark_installation
from whatmatters.letters.models import Letter, Message
from whatmatters.rules.roles import InstallationKind


@pytest.fixture
def worker(db: None) -> Actor:
    """A social worker with thirty letters to post, two told, thirty messages and four complaints
    of one person, the oldest message first."""
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    case = a_case()
    mair = a_person(case)
    kept = {"council_id": case.council_id, "by_id": mair.actor.user_id, "at": moment(STARTS)}
    letter = {"addressee": "person", "addressee_id": mair.id, "person_id": mair.id, **kept}
    letter |= {"subject": "plan_version", "about_from": STARTS, "about_until": STARTS}
    kinds = [("plan_to_answer", "to_post")] * 12 + [("review_coming", "to_post")] * 18
    kinds += [("review_coming", "told")] * 2
    Letter.objects.bulk_create(
        Letter(**letter, reason=reason, state=state, subject_id=number)
        for number, (reason, state) in enumerate(kinds)
    )
    told = {"person_id": mair.id, "voice": "self", "language": "en", **kept}
    Message.objects.bulk_create(
        Message(**told, kind="message", words=f"Word no. {number}.", token=uuid4())
        for number in range(30)
    )
    day = {"acknowledge_by": STARTS, "answer_by": STARTS + timedelta(days=10)}
    Message.objects.bulk_create(
        Message(**told, **day, kind="complaint", words="Nobody came.", token=uuid4())
        for _ in range(4)
    )
    return case.social_worker


def read(actor: Actor, name: str, query: str = "") -> str:
    answer = browser_of(actor).get(reverse(name) + query)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert faults(page) == []
    return page


def rows(page: str) -> int:
    return page.count('<th scope="row">')


def test_letters_page_and_keep_their_filter(worker: Actor) -> None:
    assert [rows(read(worker, "letter_list", f"?page={n}")) for n in (1, 2, 99)] == [25, 5, 5]
    assert "30 letters wait for you" in read(worker, "letter_list", "?page=2")
    assert rows(read(worker, "letter_list", "?stand=post&about=plan_to_answer")) == 12
    assert rows(read(worker, "letter_list", "?stand=done")) == 2
    one = read(worker, "letter_list", "?stand=post")
    assert 'href="?stand=post&amp;page=2"' in one
    wrong = read(worker, "letter_list", "?stand=nowhere")
    assert "There is a problem" in wrong
    assert rows(wrong) == 25


def test_messages_page_and_keep_their_filter(worker: Actor) -> None:
    first, second = (read(worker, "message_list", f"?page={n}") for n in (1, 2))
    assert (rows(first), rows(second)) == (25, 9)
    assert sum("Word no. 17." in page for page in (first, second)) == 1
    assert rows(read(worker, "message_list", "?kind=message&page=2")) == 5
    assert rows(read(worker, "message_list", "?kind=complaint")) == 4
    assert 'href="?kind=message&amp;page=2"' in read(worker, "message_list", "?kind=message")
    assert rows(read(worker, "message_list", "?stand=answered")) == 0
