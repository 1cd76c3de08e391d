"""Whoever decides for a person answers a plan, and the page says by what authority."""

import pytest
from django.urls import reverse

from tests.fixtures.browser import Reader
from tests.fixtures.case import STARTS, an_actor, moment
from tests.fixtures.case_pages import Shown, a_case_to_look_at
from whatmatters.access.queries import Actor
from whatmatters.outcomes.models import PlanAnswer
from whatmatters.people.services import NewDecider, appoint_deciders
from whatmatters.rules.people import Authority
from whatmatters.rules.roles import Role


@pytest.fixture
def shown(db: None) -> Shown:
    return a_case_to_look_at()


def decider(shown: Shown, *authorities: Authority) -> Actor:
    """Somebody in the family who decides for Ifan, by these authorities."""
    case = shown.case
    cai = an_actor(case.system, Role.FAMILY, None, "Cai Hughes")
    given = [NewDecider(shown.ifan.id, cai.user_id, held, STARTS) for held in authorities]
    appoint_deciders(by=case.social_worker, at=moment(STARTS), deciders=given)
    return cai


def test_an_attorneys_answer_is_kept_as_an_attorneys(shown: Shown) -> None:
    cai = Reader(decider(shown, Authority.ATTORNEY))
    address = reverse("plan_answer", args=[shown.proposed_id])
    page = cai.text(address)
    assert "You answer for Ifan Hughes." in page
    assert "Your answer is kept as given by an attorney." in page
    assert 'name="authority"' not in page
    cai.send(address, answer="agreed")
    kept = PlanAnswer.objects.get(version_id=shown.proposed_id)
    assert (kept.party, kept.authority) == ("person", "attorney")
    text = cai.text(reverse("plan_version", args=[shown.proposed_id]))
    assert "Given by Cai Hughes, by an attorney." in text


def test_who_holds_two_authorities_says_which(shown: Shown) -> None:
    cai = Reader(decider(shown, Authority.ATTORNEY, Authority.BEST_INTERESTS))
    address = reverse("plan_answer", args=[shown.proposed_id])
    bare = cai.send(address, answer="agreed").content.decode()
    assert "“By what authority do you decide?” needs an answer" in bare
    cai.send(address, answer="agreed", authority="best_interests")
    assert PlanAnswer.objects.get(version_id=shown.proposed_id).authority == "best_interests"
