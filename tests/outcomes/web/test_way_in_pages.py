"""The way in and the two routes from pages, from what was said to who has taken it."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.fixtures.case import Somebody, a_person, an_actor
from tests.fixtures.case_pages import ENDS, Shown, a_case_to_look_at
from whatmatters.access.models import User
from whatmatters.access.queries import Actor
from whatmatters.outcomes.models import (
    Demand,
    EligibilityDecision,
    ReferralStep,
    RouteChoice,
    UnmatchedNeed,
)
from whatmatters.outcomes.queries import referrals_of
from whatmatters.rules.roles import Role

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def day(on: date) -> dict[str, str]:
    return {"on-day": str(on.day), "on-month": str(on.month), "on-year": str(on.year)}


@pytest.fixture
def shown(db: None) -> Shown:
    return a_case_to_look_at()


@pytest.fixture
def nest(shown: Shown) -> Somebody:
    """Somebody who has asked for nothing yet."""
    return a_person(shown.case, "Nest Wŷn")


@pytest.fixture
def broker(shown: Shown) -> Actor:
    case = shown.case
    return an_actor(case.system, Role.BROKER, case.council_organisation_id, "Bet Owen")


def client_of(actor: Actor) -> Client:
    client = Client(headers={"accept-language": "en-gb"})
    client.force_login(User.objects.get(pk=actor.user_id), backend=BACKEND)
    return client


def send(actor: Actor, name: str, pk: int, times: int = 1, **data: object) -> HttpResponse:
    told = {"form_token": str(uuid4()), **data}
    answers = [client_of(actor).post(reverse(name, args=[pk]), told) for _ in range(times)]
    return answers[-1]


def asked(shown: Shown, nest: Somebody, actor: Actor) -> int:
    """Nest's request, ten days before the case's last day."""
    told = {"words": "Help i gael bath", "spoken": "cy", **day(ENDS - timedelta(days=10))}
    assert send(actor, "request_new", nest.id, **told).status_code == 302
    return referrals_of(nest.id, council_id=shown.case.council_id)[0].referral_id


def steps(referral_id: int) -> list[str]:
    rows = ReferralStep.objects.filter(referral_id=referral_id).order_by("id")
    return list(rows.values_list("step", flat=True))


def test_what_is_asked_for_is_kept_as_it_was_said(shown: Shown, nest: Somebody) -> None:
    told = {"words": "Help i gael bath", "spoken": "cy", "unmatched": "on", **day(ENDS)}
    sent = send(shown.case.social_worker, "request_new", nest.id, times=2, **told)
    demand = Demand.objects.get(person_id=nest.id)
    assert (demand.words, demand.language, demand.on) == ("Help i gael bath", "cy", ENDS)
    assert UnmatchedNeed.objects.get(person_id=nest.id).words == "Help i gael bath"
    (path,) = referrals_of(nest.id, council_id=shown.case.council_id)
    assert sent.headers["Location"] == reverse("referral", args=[path.referral_id])


def test_she_asks_herself(shown: Shown, nest: Somebody) -> None:
    sent = send(nest.actor, "request_new", nest.id, words="Help efo’r siopa", spoken="cy")
    assert sent.headers["Location"] == f"/people/{nest.id}/"
    assert Demand.objects.get(person_id=nest.id).words == "Help efo’r siopa"


def test_it_is_sent_to_who_leads_there_who_declines_with_a_reason(
    shown: Shown, nest: Somebody, broker: Actor
) -> None:
    referral_id = asked(shown, nest, broker)
    page = client_of(broker).get(reverse("referral", args=[referral_id])).content.decode()
    assert "Gofal Afon leads here." in page
    routed = send(broker, "referral", referral_id, times=2, step="routed", **day(ENDS))
    assert routed.status_code == 302
    assert steps(referral_id) == ["requested", "routed"]
    manager = shown.case.manager
    silent = send(manager, "referral", referral_id, step="declined", **day(ENDS))
    assert silent.status_code == 422
    assert 'href="#id_reason">Say why it is declined' in silent.content.decode()
    told = {"step": "declined", "reason": "no_capacity", **day(ENDS)}
    declined = send(manager, "referral", referral_id, times=2, **told)  # A double click.
    assert steps(referral_id) == ["requested", "routed", "declined"]
    # It is no longer with this provider, so its page leads back to the first page.
    assert declined.headers["Location"] == "/"
    last = ReferralStep.objects.latest("id")
    assert (last.step, last.decline_reason) == ("declined", "no_capacity")


def test_accepted_it_lies_with_the_provider(shown: Shown, nest: Somebody, broker: Actor) -> None:
    referral_id = asked(shown, nest, broker)
    send(broker, "referral", referral_id, step="routed", **day(ENDS - timedelta(days=4)))
    early = send(
        shown.case.manager,
        "referral",
        referral_id,
        step="accepted",
        **day(ENDS - timedelta(days=5)),
    )
    assert 'href="#id_on-day"' in early.content.decode()
    taken = send(shown.case.manager, "referral", referral_id, step="accepted", **day(ENDS))
    assert taken.headers["Location"] == reverse("referral", args=[referral_id])
    page = client_of(broker).get(reverse("referral", args=[referral_id])).content.decode()
    assert "Accepted by the provider" in page
    council = send(broker, "referral", referral_id, step="accepted", **day(ENDS))
    assert council.status_code == 422


def test_it_is_handed_on_to_somebody(shown: Shown, nest: Somebody, broker: Actor) -> None:
    referral_id = asked(shown, nest, broker)
    silent = send(broker, "referral", referral_id, step="handed_off", **day(ENDS))
    assert 'href="#id_owner">Say who takes it on' in silent.content.decode()
    told = {"step": "handed_off", "owner": str(shown.case.provider_id), **day(ENDS)}
    assert send(broker, "referral", referral_id, **told).status_code == 302
    assert ReferralStep.objects.latest("id").owner_id == shown.case.provider_id


def test_another_provider_sees_no_request_that_was_not_sent_to_it(
    shown: Shown, nest: Somebody, broker: Actor
) -> None:
    referral_id = asked(shown, nest, broker)
    address = reverse("referral", args=[referral_id])
    assert client_of(shown.case.manager).get(address).status_code == 404


def test_eligibility_is_decided_by_the_nations_rule(shown: Shown, nest: Somebody) -> None:
    worker = shown.case.social_worker
    referral_id = asked(shown, nest, worker)
    page = client_of(worker).get(reverse("eligibility", args=[nest.id])).content.decode()
    assert "Being able to communicate" in page
    assert "Using the toilet" not in page
    sent = send(
        worker, "eligibility", nest.id, times=2, met=["i", "vi"], reason="Bath, and friends"
    )
    assert sent.status_code == 302
    row = EligibilityDecision.objects.get(person_id=nest.id)
    assert (row.met, row.eligible, row.reason) == (["i", "vi"], True, "Bath, and friends")
    assert steps(referral_id) == ["requested", "eligibility"]
    nothing = send(worker, "eligibility", nest.id, reason="She manages")
    assert nothing.status_code == 302
    assert not EligibilityDecision.objects.latest("id").eligible


def test_the_broker_sees_who_waits_how_long_and_why(
    shown: Shown, nest: Somebody, broker: Actor
) -> None:
    empty = client_of(broker).get(reverse("people_waiting")).content.decode()
    assert "Nobody waits." in empty
    referral_id = asked(shown, nest, broker)
    send(broker, "referral", referral_id, step="routed", **day(ENDS))
    told = {"step": "declined", "reason": "language", **day(ENDS)}
    send(shown.case.manager, "referral", referral_id, **told)
    page = client_of(broker).get(reverse("people_waiting")).content.decode()
    assert f'href="{reverse("referral", args=[referral_id])}">Nest Wŷn</a>' in page
    assert '<td class="wm-num" data-label="Days">10</td>' in page
    assert "1 time: Nobody who speaks the language" in page
    assert '<dd class="govuk-summary-list__value wm-num">1</dd>' in page
    assert client_of(shown.case.social_worker).get(reverse("people_waiting")).status_code == 403


def test_two_routes_of_one_value_advice_first(shown: Shown) -> None:
    address = reverse("plan_routes", args=[shown.judged_id])
    waits = client_of(shown.ifan.actor).get(address).content.decode()
    assert "Nothing is offered yet." in waits
    early = send(shown.ifan.actor, "plan_routes", shown.judged_id, route="direct_payment")
    assert early.status_code == 422
    assert RouteChoice.objects.count() == 0
    advice = {"advice": "With the money you employ somebody; with a plan you do not."}
    worker = shown.case.social_worker
    assert send(worker, "plan_routes", shown.judged_id, times=2, **advice).status_code == 302
    told = {"route": "direct_payment", "supported": "on"}
    chosen = send(shown.ifan.actor, "plan_routes", shown.judged_id, times=2, **told)
    assert chosen.status_code == 302
    row = RouteChoice.objects.get()
    assert (row.chosen, row.advice, row.chosen_on) == ("direct_payment", advice["advice"], ENDS)
    page = client_of(worker).get(address).content.decode()
    assert "A direct payment." in page
    again = send(shown.ifan.actor, "plan_routes", shown.judged_id, route="provider_plan")
    assert again.status_code == 422
    assert RouteChoice.objects.get().chosen == "direct_payment"
