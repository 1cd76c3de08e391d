"""Whose word a movement is: a worker says it, and nobody assumes it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.fixtures.bundled import a_bundle
from tests.fixtures.case import Case, Somebody, a_case, a_person, an_actor, moment
from tests.fixtures.money import ANCHOR
from tests.home.test_record import client_of
from whatmatters.access.services import mark_installation
from whatmatters.delivery.models import BankMovement, MovementProposal
from whatmatters.delivery.services import (
    MinutesGiven,
    NotHerDecider,
    WordNotSaid,
    move_minutes,
    propose_minutes,
)
from whatmatters.people.models import Decider
from whatmatters.people.services import NewDecider, appoint_deciders
from whatmatters.rules.commissioning_models.bundled_hours import MovementKind
from whatmatters.rules.people import Authority, Covers
from whatmatters.rules.roles import InstallationKind, Role

TODAY = ANCHOR + timedelta(days=20)


@pytest.fixture
def case(db: None) -> Case:
    mark_installation(kind=InstallationKind.DEMO, at=moment(TODAY), as_of=TODAY)
    return a_case()


@pytest.fixture
def mair(case: Case) -> Somebody:
    return a_person(case)


def decider(case: Case, mair: Somebody, name: str, covers: Covers) -> int:
    """Somebody who decides for her, from the anchor."""
    user = an_actor(case.system, Role.FAMILY, None, name).user_id
    told = NewDecider(
        mair.id, user, Authority.ATTORNEY, ANCHOR, None, covers, "LPA 7", case.social_worker.user_id
    )
    appoint_deciders(by=case.social_worker, at=moment(ANCHOR), deciders=[told])
    found: int = Decider.objects.get(user_id=user).pk
    return found


def a_movement(bundle: int, **told: object) -> MinutesGiven:
    return MinutesGiven(bundle, MovementKind.GIVEN, TODAY, 60, "The sea", **told)


def written() -> list[tuple[object, ...]]:
    return list(BankMovement.objects.values_list("agreed", "heard", "decider_id"))


def test_a_worker_s_movement_without_a_word_is_refused_and_hers_needs_none(
    case: Case, mair: Somebody
) -> None:
    bundle = a_bundle(case, mair)
    with pytest.raises(WordNotSaid):
        move_minutes(by=case.manager, at=moment(TODAY), given=a_movement(bundle))
    assert written() == []
    move_minutes(by=mair.actor, at=moment(TODAY), given=a_movement(bundle))
    move_minutes(by=case.manager, at=moment(TODAY), given=a_movement(bundle, herself=True))
    assert written() == [("own", False, None), ("own", True, None)]


def test_a_decider_of_her_care_is_named_and_no_other(case: Case, mair: Somebody) -> None:
    bundle = a_bundle(case, mair)
    cares = decider(case, mair, "Cai Hughes", Covers.HEALTH_AND_WELFARE)
    pays = decider(case, mair, "Mali Hughes", Covers.PROPERTY_AND_AFFAIRS)
    elsewhere = decider(case, a_person(case, "Gwen Rees"), "Ann Rees", Covers.BOTH)
    for other in (pays, elsewhere, 0):
        told = a_movement(bundle, decider_id=other)
        with pytest.raises(NotHerDecider):
            move_minutes(by=case.manager, at=moment(TODAY), given=told)
    both = a_movement(bundle, decider_id=cares, herself=True)
    with pytest.raises(WordNotSaid):
        move_minutes(by=case.manager, at=moment(TODAY), given=both)
    move_minutes(by=case.manager, at=moment(TODAY), given=a_movement(bundle, decider_id=cares))
    assert written() == [("attorney", True, cares)]


def test_the_page_asks_a_worker_whose_word_it_is_and_keeps_a_proposal_apart(
    case: Case, mair: Somebody
) -> None:
    a_bundle(case, mair)
    cares = decider(case, mair, "Cai Hughes", Covers.BOTH)
    address = reverse("bank", args=[mair.id])
    assert "Whose word is it?" not in client_of(mair.actor).get(address).content.decode()
    client = client_of(case.manager)
    token = client.get(address).context["form"]["form_token"].value()
    on = {"on-day": f"{TODAY.day}", "on-month": f"{TODAY.month}", "on-year": f"{TODAY.year}"}
    sent = {"kind": "given", "minutes": "60", "purpose": "The sea", "form_token": token} | on
    refused = client.post(address, sent).content.decode()
    assert "“Whose word is it?” needs an answer" in refused
    assert client.post(address, sent | {"whose": "team"}).status_code == 302
    page = client_of(mair.actor).get(address).content.decode()
    assert "Put in 1 hour on 26 April 2026 (proposed by" in page
    assert (BankMovement.objects.count(), MovementProposal.objects.count()) == (0, 1)
    token = client.get(address).context["form"]["form_token"].value()
    client.post(address, sent | {"whose": str(cares), "form_token": token})
    page = client.get(address).content.decode()
    assert "proposed by" not in page  # she has what the team proposed
    assert "Cai Hughes, told to " in page


def test_only_the_council_and_the_bundle_s_provider_propose(case: Case, mair: Somebody) -> None:
    bundle = a_bundle(case, mair)
    propose_minutes(by=case.social_worker, at=moment(TODAY), given=a_movement(bundle))
    assert MovementProposal.objects.get().minutes == 60
