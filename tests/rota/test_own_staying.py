"""A worker on their round stays with somebody: told by themselves, planned anew, accepted."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from tests.fixtures.case import moment
from tests.fixtures.council import dawn
from tests.fixtures.paid import browser_of
from tests.fixtures.visited import PILLS, UP, Visited, a_visited_person, agree, write
from tests.rota.test_day_plans import NEXT, about, planned, works
from tests.rota.test_own_round import first_page, signs_in
from whatmatters.access.queries import Actor
from whatmatters.access.services import mark_installation
from whatmatters.rota.models import LiveAbout, LiveOffer, Shift
from whatmatters.rota.queries.own_place import staying_of
from whatmatters.rota.queries.own_round import round_of
from whatmatters.rota.services import answer_offer, strike_shift
from whatmatters.rota.services.staying import plan_without_me, say_staying
from whatmatters.rules.roles import InstallationKind, Role
from whatmatters.rules.rota.day_refusals import NotOnYourRound
from whatmatters.rules.rota.live_events import EventRefused, What

EIGHT, NOON = 8 * 60, 12 * 60


@pytest.fixture
def seen(db: None) -> Visited:
    """Siân gets Mair up (7:30 to 8:30) and helps with tablets at noon; Dai is at work as well."""
    mark_installation(kind=InstallationKind.DEMO, at=moment(NEXT), as_of=NEXT)
    seen = a_visited_person()
    agree(seen, write(seen, UP, PILLS, chosen=(seen.workers["Siân"],)))
    works(seen, "Siân", medicines=True)
    works(seen, "Dai", medicines=True)
    return seen


def later(minute: int) -> datetime:
    return dawn(NEXT) + timedelta(minutes=minute)


def stay(seen: Visited, by: Actor, minute: int = EIGHT, until: int | None = NOON + 120) -> int:
    told = {"by": by, "on": NEXT}
    her = seen.herself.id
    found = plan_without_me(**told, person_id=her, minute=minute, until=until)
    return say_staying(**told, at=later(minute), offered=found)


def accept(seen: Visited, offer_id: int, *, yes: bool = True) -> None:
    answer_offer(by=seen.case.manager, at=later(EIGHT), on=NEXT, offer_id=offer_id, yes=yes)


def test_who_stays_is_planned_where_they_are_and_the_team_is_asked(seen: Visited) -> None:
    sian = signs_in(seen, "Siân")
    assert [stop.worker for stop in planned(seen)["Tablets"].stops] == ["Siân"]
    made = stay(seen, sian)
    row = LiveOffer.objects.get(pk=made)
    assert (row.what, row.minute, row.time, row.by_id) == ("staying", 480, 840, sian.user_id)
    assert row.worker_id == seen.workers["Siân"]
    assert LiveAbout.objects.get().person_id == seen.herself.id
    # Nothing holds before somebody of the team says yes.
    assert [one.what for one in round_of(sian, NEXT).stops] == ["Getting up", "Tablets"]
    told = staying_of(sian, NEXT)
    assert told is not None
    assert (told.until, told.accepted, told.stands, told.goes_on) == (840, None, True, ())
    accept(seen, made)
    assert [one.what for one in round_of(sian, NEXT).stops] == ["Getting up"]
    told = staying_of(sian, NEXT)
    assert told is not None
    assert told.accepted is True
    ((start, (stop,)),) = told.goes_on
    assert (start, stop.worker) == (720, "Dai")


def test_it_is_said_again_when_it_turns_out_otherwise(seen: Visited) -> None:
    sian = signs_in(seen, "Siân")
    planned(seen)
    accept(seen, stay(seen, sian))
    second = stay(seen, sian, minute=EIGHT + 20, until=None)
    told = staying_of(sian, NEXT)
    assert told is not None
    assert (told.until, told.accepted) == (None, None)
    accept(seen, second, yes=False)
    told = staying_of(sian, NEXT)
    assert told is not None
    assert told.accepted is False


def test_only_whoever_is_sent_to_her_says_it_and_of_the_own_round_alone(seen: Visited) -> None:
    sian, dai, mo = (signs_in(seen, one) for one in ("Siân", "Dai", "Mo"))
    planned(seen)
    for other in (dai, mo, seen.case.manager, seen.case.social_worker, seen.herself.actor):
        with pytest.raises(NotOnYourRound):
            stay(seen, other)
    with pytest.raises(NotOnYourRound):
        plan_without_me(by=sian, on=NEXT, person_id=seen.herself.id + 1, minute=EIGHT, until=None)
    yesterday = NEXT - timedelta(days=1)
    with pytest.raises(NotOnYourRound):
        plan_without_me(by=sian, on=yesterday, person_id=seen.herself.id, minute=1, until=None)
    assert not LiveOffer.objects.exists()


def test_a_round_that_changed_while_it_was_looked_for_is_told(seen: Visited) -> None:
    sian = signs_in(seen, "Siân")
    planned(seen)
    her = seen.herself.id
    found = plan_without_me(by=sian, on=NEXT, person_id=her, minute=EIGHT, until=None)
    shift = Shift.objects.get(worker_id=seen.workers["Siân"])
    strike_shift(**about(seen), shift_id=shift.pk)
    with pytest.raises(NotOnYourRound):
        say_staying(by=sian, at=later(EIGHT), on=NEXT, offered=found)


@pytest.mark.parametrize(
    ("minute", "until", "why"),
    [(6 * 60, None, "event_not_at_work"), (EIGHT, EIGHT, "event_over_already")],
)
def test_what_cannot_have_happened_is_refused(seen: Visited, minute, until, why) -> None:
    sian = signs_in(seen, "Siân")
    planned(seen)
    with pytest.raises(EventRefused) as told:
        stay(seen, sian, minute=minute, until=until)
    assert told.value.code == why


def send(browser: Client, person_id: int, **said: str):
    address = reverse("round_staying", args=[person_id])
    return browser.post(address, {"form_token": str(uuid4()), **said})


def page_at(seen: Visited, monkeypatch: pytest.MonkeyPatch, minute: int) -> None:
    """The clock of the machine says this time of the day; the demonstration has its own day."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: later(minute))


