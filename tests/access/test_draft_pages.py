"""Drafts through pages: an ended session, an old window, another language, another reader."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from tests.fixtures.case_pages import Shown, a_case_to_look_at
from whatmatters.access.models import Draft, User
from whatmatters.access.queries import Actor
from whatmatters.outcomes.models import PlanAnswer

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
SAID = "Canari o eiriau <b>nas anfonwyd</b>"


@pytest.fixture
def shown(db: None) -> Shown:
    return a_case_to_look_at()


@pytest.fixture
def address(shown: Shown) -> str:
    return reverse("plan_answer", args=[shown.proposed_id])


def client_of(actor: Actor, **more: bool) -> Client:
    client = Client(headers={"accept-language": "en-gb"}, **more)
    client.force_login(User.objects.get(pk=actor.user_id), backend=BACKEND)
    return client


def form_of(client: Client, address: str, **typed: str) -> dict[str, str]:
    """Everything that the page's form would send, with what is typed."""
    html = client.get(address).content.decode()
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', html)
    hidden = {
        name: value for name, value in found if name not in ("to_page", "csrfmiddlewaretoken")
    }
    return hidden | {"words": SAID, "answer": "amendment_requested"} | typed


def test_an_ended_session_loses_no_word(shown: Shown, address: str) -> None:
    client = client_of(shown.ifan.actor)
    form = form_of(client, address)
    Session.objects.all().delete()
    answer = client.post(address, form)
    assert answer.status_code == 302
    kept = Draft.objects.get()
    assert answer.headers["Location"] == (
        f"/sign-in/?next=/plans/{shown.proposed_id}/answer/%3Fdraft%3D{kept.key}"
    )
    assert kept.user_id == shown.ifan.actor.user_id
    client.force_login(User.objects.get(pk=shown.ifan.actor.user_id), backend=BACKEND)
    html = client.get(f"{address}?draft={kept.key}").content.decode()
    assert "Canari o eiriau &lt;b&gt;nas anfonwyd&lt;/b&gt;</textarea>" in html
    assert 'value="amendment_requested" checked' in html
    assert "is here again. Nobody else has seen it" in html
    assert form["form_token"] not in html


def test_whoever_signs_in_after_her_reads_nothing(shown: Shown, address: str) -> None:
    client = client_of(shown.ifan.actor)
    form = form_of(client, address)
    Session.objects.all().delete()
    client.post(address, form)
    key = Draft.objects.get().key
    other = client_of(shown.case.social_worker)
    assert "Canari" not in other.get(f"{address}?draft={key}").content.decode()
    assert "Canari" not in other.get(reverse("drafts")).content.decode()
    refused = other.post(reverse("drafts"), form | {"do": "throw_away"})
    assert refused.status_code == 422
    assert Draft.objects.count() == 1


def test_a_page_older_than_the_newest_sign_in_loses_no_word(shown: Shown, address: str) -> None:
    client = client_of(shown.ifan.actor, enforce_csrf_checks=True)
    form = form_of(client, address)
    answer = client.post(address, form | {"csrfmiddlewaretoken": "of another sign-in"})
    key = Draft.objects.get().key
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{address}?draft={key}")
    assert PlanAnswer.objects.filter(version_id=shown.proposed_id).count() == 0
    forged = client.post(address, form | {"draft": "forged:by:somebody"})
    assert forged.status_code == 403


def test_the_language_changes_in_the_middle_and_keeps_what_was_typed(
    shown: Shown, address: str
) -> None:
    client = client_of(shown.ifan.actor)
    form = form_of(client, address) | {"to_language": "cy", "to_page": address}
    answer = client.post(reverse("set_language"), form)
    assert answer.headers["Location"] == f"{address}?draft={Draft.objects.get().key}"
    html = client.get(answer.headers["Location"]).content.decode()
    assert '<html lang="cy"' in html
    assert "Canari o eiriau" in html
    empty = form_of(client, address, words="", answer="") | {
        "to_language": "en-gb",
        "to_page": address,
    }
    answer = client.post(reverse("set_language"), empty)
    assert answer.headers["Location"] == address


def test_keep_and_come_back_later(shown: Shown, address: str) -> None:
    client = client_of(shown.ifan.actor)
    form = form_of(client, address)
    answer = client.post(reverse("drafts"), form | {"do": "later"}, follow=True)
    html = answer.content.decode()
    key = Draft.objects.get().key
    assert f'<a class="govuk-link" href="{address}?draft={key}">Answer the plan</a>' in html
    assert "Canari" not in html
    again = client.get(address).content.decode()
    assert f'href="{address}?draft={key}"' in again
    assert "Canari" not in again
    client.post(reverse("drafts"), form | {"do": "throw_away"})
    assert Draft.objects.count() == 0


def test_a_sent_form_is_begun_no_more_and_a_refused_one_is(shown: Shown, address: str) -> None:
    client = client_of(shown.ifan.actor)
    form = form_of(client, address)
    assert client.post(reverse("drafts"), form).json()["said"].startswith("Kept at ")
    refused = client.post(address, form | {"words": ""})
    assert refused.status_code == 422
    assert Draft.objects.get().typed["words"] == [SAID]
    assert client.post(address, form).status_code == 302
    assert (Draft.objects.get().is_sent, Draft.objects.get().typed) == (True, {})
    late = client.post(reverse("drafts"), form)
    assert late.json() == {"said": ""}
    assert "begun before" not in client.get(address).content.decode()


def test_a_window_that_another_overtook_is_told_so(shown: Shown, address: str) -> None:
    client = client_of(shown.ifan.actor)
    first = form_of(client, address)
    client.post(reverse("drafts"), first)
    key = Draft.objects.get().key
    second = form_of(client, f"{address}?draft={key}", words="Rhywbeth arall")
    client.post(reverse("drafts"), second)
    told = client.post(reverse("drafts"), first).json()
    assert told["said"].startswith("This form is open in another window as well.")
    assert told["key"] != str(key)
    kept = {str(row.key): row.typed["words"] for row in Draft.objects.all()}
    assert kept == {str(key): ["Rhywbeth arall"], told["key"]: [SAID]}


def test_a_seal_of_another_address_is_not_used_here(shown: Shown, address: str) -> None:
    client = client_of(shown.ifan.actor)
    elsewhere = form_of(client, reverse("judgement_answer", args=[shown.judgement_id]))
    html = client.post(address, elsewhere | {"answer": ""}).content.decode()
    assert elsewhere["draft"] not in html


def test_nothing_secret_and_no_token_is_kept(shown: Shown, address: str) -> None:
    client = client_of(shown.ifan.actor)
    more = {
        "new_password": "hunter2",
        "csrfmiddlewaretoken": "x",
        "postcode": "LL53 5AB",
        "a": "\0b",
    }
    client.post(reverse("drafts"), form_of(client, address) | more)
    assert Draft.objects.get().typed == {
        "answer": ["amendment_requested"],
        "words": [SAID],
        "postcode": ["LL53 5AB"],
        "a": ["b"],
    }
    lost = client.post(reverse("drafts"), {"form_token": str(uuid4()), "words": SAID})
    assert lost.status_code == 422


def test_a_draft_past_its_day_is_not_shown(shown: Shown, address: str) -> None:
    client = client_of(shown.ifan.actor)
    client.post(reverse("drafts"), form_of(client, address))
    Draft.objects.update(expires_at=Draft.objects.get().saved_at - timedelta(seconds=1))
    key = Draft.objects.get().key
    assert "Canari" not in client.get(f"{address}?draft={key}").content.decode()
    html = client.get(reverse("drafts")).content.decode()
    assert "Nothing is begun and not sent." in html
