"""Registering somebody from a page: whether she is here already is asked before anybody is made."""

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from tests.fixtures.case import STARTS, Case, a_person, an_actor, moment
from tests.fixtures.published import a_case_with_a_postcode
from whatmatters.access.models import AuditEvent, User
from whatmatters.access.queries import Actor
from whatmatters.access.services import mark_installation
from whatmatters.people.models import Assignment, DuplicateChoice, Person
from whatmatters.rules.roles import InstallationKind, Role

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
ADDRESS = reverse("person_register")


@pytest.fixture
def here(db: None) -> tuple[Case, str]:
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    return a_case_with_a_postcode()


def client_of(actor: Actor) -> Client:
    client = Client(headers={"accept-language": "en-gb"})
    client.force_login(User.objects.get(pk=actor.user_id), backend=BACKEND)
    return client


def told(postcode: str, **changes: str) -> dict[str, str]:
    answers = {
        "form_token": str(uuid4()),
        "full_name": "Nest ferch Ifan",
        "known_as": "Nest",
        "born-day": "12",
        "born-month": "chwefror",
        "born-year": "1943",
        "spoken": "cy",
        "postcode": postcode.lower().replace(" ", ""),
    }
    return answers | changes


def test_a_social_worker_registers_somebody_and_works_with_her(here: tuple[Case, str]) -> None:
    case, postcode = here
    client, form = client_of(case.social_worker), told(postcode)
    for _ in range(2):
        sent = client.post(ADDRESS, form)
        nest = Person.objects.get()
        assert (sent.status_code, sent.headers["Location"]) == (302, f"/people/{nest.pk}/")
    assert (nest.full_name, nest.known_as, nest.born) == (
        "Nest ferch Ifan",
        "Nest",
        date(1943, 2, 12),
    )
    assert (nest.lsoa_id, nest.ward_id, nest.patch_id) == (
        case.lsoa_id,
        case.ward_id,
        case.patch_id,
    )
    assert (nest.postcode, nest.origin, nest.disabled) == (postcode, "synthetic", False)
    assert Assignment.objects.get().user_id == case.social_worker.user_id
    assert client.get(f"/people/{nest.pk}/").status_code == 200


def test_a_broker_registers_somebody_and_works_with_nobody(here: tuple[Case, str]) -> None:
    case, postcode = here
    broker = an_actor(case.system, Role.BROKER, case.council_organisation_id)
    assert client_of(broker).post(ADDRESS, told(postcode)).status_code == 302
    assert Assignment.objects.count() == 0


def test_what_is_wrong_is_said_beside_its_question(here: tuple[Case, str]) -> None:
    case, _ = here
    sent = client_of(case.social_worker).post(
        ADDRESS, told("ZZ99 9ZZ", full_name="", **{"born-year": "2027"})
    )
    html = sent.content.decode()
    assert sent.status_code == 422
    assert "“Full name” needs an answer" in html
    assert 'href="#id_postcode">This is not among the published postcodes' in html
    later = client_of(case.social_worker).post(ADDRESS, told(here[1], **{"born-year": "2027"}))
    assert 'href="#id_born-day">The date of birth lies ahead. Check it.' in later.content.decode()
    assert Person.objects.count() == 0


def test_somebody_alike_is_asked_about_before_anybody_is_made(here: tuple[Case, str]) -> None:
    case, postcode = here
    a_person(case, "Nêst Ifan", born=date(1943, 12, 2))
    client, form = client_of(case.social_worker), told(postcode)
    asked = client.post(ADDRESS, form)
    html = asked.content.decode()
    assert asked.status_code == 200
    assert "Nêst Ifan" in html
    assert "easily mistaken for it. Works with Nia Parry." in html
    assert '<input type="hidden" name="born-month" value="chwefror">' in html
    assert Person.objects.count() == 1
    silent = client.post(ADDRESS, form | {"asked": "1"})
    assert silent.status_code == 422
    assert "Say whether it is one of them" in silent.content.decode()


def test_someone_else_is_registered_and_the_choice_is_kept(here: tuple[Case, str]) -> None:
    case, postcode = here
    alike = a_person(case, "Nest Ifan", born=date(1943, 2, 12))
    form = told(postcode) | {"asked": "1", "same": "none"}
    for _ in range(2):
        assert client_of(case.social_worker).post(ADDRESS, form).status_code == 302
    choice = DuplicateChoice.objects.get()
    nest = Person.objects.get(known_as="Nest")
    assert (choice.candidate_id, choice.registered_id, choice.is_same) == (alike.id, nest.pk, False)


def test_this_is_her_makes_nobody_and_leads_to_her(here: tuple[Case, str]) -> None:
    case, postcode = here
    nest = a_person(case, "Nest Ifan", born=date(1943, 2, 12))
    form = told(postcode) | {"asked": "1", "same": str(nest.id)}
    sent = client_of(case.social_worker).post(ADDRESS, form)
    assert sent.headers["Location"] == f"/people/{nest.id}/"
    assert (Person.objects.count(), DuplicateChoice.objects.get().is_same) == (1, True)
    assert AuditEvent.objects.filter(action="person.recognised", person_id=nest.id).count() == 1
    # A colleague who has nothing to do with her is told whom to ask, and no more.
    other = an_actor(case.system, Role.SOCIAL_WORKER, case.council_organisation_id, "Ela Wyn")
    sent = client_of(other).post(ADDRESS, form | {"form_token": str(uuid4())}, follow=True)
    assert sent.redirect_chain == [("/people/", 302)]
    assert "Their record is not yours to see" in sent.content.decode()


def test_only_those_who_are_offered_can_be_chosen(here: tuple[Case, str]) -> None:
    case, postcode = here
    a_person(case, "Nest Ifan", born=date(1943, 2, 12))
    another = a_person(case, "Zoe Kowalska", born=date(1990, 1, 1))
    form = told(postcode) | {"asked": "1", "same": str(another.id)}
    sent = client_of(case.social_worker).post(ADDRESS, form)
    assert sent.status_code == 422
    assert Person.objects.count() == 2
