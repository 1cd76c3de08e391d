"""A delivery plan from page to page: written, asked, answered, and read on the first page."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests.fixtures.case import STARTS, moment
from tests.fixtures.paid import browser_of
from tests.fixtures.visited import BATH, PILLS, UP, Visited, a_visited_person, agree, write
from whatmatters.access.services import mark_installation
from whatmatters.rota.queries import delivery_plans
from whatmatters.rules.roles import InstallationKind
from whatmatters.teams.models import TeamMember


@pytest.fixture
def seen(db: None) -> Visited:
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    return a_visited_person()


def send(browser: Client, address: str, **answers: object) -> str:
    """What a page says after its form was sent as it stood, with these answers."""
    form = browser.get(address).context["form"]
    stood = {name: form[name].value() for name in form.fields}
    sent = {name: value for name, value in stood.items() if value is not None}
    day = sent.pop("starts", None)
    if hasattr(day, "year"):
        parts = {"day": day.day, "month": day.month, "year": day.year}
        sent |= {f"starts-{part}": value for part, value in parts.items()}
    return browser.post(address, {**sent, **answers}, follow=True).content.decode()


def test_written_asked_answered_and_on_her_first_page(seen: Visited) -> None:
    manager, herself = browser_of(seen.case.manager), browser_of(seen.herself.actor)
    hers = [seen.herself.id]
    told = manager.get(reverse("delivery_write", args=hers)).content.decode()
    assert "Begin: the team and the first day" in told
    send(manager, reverse("delivery_who", args=hers), chosen=[seen.workers["Mo"]])
    visit = {"what": "Getting up", "days": list(range(7)), "earliest": "7:30", "latest": "8.30"}
    told = send(manager, reverse("delivery_visit", args=[*hers, 0]), minutes=30, **visit)
    assert "Starts between 7:30 and 8:30" in told
    quiet = {"kind": "worship", "days": [6], "starts": "9:30", "ends": "11:30"}
    told = send(manager, reverse("delivery_quiet", args=[*hers, 0]), **quiet)
    assert "Chapel, church, mosque or prayer: Sunday, 9:30 to 11:30" in told
    assert "Nothing has been agreed yet" in herself.get(reverse("home")).content.decode()
    plan = delivery_plans(seen.case.council_id, person_ids=hers)[0]
    answer = reverse("delivery_answer", args=[plan.id])
    assert herself.get(answer).status_code == 404, "nobody asks her yet"
    send(manager, answer)
    assert answer in herself.get(reverse("home")).content.decode()
    told = send(herself, answer, answer="yes")
    assert "Mair Rees said yes on 6 April 2026." in told
    told = herself.get(reverse("home")).content.decode()
    assert "Getting up" in told
    assert "Starts between 7:30 and 8:30" in told
    assert told.index("Who comes today") < told.index("For you to say")
    assert answer not in told


def test_what_is_wrong_stands_beside_its_question_and_nothing_is_kept(seen: Visited) -> None:
    write(seen, UP)
    manager = browser_of(seen.case.manager)
    address = reverse("delivery_visit", args=[seen.herself.id, 1])
    assert "Write the time with hours and minutes" in send(manager, address, earliest="half")
    told = send(manager, address, latest="7:00")
    assert "This is before the other time or day." in told
    send(manager, address, earliest="7:00", latest="7:00", minutes=20, long_minutes="")
    newest = delivery_plans(seen.case.council_id, person_ids=[seen.herself.id])[0]
    assert (newest.number, newest.visits[0].earliest, newest.visits[0].long_minutes) == (2, 420, 20)
    told = send(manager, address, keep="out")
    assert "There is no visit in it yet." in told


def test_who_is_not_to_come_is_not_told_to_those_who_do(seen: Visited) -> None:
    agree(seen, write(seen, UP, BATH, chosen=[seen.workers["Mo"]], never=[seen.workers["Dai"]]))
    address = reverse("delivery", args=[seen.herself.id])
    for actor, told in (
        (seen.herself.actor, True),
        (seen.case.manager, True),
        (seen.case.social_worker, False),
    ):
        body = browser_of(actor).get(address).content.decode()
        assert ("Dai" in body) is told, actor.name
        assert "Chosen: Mo." in body
        assert ("Monday, Thursday" in body, "£" in body) == (True, False)
    assert browser_of(seen.case.commissioner).get(address).status_code == 403


def test_who_left_is_still_turned_away_when_a_page_is_kept_and_no_number_comes_again(
    seen: Visited,
) -> None:
    """What was told of a visit that was taken out is never taken for a new one's."""
    dai = seen.workers["Dai"]
    write(seen, UP, PILLS, never=[dai])
    left = moment(STARTS) - timedelta(days=1)
    TeamMember.objects.filter(worker_id=dai).update(starts=left, ends=left)
    manager, hers = browser_of(seen.case.manager), [seen.herself.id]
    who = reverse("delivery_who", args=hers)
    assert "Dai, who has left" in manager.get(who).content.decode()
    send(manager, who, chosen=[seen.workers["Mo"]])
    newest = delivery_plans(seen.case.council_id, person_ids=hers)[0]
    assert (newest.number, newest.never) == (2, (dai,))
    send(manager, reverse("delivery_visit", args=[*hers, PILLS.number]), keep="out")
    visit = {"what": "Tea", "days": [0], "earliest": "16:00", "latest": "17:00"}
    send(manager, reverse("delivery_visit", args=[*hers, 0]), minutes=30, **visit)
    newest = delivery_plans(seen.case.council_id, person_ids=hers)[0]
    assert [one.number for one in newest.visits] == [UP.number, PILLS.number + 1]


def test_the_plan_is_read_in_welsh(seen: Visited) -> None:
    agree(seen, write(seen, UP))
    body = browser_of(seen.herself.actor, "cy").get(reverse("home")).content.decode()
    assert "Yn dechrau rhwng 7:30 a 8:30" in body
