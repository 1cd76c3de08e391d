"""The page of a bank: she, her team and her provider see and move it; others see it, or nothing."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from tests.fixtures.bundled import a_bundle, delivered, given
from tests.fixtures.case import Case, Somebody, a_case, a_person, moment
from tests.fixtures.money import ANCHOR
from tests.home.test_record import client_of
from whatmatters.access.services import mark_installation
from whatmatters.delivery.models import BankMovement
from whatmatters.rules.roles import InstallationKind

TODAY = date(2026, 10, 5)


@pytest.fixture
def case(db: None) -> Case:
    mark_installation(kind=InstallationKind.DEMO, at=moment(TODAY), as_of=TODAY)
    return a_case()


@pytest.fixture
def mair(case: Case) -> Somebody:
    made = a_person(case)
    bundle = a_bundle(case, made)
    delivered(case, bundle, ANCHOR, 60, days=182)
    given(case, bundle, TODAY - timedelta(days=1), 300)
    return made


def text(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_she_sees_draws_and_is_told_what_is_refused(case: Case, mair: Somebody) -> None:
    client, address = client_of(mair.actor), reverse("bank", args=[mair.id])
    page = text(client, address)
    assert "5 hours, to be drawn by 3 January 2027; then they run out." in page
    assert "A day at the sea" in page
    # 182 days of an hour are 7 hours a week; banked minutes count: 300 over 26 weeks are 11 more.
    assert "about 7 hours 11 minutes a week" in page
    token = client.get(address).context["form"]["form_token"].value()
    on = {"on-day": "5", "on-month": "10", "on-year": "2026", "form_token": token}
    sent = {"kind": "drawn", "minutes": "301", "purpose": "The chapel tea", **on}
    refused = client.post(address, sent)
    assert "The bank holds 300 minutes, so no more can be drawn." in refused.content.decode()
    assert client.post(address, sent | {"minutes": "120"}).status_code == 302
    client.post(address, sent | {"minutes": "120"})  # a double click
    newest = BankMovement.objects.order_by("-place").values_list("kind", "minutes", "balance")[0]
    assert newest == ("drawn", 120, 180)
    assert "The chapel tea" in text(client, address)


def test_the_offer_is_hers_and_her_social_worker_s_and_no_mark_on_the_provider(
    case: Case, mair: Somebody
) -> None:
    address = reverse("bank", args=[mair.id])
    assert "A smaller bundle may fit better" in text(client_of(case.social_worker), address)
    assert "A smaller bundle may fit better" not in text(client_of(case.manager), address)


def test_the_social_worker_sees_and_does_not_move(case: Case, mair: Somebody) -> None:
    answer = client_of(case.social_worker).get(reverse("bank", args=[mair.id]))
    assert answer.context["form"] is None
    assert client_of(case.manager).get(reverse("bank", args=[mair.id])).context["form"] is not None
