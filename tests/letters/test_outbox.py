"""What is due is put in the outbox once, and goes only where and in words that are safe."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.fixtures.case import (
    STARTS,
    Case,
    Somebody,
    a_case,
    a_contract,
    a_draft,
    a_person,
    agreed_by_three,
    an_agreed_plan,
    moment,
    propose,
)
from whatmatters.letters.models import Letter, LetterMove
from whatmatters.letters.queries.letters import letters_in
from whatmatters.letters.queries.ways import Postroom, ready
from whatmatters.letters.services import NotWaiting, keep_letters, mark_done
from whatmatters.people.services import ContactGiven, choose_contacts, record_death
from whatmatters.rules.contact import Channel, Contact
from whatmatters.rules.letters import WAITING, LetterState
from whatmatters.rules.people import Language
from whatmatters.rules.refusals import Absent

MAILS = Postroom("What Matters <post@example.org>", "https://example.org")
PAPER = Contact(Channel.POST, address="3 Lôn Las\nBangor", language=Language.WELSH)


def a_proposal(case: Case) -> tuple[Somebody, int]:
    """Mair, with a plan put to the three on the first day."""
    mair = a_person(case)
    draft = a_draft(case, mair.id, a_contract(case))
    propose(case, draft.version_id)
    return mair, draft.version_id


def keep(case: Case, on: date = STARTS, room: Postroom = MAILS) -> int:
    return keep_letters(by=case.system, at=moment(on), on=on, room=room)


def choose(case: Case, person_id: int, contact: Contact) -> None:
    given = [ContactGiven(person_id, contact)]
    choose_contacts(by=case.social_worker, at=moment(STARTS), choices=given)


def stand() -> list[tuple[str, str, str]]:
    return list(Letter.objects.order_by("id").values_list("reason", "state", "why"))


def test_a_plan_to_agree_is_told_once_and_nothing_is_sent_before_she_was_asked(db: None) -> None:
    case = a_case()
    a_proposal(case)
    assert keep(case) == 1
    assert keep(case) == 0
    assert stand() == [("plan_to_answer", "to_tell", "never_asked")]
    assert list(LetterMove.objects.values_list("to", "why")) == [("to_tell", "never_asked")]


@pytest.mark.parametrize(
    ("contact", "state", "why"),
    [
        (PAPER, "to_post", ""),
        (Contact(Channel.EMAIL, email="mair@example.org"), "queued", ""),
        (Contact(Channel.IN_PERSON), "to_tell", "in_person"),
        (replace(PAPER, avoided=("cynllun",)), "to_tell", "words"),
        (Contact(Channel.EMAIL, email="mair@example.org", avoided=("Example.ORG",)),
         "to_tell", "words"),
        (replace(PAPER, avoided=("W06000002",)), "to_post", ""),
    ],
)  # fmt: skip
def test_each_letter_waits_on_its_only_safe_way(
    db: None, contact: Contact, state: str, why: str
) -> None:
    case = a_case()
    mair, _ = a_proposal(case)
    choose(case, mair.id, contact)
    keep(case)
    assert stand() == [("plan_to_answer", state, why)]


def test_without_a_mail_server_who_chose_email_gets_paper_only_where_she_said_it_is_safe(
    db: None,
) -> None:
    case = a_case()
    mair, _ = a_proposal(case)
    by_mail = Contact(Channel.EMAIL, email="mair@example.org")
    choose(case, mair.id, by_mail)
    keep(case, room=Postroom())
    assert stand() == [("plan_to_answer", "to_tell", "no_mail")]
    choose(case, mair.id, replace(by_mail, address="3 Lôn Las"))
    keep(case, room=Postroom())
    assert stand() == [("plan_to_answer", "to_post", "")]


def test_a_newer_choice_of_hers_moves_what_waits(db: None) -> None:
    case = a_case()
    mair, _ = a_proposal(case)
    choose(case, mair.id, PAPER)
    keep(case)
    choose(case, mair.id, Contact(Channel.IN_PERSON, language=Language.WELSH))
    keep(case)
    assert stand() == [("plan_to_answer", "to_tell", "in_person")]


def test_a_plan_that_was_answered_and_a_person_who_died_get_no_letter(db: None) -> None:
    case = a_case()
    mair, version_id = a_proposal(case)
    gwen = a_person(case, "Gwen Price")
    propose(case, a_draft(case, gwen.id, a_contract(case, "HTLAH-2", leads=False)).version_id)
    assert keep(case) == 2
    agreed_by_three(case, mair, version_id)
    record_death(by=case.social_worker, at=moment(STARTS), person_id=gwen.id, on=STARTS)
    keep(case)
    assert [state for _, state, _ in stand()] == ["withdrawn", "withdrawn"]


def test_a_review_is_told_from_four_weeks_before_the_last_day(db: None) -> None:
    case = a_case()
    mair = a_person(case)
    an_agreed_plan(case, mair, a_contract(case))
    last = STARTS + timedelta(days=83)
    assert keep(case, last - timedelta(days=29)) == 0
    assert keep(case, last - timedelta(days=28)) == 1
    assert keep(case, last) == 0


def test_a_letter_is_in_her_language_and_quotes_nothing(db: None) -> None:
    case = a_case()
    mair, _ = a_proposal(case)
    choose(case, mair.id, replace(PAPER, avoided=("W06000002",), large_print=True))
    keep(case)
    (letter,) = letters_in(case.council_id, WAITING)
    found = ready(case.council_id, [letter], MAILS, on=STARTS)[letter.id]
    assert found.envelope == ("Mair Rees", "3 Lôn Las", "Bangor")
    assert found.paper.greeting == "Annwyl Mair Rees,"
    assert found.paper.sender == ""
    assert found.large_print
    mail = found.mails[0].text.whole()
    assert "Mair" not in mail
    assert "2026" not in mail


def test_what_is_posted_or_told_is_marked_once_by_somebody(db: None) -> None:
    case = a_case()
    mair, _ = a_proposal(case)
    choose(case, mair.id, PAPER)
    keep(case)
    pk = Letter.objects.get().pk
    told = {"letter_ids": [pk], "done": LetterState.POSTED}
    with pytest.raises(NotWaiting):
        mark_done(by=case.social_worker, at=moment(STARTS), **told | {"done": LetterState.TOLD})
    mark_done(by=case.social_worker, at=moment(STARTS, 15), **told)
    assert stand() == [("plan_to_answer", "posted", "")]
    with pytest.raises(NotWaiting):
        mark_done(by=case.social_worker, at=moment(STARTS, 16), **told)
    with pytest.raises(Absent):
        mark_done(by=a_case("W06000001").system, at=moment(STARTS), **told)
