"""A record opened in an emergency: reason, time, review, and she sees each (threat 18)."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests.fixtures.case import STARTS, an_actor, moment
from tests.fixtures.case_pages import ENDS, Shown, a_case_to_look_at
from tests.trust.test_sharing import client_of
from whatmatters.access.models import AuditEvent
from whatmatters.access.queries import Actor, may, people_allowed, sight_of, verify_audit
from whatmatters.access.services import mark_installation
from whatmatters.people.models import Decider, Person
from whatmatters.people.services import NewLink, link_people
from whatmatters.rules.people import LinkKind
from whatmatters.rules.permissions import Action
from whatmatters.rules.roles import InstallationKind, Role
from whatmatters.rules.sharing import Reviewed
from whatmatters.rules.word_refusals import WordsMissing
from whatmatters.trust.models import Opening
from whatmatters.trust.queries.openings import openings
from whatmatters.trust.services import (
    AlreadyReviewed,
    NobodyByThatName,
    NotYoursToOpen,
    NotYoursToReview,
    open_in_emergency,
    review_opening,
)
from whatmatters.trust.web.audit_words import OTHERWISE, change_words

AT = moment(ENDS)
BORN = date(1944, 2, 29)
WHY = "He lies on the floor and cannot say what he takes"


@pytest.fixture
def shown(db: None) -> Shown:
    return a_case_to_look_at()


@pytest.fixture
def stranger(shown: Shown) -> Actor:
    """A care worker who has nothing to do with Ifan."""
    return an_actor(shown.case.system, Role.CARE_WORKER, shown.case.provider_id, "Mali Wyn")


@pytest.fixture
def administrator(shown: Shown) -> Actor:
    body = shown.case.council_organisation_id
    return an_actor(shown.case.system, Role.ADMINISTRATOR, body, "Gwyn Watcher")


def opens(by: Actor, name: str = "Ifan Hughes", reason: str = WHY, at=AT) -> int:
    return open_in_emergency(by=by, at=at, full_name=name, born=BORN, reason=reason)


def sees(shown: Shown, by: Actor, at) -> bool:
    return Action.SEE_RECORD in sight_of(by, shown.ifan.id, ENDS, at=at).actions


def test_it_opens_for_four_hours_and_closes_on_the_next_request(
    shown: Shown, stranger: Actor
) -> None:
    assert not sees(shown, stranger, AT)
    assert opens(stranger) == shown.ifan.id
    assert sees(shown, stranger, AT)
    assert sees(shown, stranger, AT + timedelta(hours=4, seconds=-1))
    assert not sees(shown, stranger, AT + timedelta(hours=4))
    # Control arm: without the end of its time the same row would open it still.
    Opening.objects.model.objects.create(
        council_id=stranger.council_id,
        by_id=stranger.user_id,
        at=AT,
        person_id=shown.ifan.id,
        until=AT + timedelta(days=9),
    )
    assert sees(shown, stranger, AT + timedelta(hours=4))


def test_it_shows_what_is_needed_at_the_door_and_nothing_more(
    shown: Shown, stranger: Actor
) -> None:
    opens(stranger)
    seen = sight_of(stranger, shown.ifan.id, ENDS, at=AT).actions
    assert seen == {"see_record", "see_profile", "see_outcomes", "see_plan", "see_timeline"}
    assert not may(stranger, Action.RECORD_NOTE, shown.ifan.id, ENDS)
    listed = people_allowed(stranger, Action.SEE_RECORD, ENDS)
    assert not Person.objects.filter(pk__in=listed).exists()


def test_from_the_page_and_everybody_is_told(
    shown: Shown, stranger: Actor, administrator: Actor
) -> None:
    worker, record = client_of(stranger), reverse("record", args=[shown.ifan.id])
    assert worker.get(record).status_code == 404
    form = {"full_name": "ifan hughes", "reason": WHY, "form_token": TOKEN}
    form |= {"born-day": "29", "born-month": "2", "born-year": "1944"}
    assert worker.post(reverse("emergency_open"), form).headers["Location"] == record
    assert worker.post(reverse("emergency_open"), form).headers["Location"] == record
    assert Opening.objects.count() == 1
    assert worker.get(record).status_code == 200
    told = client_of(shown.ifan.actor).get(reverse("looks", args=[shown.ifan.id]))
    page = told.content.decode()
    assert WHY in page
    assert "They opened it in an emergency" in page
    watched = client_of(administrator).get(reverse("opening_list")).content.decode()
    assert WHY in watched
    assert "Mali Wyn" in watched
    assert "Ifan" not in watched


TOKEN = "3f1f1f0e-0000-4000-8000-000000000002"


def test_who_looks_for_somebody_must_know_them(shown: Shown, stranger: Actor) -> None:
    for name in ("Ifan", "Hughes", "Ifan Huws", ""):
        with pytest.raises(NobodyByThatName):
            opens(stranger, name)
    with pytest.raises(WordsMissing):
        opens(stranger, reason="  ")
    for by in (shown.case.manager, shown.case.commissioner, shown.case.finance):
        with pytest.raises(NotYoursToOpen):
            opens(by)
    assert AuditEvent.objects.filter(action="emergency.nobody", by_id=stranger.user_id).count() == 4
    assert not Opening.objects.exists()


def test_a_review_is_made_once_by_somebody_else_and_late_ones_go_up(
    shown: Shown, stranger: Actor, administrator: Actor
) -> None:
    opens(stranger, at=AT - timedelta(days=7, minutes=1))
    opens(stranger, at=AT - timedelta(days=7) + timedelta(minutes=1))
    late, early = sorted(openings(stranger.council_id, at=AT), key=lambda one: one.at)
    assert late.late(AT)
    assert not early.late(AT)
    mark_installation(kind=InstallationKind.DEMO, at=AT, as_of=ENDS + timedelta(days=30))
    address = reverse("opening_list")
    up = client_of(shown.case.commissioner).get(address).content.decode()
    assert up.count(WHY) == 2
    for by in (shown.case.commissioner, stranger):
        with pytest.raises(NotYoursToReview):
            review(by, late.id)
    review(administrator, late.id)
    with pytest.raises(AlreadyReviewed):
        review(administrator, late.id)
    assert client_of(shown.case.commissioner).get(address).content.decode().count(WHY) == 1
    own = client_of(shown.ifan.actor).get(reverse("looks", args=[shown.ifan.id])).content.decode()
    assert "Reviewed: there was no good reason." in own
    assert "The ambulance had been called" in own
    assert verify_audit(stranger.council_id).problem == ""


def review(by: Actor, opening_id: int) -> int:
    said = "The ambulance had been called"
    found = Reviewed.NOT_JUSTIFIED
    return review_opening(by=by, at=AT, opening_id=opening_id, found=found, said=said)


def test_every_change_is_told_in_words(shown: Shown) -> None:
    codes = set(AuditEvent.objects.filter(person_id=shown.ifan.id).values_list("action", flat=True))
    assert codes
    assert {code for code in codes if change_words(code) == str(OTHERWISE)} == set()
    page = client_of(shown.ifan.actor).get(reverse("changes", args=[shown.ifan.id]))
    assert "A plan moved on" in page.content.decode()


def test_an_authority_is_recorded_and_ended_at_once(shown: Shown) -> None:
    gwen = an_actor(shown.case.system, Role.FAMILY, None, "Gwen Hughes")
    link = NewLink(shown.ifan.id, gwen.user_id, LinkKind.FAMILY, STARTS)
    link_people(by=shown.case.social_worker, at=AT, links=[link])
    worker: Client = client_of(shown.case.social_worker)
    plan = reverse("plan_version", args=[shown.proposed_id])
    hers = client_of(gwen)
    assert hers.get(plan).status_code == 403
    form = {
        "user": str(gwen.user_id),
        "authority": "attorney",
        "covers": "health_and_welfare",
        "reference": "LPA 7000-1234",
        "starts-day": str(ENDS.day),
        "starts-month": str(ENDS.month),
        "starts-year": str(ENDS.year),
        "form_token": TOKEN,
    }
    for _ in range(2):
        address = reverse("decider_new", args=[shown.ifan.id])
        assert worker.post(address, form).status_code == 302
    assert Decider.objects.count() == 1
    assert hers.get(plan).status_code == 200
    page = worker.get(reverse("deciders", args=[shown.ifan.id])).content.decode()
    assert "LPA 7000-1234" in page
    assert "Nia Parry" in page
    assert 'id="money"' not in hers.get(reverse("record", args=[shown.ifan.id])).content.decode()
    stop = {"stop": str(Decider.objects.get().pk)}
    assert worker.post(reverse("deciders", args=[shown.ifan.id]), stop).status_code == 302
    assert hers.get(plan).status_code == 403
