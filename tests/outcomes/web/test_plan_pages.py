"""Answering a plan and judging it from pages: words for refusals, and double clicks harmless."""

from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.fixtures.case_pages import Shown, a_case_to_look_at, everybody_answers
from whatmatters.access.models import User
from whatmatters.access.queries import Actor
from whatmatters.outcomes.models import Finding, OutcomeAnswer, PersonSatisfaction, PlanAnswer
from whatmatters.outcomes.queries import version_facts
from whatmatters.rules.lifecycles import PlanState
from whatmatters.rules.outcomes import Party

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def shown(db: None) -> Shown:
    return a_case_to_look_at()


def client_of(actor: Actor) -> Client:
    """A browser in which somebody is signed in, in English."""
    client = Client(headers={"accept-language": "en-gb"})
    client.force_login(User.objects.get(pk=actor.user_id), backend=BACKEND)
    return client


def send(actor: Actor, name: str, pk: int, **data: object) -> HttpResponse:
    """Send the form of a page."""
    told = {"form_token": str(uuid4()), **data}
    return client_of(actor).post(reverse(name, args=[pk]), told)


def test_the_same_answer_sent_twice_is_one_answer(shown: Shown) -> None:
    for _ in range(2):
        sent = send(shown.ifan.actor, "plan_answer", shown.proposed_id, answer="agreed")
        assert sent.status_code == 302
    assert PlanAnswer.objects.filter(version_id=shown.proposed_id).count() == 1


def test_the_third_yes_agrees_and_its_double_click_is_harmless(shown: Shown) -> None:
    for actor in (shown.ifan.actor, shown.case.manager, shown.case.social_worker):
        send(actor, "plan_answer", shown.proposed_id, answer="agreed")
    assert version_facts([shown.proposed_id])[shown.proposed_id].state is PlanState.AGREED
    again = send(shown.case.social_worker, "plan_answer", shown.proposed_id, answer="agreed")
    assert again.status_code == 302


def test_another_answer_after_the_first_is_refused_in_words(shown: Shown) -> None:
    send(shown.ifan.actor, "plan_answer", shown.proposed_id, answer="agreed")
    sent = send(shown.ifan.actor, "plan_answer", shown.proposed_id, answer="declined", words="Na.")
    assert sent.status_code == 422
    assert "This has been answered already." in sent.content.decode()


def test_a_decline_needs_words_and_a_supported_answer_says_so(shown: Shown) -> None:
    bare = send(shown.ifan.actor, "plan_answer", shown.proposed_id, answer="declined")
    assert bare.status_code == 422
    assert "Say in your own words what should change, or why not" in bare.content.decode()
    send(shown.ifan.actor, "plan_answer", shown.proposed_id, answer="agreed", supported="on")
    kept = PlanAnswer.objects.get(version_id=shown.proposed_id)
    assert (kept.party, kept.authority) == ("person", "supported")


def test_an_answer_with_a_script_tag_is_only_words(shown: Shown) -> None:
    words = "<script>alert('ŵ')</script>"
    send(
        shown.ifan.actor,
        "plan_answer",
        shown.proposed_id,
        answer="amendment_requested",
        words=words,
    )
    page = client_of(shown.case.manager).get(reverse("plan_version", args=[shown.proposed_id]))
    assert "&lt;script&gt;alert(" in page.content.decode()
    assert words not in page.content.decode()


def test_prices_are_worked_out_line_by_line(shown: Shown) -> None:
    page = client_of(shown.case.manager).get(reverse("plan_version", args=[shown.proposed_id]))
    text = page.content.decode()
    assert "80 hours × £22.40 (standard rate) = £1,792.00" in text
    assert "Already paid for by Grant, so it is not paid twice." in text
    assert "£2,559.00 for 84 days" in text


def test_two_versions_side_by_side_say_what_changed(shown: Shown) -> None:
    address = reverse("plan_compare", args=[shown.first_id, shown.proposed_id])
    text = client_of(shown.case.manager).get(address).content.decode()
    assert "Version 1 beside version 2" in text
    assert "£3,007.00" in text
    assert "£2,559.00" in text
    assert "2 things are different." in text
    other_plan = reverse("plan_compare", args=[shown.judged_id, shown.proposed_id])
    assert client_of(shown.case.manager).get(other_plan).status_code == 404


def judged(shown: Shown, **changed: object) -> dict[str, object]:
    """Answers to both outcomes: achieved, but for what is changed."""
    told: dict[str, object] = {}
    for pk in shown.outcome_ids[:2]:
        told[f"achieved_{pk}"] = "achieved"
    return told | changed


def test_partly_needs_its_tenths(shown: Shown) -> None:
    first = shown.outcome_ids[0]
    bare = send(
        shown.case.manager,
        "judgement_answer",
        shown.judgement_id,
        **judged(shown, **{f"achieved_{first}": "partly"}),
    )
    assert bare.status_code == 422
    wanted = "Choose how many tenths of “I walk to the bench above the lifeboat and back”"
    assert wanted in bare.content.decode()
    both = judged(shown, **{f"tenths_{first}": "3"})
    more = send(shown.case.manager, "judgement_answer", shown.judgement_id, **both)
    assert more.status_code == 422
    assert "they belong to “Partly” only" in more.content.decode()
    assert OutcomeAnswer.objects.count() == 0


def test_answers_sent_twice_are_given_once_and_satisfaction_follows(shown: Shown) -> None:
    for _ in range(2):
        sent = send(shown.ifan.actor, "judgement_answer", shown.judgement_id, **judged(shown))
        assert sent.headers["Location"] == reverse(
            "judgement_satisfaction", args=[shown.judgement_id]
        )
    assert OutcomeAnswer.objects.count() == 2
    for _ in range(2):
        sent = send(
            shown.ifan.actor, "judgement_satisfaction", shown.judgement_id, answer="satisfied"
        )
        assert sent.status_code == 302
    assert PersonSatisfaction.objects.get().answer == "satisfied"


def test_a_finding_starts_from_the_persons_answer_and_says_why_it_differs(shown: Shown) -> None:
    everybody_answers(shown, *Party)
    page = client_of(shown.case.social_worker).get(
        reverse("judgement_finding", args=[shown.judgement_id])
    )
    assert page.content.decode().count('<option value="6" selected>') == 2
    first, second = shown.outcome_ids[:2]
    told = {f"tenths_{first}": "10", f"tenths_{second}": "6"}
    bare = send(shown.case.social_worker, "judgement_finding", shown.judgement_id, **told)
    assert bare.status_code == 422
    assert "differs from the person’s answer" in bare.content.decode()
    assert "was not wholly achieved" in bare.content.decode()
    told |= {f"reason_{first}": "Everybody saw it.", f"cause_{second}": "circumstances"}
    sent = send(shown.case.social_worker, "judgement_finding", shown.judgement_id, **told)
    assert sent.status_code == 302
    assert list(Finding.objects.order_by("id").values_list("tenths", "differs")) == [
        (10, True),
        (6, False),
    ]
    for _ in range(2):
        done = send(shown.case.social_worker, "judgement_conclude", shown.judgement_id)
        assert done.status_code == 302
    assert version_facts([shown.judged_id])[shown.judged_id].state is PlanState.ENDED


def test_nobody_finds_while_the_answers_are_sealed(shown: Shown) -> None:
    everybody_answers(shown, Party.PERSON)
    page = client_of(shown.case.social_worker).get(
        reverse("judgement_finding", args=[shown.judgement_id])
    )
    text = page.content.decode()
    assert "The answers are still sealed." in text
    assert "Yn araf." not in text
    assert '<option value="6" selected>' not in text
