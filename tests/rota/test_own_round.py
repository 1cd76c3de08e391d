"""A worker's own round: whom they visit today, and that alone, opens for the day and closes."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.urls import reverse

from tests.fixtures.case import STARTS, an_actor, moment
from tests.fixtures.paid import browser_of
from tests.fixtures.visited import PILLS, UP, Visited, a_visited_person, agree, write
from tests.rota.test_day_plans import NEXT, about, planned, works
from whatmatters.access.models import User
from whatmatters.access.queries import Actor, may, sight_of
from whatmatters.access.services import mark_installation
from whatmatters.people.services import record_death
from whatmatters.rota.queries.own_round import round_of
from whatmatters.rota.services import HappenedGiven, offer_replan, strike_shift
from whatmatters.rules.permissions import Action
from whatmatters.rules.roles import InstallationKind, Role
from whatmatters.rules.rota.live_events import What
from whatmatters.teams.services.accounts import join_account


@pytest.fixture
def seen(db: None) -> Visited:
    mark_installation(kind=InstallationKind.DEMO, at=moment(NEXT), as_of=NEXT)
    seen = a_visited_person()
    agree(seen, write(seen, UP, PILLS))
    return seen


def signs_in(seen: Visited, name: str, role: Role = Role.CARE_WORKER) -> Actor:
    actor = an_actor(seen.case.system, role, seen.case.provider_id, name)
    join_account(
        by=seen.case.manager,
        at=moment(STARTS),
        on=STARTS,
        worker_id=seen.workers[name],
        username=User.objects.get(pk=actor.user_id).username,
        account_name=name,
    )
    return actor


def first_page(actor: Actor, language: str = "en-gb") -> str:
    page = browser_of(actor, language).get(reverse("home"))
    return " ".join(page.content.decode().split())


def test_who_is_sent_to_her_opens_her_record_for_the_day_and_no_other_day(seen: Visited) -> None:
    sian, mo = signs_in(seen, "Siân"), signs_in(seen, "Mo", Role.TEAM_MEMBER)
    works(seen, "Siân", medicines=True)
    her = seen.herself.id
    assert not may(sian, Action.SEE_RECORD, her, NEXT)
    up = planned(seen)["Getting up"].stops[0].start
    clock = f"{up // 60}:{up % 60:02}"
    for on, opens in (
        (NEXT - timedelta(days=1), False),
        (NEXT, True),
        (NEXT + timedelta(1), False),
    ):
        assert may(sian, Action.SEE_RECORD, her, on) is opens
    assert not may(mo, Action.SEE_RECORD, her, NEXT), "in the team, and not sent"
    sight = sight_of(sian, her, NEXT)
    assert sight.why == "visiting"
    assert Action.RECORD_NOTE in sight.actions
    assert not sight.actions & {Action.SEE_CONVERSATIONS, Action.SEE_PRICES, Action.WRITE_PROFILE}
    told = first_page(sian)
    assert "Your round today" in told
    assert f"<strong>About {clock}, Mair Rees</strong>" in told
    assert "Starts between 7:30 and 8:30" in told
    assert "Must happen: it starts at 12:30 at the latest" in told
    assert "You are at work 7:00–14:00." in told
    looks = browser_of(seen.herself.actor).get(reverse("looks", args=[her])).content.decode()
    assert "They were to visit the person on that day" in looks, "her name on a round is a look"
    record = reverse("record", args=[her])
    assert f'href="{record}"' in told
    assert browser_of(sian).get(record).status_code == 200
    assert "Tua" in first_page(sian, "cy")
    assert "You are not at work today" in first_page(mo)
    looks = browser_of(seen.herself.actor).get(reverse("looks", args=[her])).content.decode()
    assert "They were to visit the person on that day, as the team had planned" in looks


def test_an_offer_opens_nothing_before_it_is_accepted_and_a_struck_shift_closes(
    seen: Visited,
) -> None:
    sian, dai = signs_in(seen, "Siân"), signs_in(seen, "Dai")
    shift = works(seen, "Siân", medicines=True)
    planned(seen)
    works(seen, "Dai", medicines=True)
    her = seen.herself.id
    gone = HappenedGiven(seen.team_id, NEXT, What.GONE, 0, worker_id=seen.workers["Siân"])
    offer_replan(**about(seen), given=gone)
    assert may(sian, Action.SEE_RECORD, her, NEXT)
    assert not may(dai, Action.SEE_RECORD, her, NEXT)
    strike_shift(**about(seen), shift_id=shift)
    assert not may(sian, Action.SEE_RECORD, her, NEXT)
    assert round_of(sian, NEXT).stops == ()
    planned(seen)
    assert [stop.what for stop in round_of(dai, NEXT).stops] == ["Getting up", "Tablets"]


def test_two_who_come_together_are_named_to_each_other(seen: Visited) -> None:
    both = replace(UP, workers=2)
    agree(seen, write(seen, both, over=1))
    sian = signs_in(seen, "Siân")
    works(seen, "Siân")
    works(seen, "Mo")
    planned(seen)
    (stop,) = round_of(sian, NEXT).stops
    assert (stop.what, stop.beside) == ("Getting up", ("Mo",))
    assert "Together with Mo" in first_page(sian)


def test_who_manages_as_well_reads_no_other_providers_rows_by_their_own_round(
    seen: Visited,
) -> None:
    sian = signs_in(seen, "Siân")
    works(seen, "Siân", medicines=True)
    planned(seen)
    both = replace(sian, roles=frozenset({Role.CARE_WORKER, Role.PROVIDER_MANAGER}))
    sight = sight_of(both, seen.herself.id, NEXT)
    assert {"visiting", "provider"} <= set(sight.relationships)
    assert sight.provider_id == seen.case.provider_id


def test_whoever_died_since_the_day_was_planned_is_on_no_round(seen: Visited) -> None:
    sian = signs_in(seen, "Siân")
    works(seen, "Siân", medicines=True)
    planned(seen)
    by, at = seen.case.social_worker, moment(NEXT)
    record_death(by=by, at=at, person_id=seen.herself.id, on=NEXT)
    told = first_page(sian)
    assert "Mair" not in told.partition("<main")[2].partition("People you support")[0]
    assert "No visit is planned for you today yet." in told
