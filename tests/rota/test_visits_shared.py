"""Who comes and when, read by family with whom she shares it: told, changed, later, taken back."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests.fixtures.case import STARTS, an_actor, moment
from tests.fixtures.paid import browser_of
from tests.fixtures.visited import PILLS, UP, Visited, a_visited_person, agree, write
from tests.rota.test_day_plans import NEXT, about, planned, works
from whatmatters.access.queries import Actor
from whatmatters.access.services import mark_installation
from whatmatters.people.services import NewLink, link_people
from whatmatters.rota.services import strike_shift, tell_people
from whatmatters.rules.people import LinkKind
from whatmatters.rules.roles import InstallationKind, Role
from whatmatters.rules.sharing import ConsentHow, Topic
from whatmatters.trust.services import Sharing, share


@pytest.fixture
def seen(db: None) -> Visited:
    mark_installation(kind=InstallationKind.DEMO, at=moment(NEXT), as_of=NEXT)
    return a_visited_person()


@pytest.fixture
def son(seen: Visited) -> Actor:
    son = an_actor(seen.case.system, Role.FAMILY, None, "Owain Rees")
    link = NewLink(seen.herself.id, son.user_id, LinkKind.FAMILY, STARTS, "son")
    link_people(by=seen.case.social_worker, at=moment(STARTS), links=[link])
    return son


def shares(seen: Visited, son: Actor, *topics: Topic) -> None:
    said = Sharing(seen.herself.id, frozenset(topics), ConsentHow.OWN_WORDS, son.user_id)
    share(by=seen.herself.actor, at=moment(NEXT), on=NEXT, sharing=said)


def first_page(browser: Client) -> str:
    return " ".join(browser.get(reverse("home")).content.decode().split())


def tell(seen: Visited) -> str:
    """The planned start of getting up, told."""
    start = planned(seen)["Getting up"].stops[0].start
    tell_people(**about(seen), team_id=seen.team_id, day=NEXT)
    return f"{start // 60}:{start % 60:02}"


def test_everything_else_shared_says_nothing_of_who_comes(seen: Visited, son: Actor) -> None:
    agree(seen, write(seen, UP))
    shares(seen, son, *(set(Topic) - {Topic.VISITS}))
    tab = browser_of(son)
    assert "Who comes to" not in first_page(tab)
    assert tab.get(reverse("delivery", args=[seen.herself.id])).status_code == 403


def test_a_son_reads_who_comes_what_was_changed_and_what_changes_until_it_is_taken_back(
    seen: Visited, son: Actor
) -> None:
    shares(seen, son, Topic.VISITS)
    tab, herself = browser_of(son), browser_of(seen.herself.actor)
    page = reverse("delivery", args=[seen.herself.id])
    assert "Who comes to Mair Rees today" in first_page(tab)
    assert "Nothing has been agreed yet about who comes, and when." in first_page(tab)
    agree(seen, write(seen, UP, PILLS, never=(seen.workers["Dai"],)))
    mo = works(seen, "Mo")
    first = tell(seen)
    assert f"<strong>Mo, about {first}</strong>" in first_page(tab)
    assert "Changed." not in first_page(tab)
    strike_shift(**about(seen), shift_id=mo)
    works(seen, "Siân")
    second = tell(seen)
    for told in (first_page(tab), first_page(herself)):
        assert f"<strong>Siân, about {second}</strong>" in told
        assert f"Changed. Told before: Mo, about {first}." in told
        assert "will be different" not in told
    agree(seen, write(seen, UP, starts=NEXT + timedelta(days=3), over=1))
    for told in (first_page(tab), first_page(herself)):
        assert "From 10 April 2026, who comes and when will be different." in told
    told = tab.get(page).content.decode()
    assert "said yes on" in herself.get(page).content.decode()
    assert "said yes on" not in told, "her answer is not shared by this"
    assert "Dai" not in told, "who is not wanted is hers to know"
    assert "Agreed for later" in told
    shares(seen, son, Topic.PLAN)
    assert tab.get(page).status_code == 403
    assert "Who comes to" not in first_page(tab)


def test_nobody_comes_is_said_of_her_and_in_welsh(seen: Visited, son: Actor) -> None:
    agree(seen, write(seen, UP, PILLS, never=(seen.workers["Dai"],)))
    shares(seen, son, Topic.VISITS)
    mo = works(seen, "Mo")
    tell(seen)
    strike_shift(**about(seen), shift_id=mo)
    works(seen, "Dai")
    planned(seen)
    tell_people(**about(seen), team_id=seen.team_id, day=NEXT)
    told = first_page(browser_of(son, "cy"))
    assert "Pwy sy’n dod at Mair Rees heddiw" in told
    assert "Nid oes neb yn dod fel y dywedwyd wrth Mair Rees." in told
    assert "Wedi newid. Dywedwyd o’r blaen: Mo, tua" in told
