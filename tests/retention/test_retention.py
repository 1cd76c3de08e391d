"""Words go when their years are over, numbers stay, and nobody in support or on hold is touched."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.fixtures.case import a_case, a_person, an_actor, moment
from tests.permissions.walk import BACKEND
from tests.permissions.world import TODAY, Place, two_places
from whatmatters.access.models import AuditEvent, User
from whatmatters.access.queries import actor_for, verify_audit
from whatmatters.home.services import someone_moved
from whatmatters.letters.services.messages import MessageGiven, send_message
from whatmatters.payments.queries.proof import verify
from whatmatters.people.models import Person
from whatmatters.retention.queries import Due, blanked_on, due, held_people
from whatmatters.retention.services import (
    AlreadyHeld,
    HoldOver,
    NotYoursToBlank,
    apply_retention,
    end_hold,
    hold_record,
)
from whatmatters.rules.days import DayNotReached
from whatmatters.rules.messages import MessageKind
from whatmatters.rules.people import Language
from whatmatters.rules.refusals import Absent
from whatmatters.rules.retention import RetentionKey
from whatmatters.rules.roles import Role

WORDS = ("name", "profile", "words", "outcome", "line")
LATER = date(TODAY.year + 8, TODAY.month, TODAY.day)
MUCH_LATER = date(2050, 1, 1)


@pytest.fixture(scope="module")
def made_once(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[Place, Place]]:
    """Two councils whose person's support ended on the same day; `places` takes back each test."""
    with django_db_blocker.unblock(), transaction.atomic():
        both = two_places()
        for place in both:
            someone_moved(
                by=place.case.social_worker,
                at=moment(TODAY),
                person_id=place.ids["person_id"],
                on=TODAY,
            )
        with django_db_blocker.block():
            yield both
        transaction.set_rollback(True)


def administrator(place: Place) -> Any:
    body = place.case.council_organisation_id
    return an_actor(place.case.system, Role.ADMINISTRATOR, body, "Gwyn Keeper")


def written_here(place: Place) -> list[tuple[str, Any, dict[str, Any]]]:
    """Every row of a council, as it is in the database."""
    found = []
    for table in apps.get_models():
        if any(column.name == "council" for column in table._meta.fields):
            rows = table._default_manager.filter(council_id=place.case.council_id)
            found += [(table._meta.label, row["id"], row) for row in rows.order_by("pk").values()]
    return found


def due_of_people(council_id: int, day: date) -> list[Due]:
    """What is due about people; why a body took its rows out grows old by itself."""
    return [one for one in due(council_id, day).due if one.person_id is not None]


def kinds_found(place: Place) -> set[str]:
    """Which of the person's own canaries stand anywhere in the council's rows."""
    text = repr(written_here(place)) + repr(list(User.objects.values()))
    return {word for word in WORDS if place.canaries[word] in text}


def test_nothing_is_due_a_day_before_and_all_of_it_on_the_day(places) -> None:
    here, elsewhere = places
    council_id, person_id = here.case.council_id, here.ids["person_id"]
    # What was contested in the financial year to 31 March 2027 may go after six more.
    assert due_of_people(council_id, date(2033, 3, 31)) == []
    found = {d.rule for d in due_of_people(council_id, date(2034, 6, 29))}
    assert found == {RetentionKey.FINANCE, RetentionKey.CHARGING}
    (one,) = [d for d in due(council_id, LATER).due if d.rule is RetentionKey.CASE_RECORD]
    assert one.person_id == person_id
    assert one.rows["people.person"] == 1
    assert one.rows["outcomes.statement"] == 1
    assert one.rows["outcomes.outcome"] >= 2
    assert elsewhere.ids["person_id"] not in {d.person_id for d in due(council_id, LATER).due}
    assert date(2034, 6, 30) == LATER


def test_looking_changes_nothing(places) -> None:
    before = written_here(places[0])
    due(places[0].case.council_id, MUCH_LATER)
    assert written_here(places[0]) == before


