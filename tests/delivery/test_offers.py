"""What she says to a smaller bundle is kept, shown, and not asked again before the next review."""

from datetime import date

import pytest
from django.urls import reverse

from tests.fixtures.browser import Reader
from tests.fixtures.bundled import a_bundle, delivered
from tests.fixtures.case import Case, Somebody, a_case, a_person, moment
from tests.fixtures.money import ANCHOR
from whatmatters.access.services import mark_installation
from whatmatters.delivery.models import RightSizeAnswer
from whatmatters.delivery.queries import bank
from whatmatters.delivery.services import (
    NothingOffered,
    OfferAnswered,
    WordNotSaid,
    answer_offer,
)
from whatmatters.rules.commissioning_models.bundled_hours import OfferAnswer
from whatmatters.rules.roles import InstallationKind

THIRD = date(2026, 10, 5)
FOURTH = date(2027, 1, 4)


@pytest.fixture
def case(db: None) -> Case:
    mark_installation(kind=InstallationKind.DEMO, at=moment(THIRD), as_of=THIRD)
    return a_case()


@pytest.fixture
def mair(case: Case) -> Somebody:
    return a_person(case)


def asks(case: Case, bundle: int, on: date) -> bool:
    found = bank(case.council_id, bundle, on)
    assert found is not None
    return found.asks


def test_an_answer_is_kept_once_and_asked_again_after_the_next_review(
    case: Case, mair: Somebody
) -> None:
    bundle = a_bundle(case, mair)
    told = {"bundle_id": bundle, "answer": OfferAnswer.LATER, "said": "After Christmas"}
    with pytest.raises(NothingOffered):
        answer_offer(by=mair.actor, at=moment(THIRD), **told)
    delivered(case, bundle, ANCHOR, 60, days=182)
    assert asks(case, bundle, THIRD)
    with pytest.raises(WordNotSaid):
        answer_offer(by=case.social_worker, at=moment(THIRD), **told)
    answer_offer(by=mair.actor, at=moment(THIRD), **told)
    with pytest.raises(OfferAnswered):
        answer_offer(by=mair.actor, at=moment(THIRD), **told)
    assert not asks(case, bundle, date(2027, 1, 3))
    delivered(case, bundle, THIRD, 60, days=91)
    assert asks(case, bundle, FOURTH)


def test_the_page_asks_keeps_and_shows_it(case: Case, mair: Somebody) -> None:
    bundle = a_bundle(case, mair)
    delivered(case, bundle, ANCHOR, 60, days=182)
    officer = Reader(case.social_worker)
    address, home = reverse("bundle_offer", args=[mair.id]), reverse("bank", args=[mair.id])
    assert address in officer.text(home)
    assert officer.send(address, answer="no", said="I want them all").status_code == 422
    officer.send(address, answer="no", said="I want them all", whose="herself")
    kept = RightSizeAnswer.objects.get()
    assert (kept.answer, kept.words, kept.agreed, kept.heard) == (
        "no",
        "I want them all",
        "own",
        True,
    )
    page = officer.text(home)
    assert "about 7 hours a week" not in page
    assert "I want them all" in page
    assert "The person’s own word, told to " in page
    assert address not in page
    assert "Nothing is asked here now." in officer.text(address)
