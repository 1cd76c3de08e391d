"""A switch on pages: opened, planned, told, answered, moved; and what the person reads."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from tests.fixtures.case import Case, a_case, moment
from tests.fixtures.paid import browser_of
from tests.fixtures.switched import DAY, TOLD, a_switch, on_package, plan_of, planned, two_contracts
from tests.frontend.strict_html import faults
from whatmatters.access.queries import Actor
from whatmatters.access.services import mark_installation
from whatmatters.rules.roles import InstallationKind
from whatmatters.switching.models import Switch, TransitionMoved, TransitionVersion, TransitionWord

pytestmark = pytest.mark.once
PLAN = {"charge": "stays", "weekly_hours": "10", "rate": "22.40", "contact": "Nia Parry"}


@pytest.fixture
def case(db: None) -> Case:
    mark_installation(kind=InstallationKind.DEMO, at=moment(TOLD), as_of=TOLD)
    return a_case()


def read(actor: Actor, address: str, language: str = "en-gb") -> str:
    answer = browser_of(actor, language).get(address)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert faults(page) == []
    return " ".join(re.sub(r"<[^>]+>", " ", page.partition("<main")[2]).split())


def send(actor: Actor, name: str, *args: int, token: str = "", **said: object):
    told = {"form_token": token or str(uuid4()), **said}
    return browser_of(actor).post(reverse(name, args=args), told)


def day(field: str, on: date | None) -> dict[str, str]:
    parts = (on.day, on.month, on.year) if on else ("", "", "")
    named = zip(("day", "month", "year"), parts, strict=True)
    return {f"{field}-{part}": str(said) for part, said in named}


def opened_on_a_page(case: Case, old: int, new: int) -> int:
    """Refused first, then opened once."""
    assert "No switch was opened yet." in read(case.commissioner, "/switches/")
    opened = {"old": old, "new": new, "patch": "", "notice_days": "7", **day("day", DAY)}
    wrong = send(case.commissioner, "switch_new", **opened | {"notice_days": "-1"})
    assert wrong.status_code == 422
    made = send(case.commissioner, "switch_new", **opened)
    one = Switch.objects.get().pk
    assert made.headers["Location"] == reverse("switch", args=[one])
    again = send(case.commissioner, "switch_new", **opened)
    assert "all of them are in another switch already" in again.content.decode()
    return one


def test_from_opening_to_moving(case: Case) -> None:
    old, new = two_contracts(case)
    person, _package = on_package(case, old)
    one = opened_on_a_page(case, old, new)
    hers = reverse("transition", args=[person.id])
    assert "No change is planned." in read(person.actor, hers)
    told = PLAN | {"seen": "1"} | day("moves_on", DAY) | day("told_on", TOLD)
    sent = send(case.social_worker, "transition_plan", person.id, **told)
    assert sent.status_code == 302
    stale = send(case.commissioner, "transition_plan", person.id, **told | {"contact": "Me"})
    assert "Somebody wrote of this plan after you opened it." in stale.content.decode()
    page = read(person.actor, hers)
    for words in (
        "The way this support is paid for is to change on 20 April 2026.",
        "Gofal Afon goes on supporting you",
        "How it is paid: Bundled hours, and no longer Time and task.",
        "The charge stays the same.",
        "Nia Parry",
    ):
        assert words in page, words
    assert "This person has not said yes or no to the plan as it stands." in read(
        case.commissioner, f"/switches/{one}/"
    )
    yes = {"word": "wants", "words": "", "seen": "2"}
    assert send(person.actor, "transition", person.id, **yes).status_code == 302
    page = read(case.commissioner, f"/switches/{one}/")
    assert "Ready to move" in page
    token = str(uuid4())
    for _twice in range(2):
        assert send(case.commissioner, "switch", one, token=token).status_code == 302
    assert TransitionMoved.objects.count() == 1
    assert "changed on 20 April 2026" in read(person.actor, hers)
    late = send(person.actor, "transition", person.id, word="does_not", words="", seen="2")
    assert late.status_code == 422
    assert TransitionWord.objects.count() == 1


def test_who_writes_for_her_says_that_she_is_there_and_she_may_stay(case: Case) -> None:
    old, new = two_contracts(case)
    person, _package = on_package(case, old)
    one = a_switch(case, old, new)
    planned(case, person.id)
    refused = send(
        case.social_worker, "transition", person.id, word="does_not", words="No", seen="2"
    )
    assert refused.status_code == 422
    heard = {"word": "does_not", "words": "No", "heard": "on", "seen": "2"}
    assert send(case.social_worker, "transition", person.id, **heard).status_code == 302
    assert "Does not want the change" in read(
        case.commissioner, reverse("transition_plan", args=[person.id])
    )
    stays = PLAN | {"seen": "2", "staying": "on", "why": ""} | day("moves_on", DAY)
    stays |= day("told_on", TOLD) | day("review_on", None)
    assert send(case.commissioner, "transition_plan", person.id, **stays).status_code == 422
    stays["why"] = "She likes her times"
    assert send(case.commissioner, "transition_plan", person.id, **stays).status_code == 302
    page = read(case.commissioner, f"/switches/{one}/")
    assert "She likes her times" in page
    assert "Move those who are ready" not in page
    assert plan_of(case, person.id).staying
    assert TransitionVersion.objects.count() == 3