def test_words_go_numbers_stay_and_the_other_council_is_as_it_was(places) -> None:
    here, elsewhere = places
    assert kinds_found(here) == set(WORDS)
    before, other = written_here(here), written_here(elsewhere)
    apply_retention(by=administrator(here), at=moment(MUCH_LATER), as_of=MUCH_LATER)
    assert kinds_found(here) == set()
    assert written_here(elsewhere) == other
    assert kinds_found(elsewhere) == set(WORDS)
    after = {(label, pk): row for label, pk, row in written_here(here)}
    gone = {label for label, pk, _ in before if (label, pk) not in after}
    assert gone <= {"people.NameKey", "people.ContactChoice", "access.Portrait"}
    assert "access.Portrait" in gone, "her picture goes with her account"
    for label, pk, row in before:
        left = after.get((label, pk), row)
        changed = {column for column in row if left[column] != row[column]}
        texts = (str, date)
        exact = {c for c in changed if not isinstance(row[c], texts)}
        assert exact <= {"latitude", "longitude"}, (label, exact)


def test_audit_and_ledger_still_prove(places) -> None:
    here, _ = places
    by = administrator(here)
    rows = verify_audit(here.case.council_id).rows
    apply_retention(by=by, at=moment(MUCH_LATER), as_of=MUCH_LATER)
    proof = verify_audit(here.case.council_id)
    assert (proof.problem, proof.rows > rows) == ("", True)
    assert verify(here.case.council_id).ok
    told = AuditEvent.objects.filter(action="retention.blanked", by_id=by.user_id)
    told = told.exclude(why="taking_out")
    assert {row.why for row in told} == {"case_record", "charging", "complaints", "finance"}
    # Who was rung before a body's bank details changed is about nobody's record.
    assert {row.person_id for row in told} == {here.ids["person_id"], None}
    assert {row.why for row in told if row.person_id is None} == {"finance"}


def test_a_second_run_changes_nothing(places) -> None:
    here, _ = places
    by = administrator(here)
    apply_retention(by=by, at=moment(MUCH_LATER), as_of=MUCH_LATER)
    after = written_here(here)
    assert apply_retention(by=by, at=moment(MUCH_LATER, 13), as_of=MUCH_LATER).done == ()
    assert written_here(here) == after


def test_a_person_on_hold_is_not_touched_until_the_hold_ends(places) -> None:
    here, _ = places
    by, person_id = administrator(here), here.ids["person_id"]
    hold_id = hold_record(by=by, at=moment(LATER), person_id=person_id, reason="A claim")
    with pytest.raises(AlreadyHeld):
        hold_record(by=by, at=moment(LATER), person_id=person_id, reason="Another")
    assert due(here.case.council_id, MUCH_LATER).held == (person_id,)
    done = apply_retention(by=by, at=moment(MUCH_LATER), as_of=MUCH_LATER).done
    assert [one.person_id for one in done] == [None, None]  # taking out, bank details
    assert kinds_found(here) == set(WORDS)
    end_hold(by=by, at=moment(MUCH_LATER), hold_id=hold_id)
    with pytest.raises(HoldOver):
        end_hold(by=by, at=moment(MUCH_LATER), hold_id=hold_id)
    assert held_people(here.case.council_id) == frozenset()
    # The hold's own reason was written of her on LATER, and is counted like any word.
    apply_retention(by=by, at=moment(MUCH_LATER), as_of=MUCH_LATER)
    assert kinds_found(here) == set()
    assert "A claim" not in repr(written_here(here))


def test_who_is_in_support_is_not_touched_however_old_her_words_are(db: None) -> None:
    here, _ = two_places()
    assert due_of_people(here.case.council_id, MUCH_LATER) == []
    apply_retention(by=administrator(here), at=moment(MUCH_LATER), as_of=MUCH_LATER)
    assert kinds_found(here) == set(WORDS)


