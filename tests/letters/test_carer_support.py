"""What somebody close asks for as a carer: theirs and the social worker's to read alone."""

from uuid import UUID

import pytest
from django.urls import reverse

from tests.fixtures.case import moment
from tests.fixtures.case_pages import ENDS, Shown, a_case_to_look_at
from tests.people.test_help_offers import close_to
from tests.trust.test_sharing import client_of
from whatmatters.access.queries import Actor
from whatmatters.access.queries.refusals import NotAllowed
from whatmatters.letters.queries.messages import NOT_ANSWERED, count_to_answer
from whatmatters.letters.services import AnswerGiven, MessageGiven, answer_message, send_message
from whatmatters.rules.messages import MessageKind
from whatmatters.rules.people import Language
from whatmatters.trust.services import stop_sharing

WORDS = "I have not slept for a week"


@pytest.fixture
def shown(db: None) -> Shown:
    return a_case_to_look_at()


def ask(shown: Shown, by: Actor, token: int = 1) -> int:
    kind, said = MessageKind.CARER_SUPPORT, Language.ENGLISH
    given = MessageGiven(shown.ifan.id, kind, WORDS, said, UUID(int=token))
    return send_message(by=by, at=moment(ENDS), message=given)


def test_only_somebody_let_in_asks_and_only_her_social_worker_answers(shown: Shown) -> None:
    non = close_to(shown)
    for by in (shown.ifan.actor, shown.case.social_worker, shown.case.manager):
        with pytest.raises(NotAllowed):
            ask(shown, by)
    pk = ask(shown, non)
    assert ask(shown, non) == pk
    waits = [
        count_to_answer(by, ENDS, NOT_ANSWERED)
        for by in (shown.case.social_worker, shown.case.manager, shown.case.commissioner)
    ]
    assert waits == [1, 0, 0]
    for by in (shown.case.manager, shown.case.commissioner):
        with pytest.raises(NotAllowed):
            answer_message(by=by, at=moment(ENDS), answer=AnswerGiven(pk, "No", UUID(int=2)))


def test_it_reaches_her_first_page_and_the_answer_reaches_the_carer(shown: Shown) -> None:
    non = close_to(shown)
    page, address = client_of(non), reverse("carer_support", args=[shown.ifan.id])
    form = page.get(address).context["form"]
    sent = {"form_token": str(form["form_token"].value()), "words": WORDS}
    assert page.post(address, sent | {"words": ""}).status_code == 422
    assert page.post(address, sent).status_code == 302
    worker = client_of(shown.case.social_worker)
    first = worker.get(reverse("home")).content.decode()
    assert "A carer asks for support" in first
    pk = next(int(part.split("/")[0]) for part in first.split('"/carer-support/')[1:])
    answer = reverse("carer_request", args=[pk])
    asked = worker.get(answer)
    assert WORDS in asked.content.decode()
    token = str(asked.context["form"]["form_token"].value())
    said = {"form_token": token, "words": "I ring you on Monday at nine."}
    assert worker.post(answer, said).status_code == 302
    # The person and the provider read nothing of it.
    for actor in (shown.ifan.actor, shown.case.manager):
        client = client_of(actor)
        for name in ("record", "help_offers"):
            told = client.get(reverse(name, args=[shown.ifan.id])).content.decode()
            assert WORDS not in told
        assert client.get(answer).status_code == 403
    assert (
        WORDS
        not in client_of(shown.ifan.actor)
        .get(reverse("tell", args=[shown.ifan.id]))
        .content.decode()
    )
    by = shown.ifan.actor
    stop_sharing(by=by, at=moment(ENDS), on=ENDS, person_id=shown.ifan.id, user_id=non.user_id)
    assert page.get(address).status_code == 404
    mine = page.get(reverse("own_help")).content.decode()
    assert WORDS in mine
    assert "I ring you on Monday at nine." in mine
