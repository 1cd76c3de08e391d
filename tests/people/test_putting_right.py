"""Putting right who somebody is: on a page, with what stood before, and never as two people."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from tests.fixtures.case import STARTS, Case, Somebody, a_person, moment
from tests.fixtures.published import a_case_with_a_postcode
from tests.people.test_register_pages import client_of
from whatmatters.access.models import AuditEvent
from whatmatters.access.services import mark_installation
from whatmatters.people.models import DuplicateChoice, Person, PersonCorrection
from whatmatters.people.queries.corrections import corrections
from whatmatters.people.services import (
    BornLater,
    NewAssignment,
    PersonCorrected,
    PutRight,
    assign_workers,
    correct_people,
    put_person_right,
)
from whatmatters.rules.people import Language
from whatmatters.rules.person_corrections import (
    CorrectedMeanwhile,
    NothingCorrected,
    NotYoursToCorrect,
)
from whatmatters.rules.roles import InstallationKind
from whatmatters.rules.word_refusals import WordsMissing

BORN = date(1943, 2, 12)


@pytest.fixture
def here(db: None) -> tuple[Case, str, Somebody]:
    """A case, a postcode of its area, and somebody who lives elsewhere in it."""
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    case, postcode = a_case_with_a_postcode()
    nest = a_person(case, "Nest Ifan", born=BORN)
    given = [NewAssignment(nest.id, case.social_worker.user_id, STARTS)]
    assign_workers(by=case.system, at=moment(STARTS), assignments=given)
    return case, postcode, nest


def told(seen: int, **changes: str) -> dict[str, str]:
    answers = {
        "form_token": str(uuid4()),
        "seen": str(seen),
        "full_name": "Nest ferch Ifan",
        "known_as": "Nest",
        "born-day": "21",
        "born-month": "2",
        "born-year": "1943",
        "spoken": "cy",
        "postcode": "",
        "why": "The letter was misread",
    }
    return answers | changes


def she_reads_it(herself: Somebody, *never: str) -> None:
    """On her record that something was put right; on its page what stood before, and why."""
    own, changes = client_of(herself.actor), reverse("changes", args=[herself.id])
    record = own.get(reverse("record", args=[herself.id])).content.decode()
    assert f'href="{changes}">My name, birthday, language or home was put right on' in record
    hers = own.get(changes).content.decode()
    for words in ("The letter was misread", "Before: 12 February 1943", "Before: Somewhere else"):
        assert words in hers
    assert not [postcode for postcode in never if postcode in record + hers]


def nothing_more_is_kept(client: Client, page: str, newest: int) -> None:
    """A window that was opened before is told; so is one that changes nothing, or is wrong."""
    late = client.post(page, told(0, full_name="Nest Huws"))
    same = client.post(page, told(newest))
    wrong = client.post(page, told(newest, why="", postcode="ZZ99 9ZZ", **{"born-year": "2027"}))
    assert [sent.status_code for sent in (late, same, wrong)] == [422, 422, 422]
    assert "Somebody put this right while you did" in late.content.decode()
    assert "all of this stands there already" in same.content.decode()
    for field in ("id_why", "id_postcode"):
        assert f'href="#{field}"' in wrong.content.decode()
    ahead = client.post(page, told(newest, **{"born-year": "2027"})).content.decode()
    assert 'href="#id_born-day">The date of birth lies ahead' in ahead
    assert PersonCorrection.objects.count() == 1


def test_a_name_a_birthday_and_a_home_are_put_right_once_and_what_stood_is_kept(
    here: tuple[Case, str, Somebody],
) -> None:
    case, postcode, herself = here
    nest = herself.id
    before = Person.objects.get(pk=nest)
    client, page = client_of(case.social_worker), reverse("person_correct", args=[nest])
    opened = client.get(page, headers={"accept-language": "cy"}).content.decode()
    assert "Cywiro pwy yw" in opened
    assert 'value="Nest Ifan"' in opened
    assert before.postcode not in opened
    form = told(0, postcode=postcode.lower())
    for _ in range(2):
        sent = client.post(page, form)
        assert (sent.status_code, sent.headers["Location"]) == (302, f"/people/{nest}/")
    now = Person.objects.get(pk=nest)
    assert (now.full_name, now.known_as, now.born) == ("Nest ferch Ifan", "Nest", date(1943, 2, 21))
    assert (now.postcode, now.patch_id) == (postcode, case.patch_id)
    kept = PersonCorrection.objects.get()
    assert (kept.full_name, kept.born, kept.postcode) == ("Nest Ifan", BORN, before.postcode)
    assert (kept.why, kept.by_id) == ("The letter was misread", case.social_worker.user_id)
    (one,) = corrections(case.council_id, nest)
    assert one.changed == ("full_name", "known_as", "born", "postcode")
    assert AuditEvent.objects.filter(action="person.corrected", person_id=nest).count() == 1
    shown = client.get(page).content.decode()
    for words in ("Before: 12 February 1943", "Before: Somewhere else", "Put right by Nia Parry"):
        assert words in shown
    assert postcode not in shown
    assert f'href="{page}"' in client.get(f"/people/{nest}/").content.decode()
    she_reads_it(herself, postcode, before.postcode)
    nothing_more_is_kept(client, page, one.id)


def test_somebody_alike_is_asked_about_before_a_name_becomes_hers(
    here: tuple[Case, str, Somebody],
) -> None:
    case, _, herself = here
    nest = herself.id
    other = a_person(case, "Mair Wynne", born=date(1951, 6, 3)).id
    client, page = client_of(case.social_worker), reverse("person_correct", args=[nest])
    form = told(0, full_name="Mair Wyn", known_as="", **{"born-day": "3"})
    form |= {"born-month": "6", "born-year": "1951"}
    asked = client.post(page, form)
    assert asked.status_code == 200
    assert "Mair Wynne" in asked.content.decode()
    assert '<input type="hidden" name="why" value="The letter was misread">' in (
        asked.content.decode()
    )
    hers = client.post(page, form | {"asked": "1", "same": str(other)}, follow=True)
    assert "Nothing was put right: Mair Wynne has a record" in hers.content.decode()
    assert Person.objects.get(pk=nest).full_name == "Nest Ifan"
    form |= {"form_token": str(uuid4()), "asked": "1", "same": "none"}
    for _ in range(2):
        assert client.post(page, form).status_code == 302
    assert Person.objects.get(pk=nest).full_name == "Mair Wyn"
    choice = DuplicateChoice.objects.get()
    assert (choice.candidate_id, choice.registered_id, choice.is_same) == (other, nest, False)


def test_who_may_not_and_what_is_refused(here: tuple[Case, str, Somebody]) -> None:
    case, _, herself = here
    nest = herself.id
    now = PersonCorrected(nest, language=Language.ENGLISH, why="She told me")

    def put(by: object, now: PersonCorrected, seen: int = 0) -> int:
        given = PutRight(now, seen)
        return put_person_right(by=by, at=moment(STARTS), on=STARTS, given=given)  # type: ignore[arg-type]

    for other in (case.commissioner, case.manager):
        with pytest.raises(NotYoursToCorrect):
            put(other, now)
    worker = case.social_worker
    with pytest.raises(WordsMissing):
        put(worker, replace(now, why=" "))
    with pytest.raises(CorrectedMeanwhile):
        put(worker, now, 999)
    with pytest.raises(NothingCorrected):
        put(worker, PersonCorrected(nest, full_name="Nest Ifan", why="No"))
    with pytest.raises(BornLater):
        put(worker, replace(now, born=date(2090, 1, 1)))
    assert PersonCorrection.objects.count() == 0
    # What a file brings is kept as well, without a reason of its own.
    correct_people(
        by=case.system, at=moment(STARTS), people=[PersonCorrected(nest, known_as="Nesta")]
    )
    (one,) = corrections(case.council_id, nest)
    assert (one.why, one.changed, one.known_as) == ("", ("known_as",), "Nest Ifan")
    assert put(worker, now, one.id) == nest
