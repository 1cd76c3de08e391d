"""A second, different answer is never kept, and the page never says that it was."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from tests.fixtures.case_pages import Shown, a_case_to_look_at
from whatmatters.access.models import User
from whatmatters.access.queries import Actor
from whatmatters.outcomes.models import OutcomeAnswer, PersonSatisfaction, PlanAnswer

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
STANDS = "The first answer stands, and this one was not kept."


@pytest.fixture
def shown(db: None) -> Shown:
    return a_case_to_look_at()


def browser(actor: Actor) -> Client:
    """A browser in which somebody is signed in, in English."""
    client = Client(headers={"accept-language": "en-gb"})
    client.force_login(User.objects.get(pk=actor.user_id), backend=BACKEND)
    return client


def send(client: Client, name: str, pk: int, **data: object) -> str:
    """Send a page's form; the text of the page that then stands."""
    told = {"form_token": str(uuid4()), **data}
    return client.post(reverse(name, args=[pk]), told, follow=True).content.decode()


@pytest.mark.parametrize("second", [{"answer": "agreed", "words": "B."}, {"answer": "declined"}])
def test_another_answer_to_a_plan_is_told_that_the_first_stands(
    shown: Shown, second: dict[str, str]
) -> None:
    client, pk = browser(shown.case.social_worker), shown.proposed_id
    first = {"answer": "agreed", "words": "A."}
    assert "Your answer has been recorded." in send(client, "plan_answer", pk, **first)
    assert "Your answer has been recorded." in send(client, "plan_answer", pk, **first)
    text = send(client, "plan_answer", pk, **{"words": "Na.", **second})
    assert STANDS in text
    assert "has been recorded" not in text
    assert PlanAnswer.objects.get(version_id=pk).words == "A."


def test_other_answers_to_a_judgement_are_told_that_the_first_stand(shown: Shown) -> None:
    client, pk = browser(shown.ifan.actor), shown.judgement_id
    first = {f"achieved_{outcome}": "achieved" for outcome in shown.outcome_ids[:2]}
    for _ in range(2):
        assert "Your answers are recorded" in send(client, "judgement_answer", pk, **first)
    other = dict.fromkeys(first, "not_achieved")
    text = send(client, "judgement_answer", pk, **other)
    assert STANDS in text
    assert "Your answers are recorded" not in text
    assert set(OutcomeAnswer.objects.values_list("tenths", flat=True)) == {10}
    assert "Thank you." in send(client, "judgement_satisfaction", pk, answer="satisfied")
    assert STANDS in send(client, "judgement_satisfaction", pk, answer="dissatisfied")
    assert PersonSatisfaction.objects.get().answer == "satisfied"
