"""What people tell is kept as said, once, and answered by those who work with them."""

from datetime import date
from uuid import UUID

import pytest

from tests.fixtures.case import STARTS, Case, Somebody, a_case, a_contract, a_person, an_agreed_plan
from tests.fixtures.case import moment as at_noon
from whatmatters.access.queries.refusals import NotAllowed
from whatmatters.letters.models import Message, MessageAnswer
from whatmatters.letters.queries.messages import count_to_answer, messages_of, to_answer
from whatmatters.letters.services import (
    AnswerGiven,
    MessageGiven,
    acknowledge,
    answer_message,
    send_message,
)
from whatmatters.letters.services.messages import PageSentBefore
from whatmatters.rules.lifecycles import MoveRefusedError
from whatmatters.rules.messages import MessageKind, MessageState
from whatmatters.rules.people import Language
from whatmatters.rules.refusals import Absent
from whatmatters.rules.word_refusals import WordsMissing

FIRST, SECOND = UUID(int=1), UUID(int=2)
WORDS = "Ni ddaeth neb ddydd Sul. <b>Arhosais</b>."


def send(somebody: Somebody, kind: MessageKind = MessageKind.MESSAGE, **more) -> int:
    told = {"words": WORDS, "language": Language.WELSH, "token": FIRST} | more
    given = MessageGiven(somebody.id, kind, **told)
    return send_message(by=more.pop("by", somebody.actor), at=at_noon(STARTS), message=given)


def waits(actor, kind: MessageKind | None = None) -> int:
    return count_to_answer(actor, STARTS, [MessageState.OPEN], kind)


def a_person_with_support(case: Case) -> Somebody:
    mair = a_person(case)
    an_agreed_plan(case, mair, a_contract(case))
    return mair


def test_a_double_click_keeps_one_message_and_both_who_work_with_her_see_it(db: None) -> None:
    case = a_case()
    mair = a_person_with_support(case)
    assert send(mair) == send(mair)
    assert (waits(case.social_worker), waits(case.manager), waits(case.commissioner)) == (1, 1, 0)
    (told,) = to_answer(case.manager, STARTS, [MessageState.OPEN], limit=5)
    assert (told.words, told.voice) == (WORDS, "self")


def test_an_answer_stands_beside_what_was_said_and_a_later_one_replaces_nothing(db: None) -> None:
    case = a_case()
    mair = a_person_with_support(case)
    pk = send(mair)
    for by, token in ((case.manager, FIRST), (case.manager, FIRST), (case.social_worker, SECOND)):
        answer_message(
            by=by, at=at_noon(STARTS), answer=AnswerGiven(pk, "Mae'n ddrwg gen i.", token)
        )
    (told,) = messages_of(case.council_id, mair.id, MessageKind.MESSAGE, by_id=None)
    assert [answer.by_id for answer in told.answers] == [
        case.manager.user_id,
        case.social_worker.user_id,
    ]
    assert (told.state, waits(case.social_worker)) == ("answered", 0)


def test_a_complaint_has_a_clock_and_the_provider_does_not_read_it(db: None) -> None:
    """STARTS is Easter Monday, no working day; two working days after it is the Wednesday."""
    case = a_case()
    mair = a_person_with_support(case)
    pk = send(mair, MessageKind.COMPLAINT)
    row = Message.objects.get(pk=pk)
    assert (row.acknowledge_by, row.answer_by) == (date(2026, 4, 8), date(2026, 5, 12))
    assert (waits(case.social_worker), waits(case.commissioner), waits(case.manager)) == (1, 1, 0)
    with pytest.raises(NotAllowed):
        answer_message(by=case.manager, at=at_noon(STARTS), answer=AnswerGiven(pk, "Na.", FIRST))
    acknowledge(by=case.commissioner, at=at_noon(STARTS), complaint_id=pk)
    with pytest.raises(MoveRefusedError):
        acknowledge(by=case.social_worker, at=at_noon(STARTS), complaint_id=pk)
    assert MessageAnswer.objects.count() == 0


def test_who_is_not_close_to_her_can_not_send_and_nothing_is_left(db: None) -> None:
    case = a_case()
    mair, other = a_person_with_support(case), a_case("W06000001")
    for by in (case.manager, a_person(case, "Gwen Price").actor, other.social_worker):
        given = MessageGiven(mair.id, MessageKind.MESSAGE, WORDS, Language.WELSH, FIRST)
        with pytest.raises(NotAllowed):
            send_message(by=by, at=at_noon(STARTS), message=given)
    with pytest.raises(WordsMissing):
        send(mair, words="  ")
    assert Message.objects.count() == 0
    pk = send(mair)
    with pytest.raises(Absent):
        answer_message(
            by=other.social_worker, at=at_noon(STARTS), answer=AnswerGiven(pk, "Na.", FIRST)
        )


def test_a_page_that_was_sent_is_nobody_elses_and_for_nobody_else(db: None) -> None:
    """Control arm: with a page of their own each is kept."""
    case = a_case()
    mair, nest = a_person_with_support(case), a_person(case, "Nest Wyn")
    first = send(mair)
    with pytest.raises(PageSentBefore):
        send(nest)
    assert send(mair) == first
    other = send(nest, token=SECOND)
    assert {row.pk for row in Message.objects.all()} == {first, other}
    answer_message(
        by=case.social_worker, at=at_noon(STARTS), answer=AnswerGiven(first, "Do", FIRST)
    )
    with pytest.raises(PageSentBefore):
        answer_message(by=case.manager, at=at_noon(STARTS), answer=AnswerGiven(first, "No", FIRST))
    assert [row.words for row in MessageAnswer.objects.all()] == ["Do"]
