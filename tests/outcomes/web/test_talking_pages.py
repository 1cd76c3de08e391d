"""Conversations and outcomes from pages: strengths first, own words, refusals in their place."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.fixtures.case_pages import ENDS, Shown, a_case_to_look_at
from whatmatters.access.models import User
from whatmatters.access.queries import Actor
from whatmatters.outcomes.models import (
    Conversation,
    OffTrack,
    Outcome,
    PayableReason,
    ProgressNote,
    Statement,
)

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
TODAY = {"on-day": str(ENDS.day), "on-month": str(ENDS.month), "on-year": str(ENDS.year)}
OUTCOME = {
    "statement": "Dw i’n canu yn y côr eto",
    "spoken": "cy",
    "set_by": "own_words",
    "kind": "improvement",
    "category": "community",
    "test": "She sang with them on two Thursdays of three",
    "weeks": "8",
}


@pytest.fixture
def shown(db: None) -> Shown:
    return a_case_to_look_at()


def client_of(actor: Actor) -> Client:
    client = Client(headers={"accept-language": "en-gb"})
    client.force_login(User.objects.get(pk=actor.user_id), backend=BACKEND)
    return client


def send(
    actor: Actor, name: str, pk: int, token: str = "", times: int = 1, **data: object
) -> HttpResponse:
    told = {"form_token": token or str(uuid4()), **data}
    answers = [client_of(actor).post(reverse(name, args=[pk]), told) for _ in range(times)]
    return answers[-1]


def words_of(answer: HttpResponse) -> str:
    return answer.content.decode()


def test_a_conversation_begins_with_what_they_can_do(shown: Shown) -> None:
    worker = shown.case.social_worker
    nothing = send(worker, "conversation_new", shown.ifan.id, spoken="cy", strengths=" ", **TODAY)
    assert nothing.status_code == 422
    assert 'href="#id_strengths"' in words_of(nothing)
    before = Conversation.objects.count()
    told = {"spoken": "cy", "strengths": "He cooks, and Cai comes on Sundays", **TODAY}
    held = send(worker, "conversation_new", shown.ifan.id, times=2, **told)
    talk = Conversation.objects.latest("id")
    assert Conversation.objects.count() == before + 1
    assert held.headers["Location"] == reverse("conversation_add", args=[talk.pk])
    assert (talk.strengths, talk.language, talk.on) == (told["strengths"], "cy", ENDS)


def test_a_day_that_lies_ahead_is_refused_beside_it(shown: Shown) -> None:
    later = ENDS + timedelta(days=1)
    told = {"on-day": str(later.day), "on-month": str(later.month), "on-year": str(later.year)}
    sent = send(
        shown.case.social_worker,
        "conversation_new",
        shown.ifan.id,
        spoken="en",
        strengths="Walks",
        **told,
    )
    assert sent.status_code == 422
    assert 'href="#id_on-day"' in words_of(sent)


def test_words_are_kept_as_they_were_said_and_whose_they_are(shown: Shown) -> None:
    worker = shown.case.social_worker
    talk = Conversation.objects.filter(person_id=shown.ifan.id).latest("id")
    said = {"words": "<b>Dw i isio</b> mynd adra", "spoken": "cy"}
    nobody = send(worker, "conversation_add", talk.pk, speaker="proxy", **said)
    assert nobody.status_code == 422
    assert 'href="#id_speaker_name"' in words_of(nobody)
    whose = {"speaker": "proxy", "speaker_name": "Nel Hughes", "relationship": "chwaer"}
    kept = send(worker, "conversation_add", talk.pk, times=2, **said, **whose)
    assert kept.status_code == 302
    row = Statement.objects.latest("id")
    assert (row.words, row.speaker, row.speaker_name) == (said["words"], "proxy", "Nel Hughes")
    assert row.conversation_id == talk.pk
    assert Statement.objects.filter(words=said["words"]).count() == 1
    page = words_of(client_of(worker).get(reverse("conversation_add", args=[talk.pk])))
    assert "“&lt;b&gt;Dw i isio&lt;/b&gt; mynd adra”" in page


def test_ifan_says_it_himself_and_nobody_asks_him_who_he_is(shown: Shown) -> None:
    talk = Conversation.objects.filter(person_id=shown.ifan.id).latest("id")
    page = words_of(client_of(shown.ifan.actor).get(reverse("conversation_add", args=[talk.pk])))
    assert 'name="speaker_name"' not in page
    assert 'value="observed"' not in page
    said = {"words": "Y môr", "spoken": "cy", "speaker": "own_words"}
    assert send(shown.ifan.actor, "conversation_add", talk.pk, **said).status_code == 302


def test_words_are_put_right_and_the_old_ones_stay(shown: Shown) -> None:
    old = Statement.objects.filter(conversation__person_id=shown.ifan.id).earliest("id")
    said = {"words": "Fel hyn oedd hi", "spoken": "cy", "speaker": "own_words"}
    assert send(shown.case.social_worker, "statement_correct", old.pk, **said).status_code == 302
    new = Statement.objects.get(corrects=old)
    assert new.words == "Fel hyn oedd hi"
    assert Statement.objects.get(pk=old.pk).words == old.words
    again = send(shown.case.social_worker, "statement_correct", old.pk, **said)
    assert again.status_code == 422


def test_an_outcome_is_set_with_both_reasons_or_none(shown: Shown) -> None:
    worker, before = shown.case.social_worker, Outcome.objects.count()
    half = send(worker, "outcome_new", shown.ifan.id, observable="Seen", **OUTCOME)
    assert half.status_code == 422
    assert 'href="#id_attributable"' in words_of(half)
    assert Outcome.objects.count() == before
    whole = {**OUTCOME, "observable": "Seen", "attributable": "Lifts"}
    assert send(worker, "outcome_new", shown.ifan.id, times=2, **whole).status_code == 302
    made = Outcome.objects.latest("id")
    assert Outcome.objects.count() == before + 1
    assert (made.statement, made.target_weeks, made.set_on) == (OUTCOME["statement"], 8, ENDS)
    assert PayableReason.objects.get(outcome=made).attributable == "Lifts"


def test_ifan_sets_an_outcome_and_is_asked_nothing_about_payment(shown: Shown) -> None:
    page = client_of(shown.ifan.actor).get(reverse("outcome_new", args=[shown.ifan.id]))
    assert 'name="observable"' not in words_of(page)
    assert send(shown.ifan.actor, "outcome_new", shown.ifan.id, **OUTCOME).status_code == 302
    assert not PayableReason.objects.filter(outcome=Outcome.objects.latest("id")).exists()


def test_ifan_lets_one_go_and_puts_another_in_its_place(shown: Shown) -> None:
    first, second = shown.outcome_ids[:2]
    gone = send(shown.ifan.actor, "outcome_let_go", first, times=2, supported="on")
    assert gone.status_code == 302
    assert Outcome.objects.get(pk=first).state == "retired"
    assert send(shown.ifan.actor, "outcome_replace", second, **OUTCOME).status_code == 302
    assert Outcome.objects.get(pk=second).state == "replaced"
    assert Outcome.objects.latest("id").replaces_id == second
    over = send(shown.ifan.actor, "outcome_let_go", first)
    assert over.status_code == 422
    council = client_of(shown.case.social_worker).get(reverse("outcome_let_go", args=[second]))
    assert council.status_code == 403


@pytest.mark.parametrize("who", ["ifan", "manager", "social_worker"])
def test_each_of_the_three_says_that_it_is_off_track(shown: Shown, who: str) -> None:
    actor = shown.ifan.actor if who == "ifan" else getattr(shown.case, who)
    told = {"words": "No walks for two weeks", "spoken": "en"}
    sent = send(actor, "outcome_off_track", shown.outcome_ids[0], times=2, **told)
    assert sent.status_code == 302
    row = OffTrack.objects.get(on=ENDS)
    party = {"ifan": "person", "manager": "provider", "social_worker": "council"}[who]
    assert (row.party, row.note.words) == (party, "No walks for two weeks")


def test_how_it_is_going_is_written_and_read_on_its_page(shown: Shown) -> None:
    manager, outcome_id = shown.case.manager, shown.outcome_ids[0]
    told = {"words": "Twice this week", "spoken": "en", "speaker": "observed", **TODAY}
    assert send(manager, "outcome_note", outcome_id, times=2, **told).status_code == 302
    assert ProgressNote.objects.filter(words="Twice this week").count() == 1
    page = words_of(client_of(manager).get(reverse("outcome", args=[outcome_id])))
    assert "Twice this week" in page
    assert "Let it go" not in page
    own = words_of(client_of(shown.ifan.actor).get(reverse("outcome", args=[outcome_id])))
    assert "Let it go" in own


def test_why_it_can_be_paid_by_is_said_later_and_once(shown: Shown) -> None:
    send(shown.ifan.actor, "outcome_new", shown.ifan.id, **OUTCOME)
    made, worker = Outcome.objects.latest("id"), shown.case.social_worker
    told = {"observable": "Seen", "attributable": "Lifts"}
    assert send(worker, "outcome_payable", made.pk, times=2, **told).status_code == 302
    assert PayableReason.objects.filter(outcome=made).count() == 1
    assert send(worker, "outcome_payable", made.pk, **told).status_code == 422


def test_the_record_leads_to_each(shown: Shown) -> None:
    worker = words_of(client_of(shown.case.social_worker).get(f"/people/{shown.ifan.id}/"))
    for name in ("conversation_new", "outcome_new", "request_new"):
        assert f'href="{reverse(name, args=[shown.ifan.id])}"' in worker
    assert f'href="{reverse("outcome", args=[shown.outcome_ids[0]])}"' in worker
    own = words_of(client_of(shown.ifan.actor).get(f"/people/{shown.ifan.id}/"))
    assert "Add what I want to say" in own
    assert "Decide eligibility" not in own