def test_a_complaint_outlives_the_record_it_is_about(places) -> None:
    here, _ = places
    by, person_id = administrator(here), here.ids["person_id"]
    herself = actor_for(here.readers["person:self"].pk, council_id=here.case.council_id, on=TODAY)
    token = UUID("6a0f1d5e-7a52-4b4b-9b57-0d6b1f3c2a11")
    said = MessageGiven(person_id, MessageKind.COMPLAINT, "CanariCwyn", Language.WELSH, token)
    send_message(by=herself, at=moment(TODAY, 15), message=said)
    apply_retention(by=by, at=moment(LATER), as_of=LATER)
    assert kinds_found(here) == set()
    assert "CanariCwyn" in repr(written_here(here))
    ten = date(TODAY.year + 10, TODAY.month, TODAY.day)
    apply_retention(by=by, at=moment(ten), as_of=ten)
    assert "CanariCwyn" not in repr(written_here(here))


def test_the_page_of_the_record_says_so(places) -> None:
    here, _ = places
    person_id = here.ids["person_id"]
    apply_retention(by=administrator(here), at=moment(MUCH_LATER), as_of=MUCH_LATER)
    assert blanked_on(here.case.council_id, person_id) == MUCH_LATER
    client = Client()
    client.force_login(here.readers["commissioner:council"], backend=BACKEND)
    page = client.get(reverse("record", args=[person_id])).content.decode()
    assert "The words of this record were removed on 1 January 2050" in page
    assert not any(here.canaries[word] in page for word in WORDS)


def test_her_own_account_is_closed_and_a_worker_keeps_theirs(places) -> None:
    here, _ = places
    apply_retention(by=administrator(here), at=moment(MUCH_LATER), as_of=MUCH_LATER)
    herself = User.objects.get(pk=here.readers["person:self"].pk)
    assert (herself.is_active, herself.display_name) == (False, "—")
    assert herself.username == f"blanked-{herself.pk}"
    worker = User.objects.get(pk=here.readers["social_worker:assigned"].pk)
    assert (worker.is_active, worker.display_name) == (True, "social_worker:assigned")


@pytest.mark.parametrize(
    "reader", ["commissioner:council", "social_worker:assigned", "provider_manager:provider"]
)
def test_nobody_else_may(places, reader: str) -> None:
    here, _ = places
    user_id = here.readers[reader].pk
    by = actor_for(user_id, council_id=here.case.council_id, on=TODAY)
    with pytest.raises(NotYoursToBlank):
        apply_retention(by=by, at=moment(MUCH_LATER), as_of=MUCH_LATER)
    with pytest.raises(NotYoursToBlank):
        hold_record(by=by, at=moment(LATER), person_id=here.ids["person_id"], reason="Why")


def test_a_providers_administrator_may_not(places) -> None:
    here, _ = places
    by = an_actor(here.case.system, Role.ADMINISTRATOR, here.case.provider_id, "Other Body")
    with pytest.raises(NotYoursToBlank):
        apply_retention(by=by, at=moment(MUCH_LATER), as_of=MUCH_LATER)


def test_a_day_that_has_not_come_and_a_stranger_are_refused(places) -> None:
    here, elsewhere = places
    by = administrator(here)
    with pytest.raises(DayNotReached):
        apply_retention(by=by, at=moment(LATER), as_of=MUCH_LATER)
    with pytest.raises(Absent):
        hold_record(by=by, at=moment(LATER), person_id=elsewhere.ids["person_id"], reason="Why")
    assert kinds_found(here) == set(WORDS)


def test_who_never_had_support_is_kept_two_years(db: None) -> None:
    case = a_case()
    who = a_person(case, "Gwen Contact")
    assert due(case.council_id, date(2028, 4, 5)).due == ()
    (one,) = due(case.council_id, date(2028, 4, 6)).due
    assert (one.rule, one.person_id) == (RetentionKey.NO_SERVICE, who.id)
    apply_retention(by=case.system, at=moment(date(2028, 4, 6)), as_of=date(2028, 4, 6))
    row = Person.objects.get(pk=who.id)
    assert (row.full_name, row.known_as, row.postcode) == ("—", "—", "—")
    assert (row.born, str(row.latitude)) == (date(1944, 1, 1), "53.10000")