def test_from_the_round_to_the_teams_yes_on_pages(seen: Visited, monkeypatch) -> None:
    sian, mo = signs_in(seen, "Siân"), signs_in(seen, "Mo", Role.TEAM_MEMBER)
    planned(seen)
    page_at(seen, monkeypatch, EIGHT)
    address = reverse("round_staying", args=[seen.herself.id])
    assert f'href="{address}">I have to stay with Mair' in first_page(sian)
    browser = browser_of(sian)
    asked = browser.get(address).content.decode()
    assert "If a life is in danger, ring 999 first." in asked
    empty = send(browser, seen.herself.id)
    assert empty.status_code == 422
    assert "How long will you stay?" in empty.content.decode()
    token = {"form_token": str(uuid4()), "long": "unknown"}
    assert browser.post(address, token).headers["Location"] == reverse("home")
    assert browser.post(address, token).status_code == 302, "a second click"
    made = LiveOffer.objects.get()
    told = first_page(sian)
    assert "You stay with Mair" in told
    assert "Nobody of your team has answered yet." in told
    for reader in (mo, seen.case.manager):
        team = first_page(reader)
        assert f'href="{reverse("rota_offer", args=[made.pk])}"' in team
        assert "8:00: Siân stays with somebody to the end of the shift." in team
        assert "Something happened today" in team
    accept(seen, made.pk)
    told = first_page(sian)
    assert "Your team has accepted it." in told
    assert "Your visit at about 12:00: Dai goes, at about 12:" in told
    assert "Tablets" not in told
    assert "Something happened today" not in first_page(mo)
    welsh = first_page(sian, "cy")
    assert "Mae eich tîm wedi’i dderbyn." in welsh
    assert "Rhaid imi aros gyda Mair" in welsh


def test_there_is_no_such_page_for_who_is_not_sent_to_her(seen: Visited, monkeypatch) -> None:
    dai = signs_in(seen, "Dai")
    planned(seen)
    page_at(seen, monkeypatch, EIGHT)
    address = reverse("round_staying", args=[seen.herself.id])
    assert browser_of(dai).get(address).status_code == 404
    assert send(browser_of(dai), seen.herself.id, long="30").status_code == 404
    assert browser_of(seen.herself.actor).get(address).status_code == 403
    assert What.STAYING not in set(LiveOffer.objects.values_list("what", flat=True))
