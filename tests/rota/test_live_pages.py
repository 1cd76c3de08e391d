"""A sick call from page to page, and whom to call on for somebody who needs a worker now."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.fixtures.case import STARTS, moment
from tests.fixtures.council import dawn
from tests.fixtures.paid import browser_of
from tests.fixtures.visited import PILLS, UP, Visited, a_visited_person, agree, write
from whatmatters.access.queries.installation import standing
from whatmatters.access.services import mark_installation
from whatmatters.rota.services import (
    AbilityGiven,
    HappenedGiven,
    ShiftGiven,
    make_day_plan,
    offer_replan,
    say_ability,
    tell_people,
    write_shift,
)
from whatmatters.rules.roles import InstallationKind
from whatmatters.rules.rota.day_file import Mode
from whatmatters.rules.rota.live_events import What

NEXT = STARTS + timedelta(days=1)


@pytest.fixture
def seen(db: None) -> Visited:
    """Mair gets up with Mo, whom she chose, and has her tablets from Siân; told and planned."""
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    found = a_visited_person()
    agree(found, write(found, UP, PILLS, chosen=(found.workers["Mo"],)))
    for name in ("Siân", "Mo"):
        worker = found.workers[name]
        able = AbilityGiven(found.team_id, worker, Mode.CYCLE, medicines=name == "Siân")
        say_ability(**about(found), given=able)
        write_shift(**about(found), given=ShiftGiven(found.team_id, worker, NEXT, 420, 840))
    make_day_plan(**about(found), team_id=found.team_id, day=NEXT)
    tell_people(**about(found), team_id=found.team_id, day=NEXT)
    return found


def about(seen: Visited) -> dict[str, object]:
    return {"by": seen.case.manager, "at": dawn(STARTS), "on": STARTS}


def test_a_sick_call_of_tomorrow_is_searched_before_anything_is_written(seen: Visited) -> None:
    manager = browser_of(seen.case.manager)
    address = reverse("rota_happened", args=[seen.team_id, NEXT.isoformat()])
    asked = manager.get(address)
    assert "What time is it?" not in asked.content.decode()
    told = {"what": "gone", "goes": seen.workers["Mo"]}
    told["form_token"] = asked.context["form"]["form_token"].value()
    with CaptureQueriesContext(connection) as done:
        made = manager.post(address, told)
    asked_for = [one["sql"] for one in done.captured_queries]
    writes = next(n for n, sql in enumerate(asked_for) if sql.startswith("SAVEPOINT"))
    reads = [n for n, sql in enumerate(asked_for) if 'FROM "rota_daystop"' in sql]
    assert reads[-1] < writes, "the day is read and searched while others may write"
    again = manager.post(address, told)
    assert again.url == made.url, "a page that is sent twice offers one plan"
    offered = manager.get(made.url).content.decode()
    assert "Mo is gone the whole day." in offered
    assert "Now: Siân at" in offered
    assert "Say:" not in offered, "it is not so yet"
    sent = manager.get(made.url).context["form"]["form_token"].value()
    accepted = manager.post(made.url, {"act": "accept", "form_token": sent}, follow=True)
    assert "Say: “We told you that Mo comes at about" in accepted.content.decode()


def test_who_could_come_is_named_for_who_needs_somebody_now(seen: Visited) -> None:
    """At 14:05 both have gone home, and may be called on."""
    now = HappenedGiven(seen.team_id, NEXT, What.URGENT, 845, person_id=seen.herself.id, minutes=30)
    made = offer_replan(**about(seen), given=now)
    page = browser_of(seen.case.manager).get(reverse("rota_offer", args=[made])).content.decode()
    assert "Call on: Mo, Siân." in page
    assert "somebody is needed now" in page


def test_an_offer_of_half_an_hour_ago_is_no_longer_asked_about(seen: Visited) -> None:
    """Visits that it moves may have begun: there is no Yes to press, and the page says why."""
    day = {"team_id": seen.team_id, "day": STARTS}
    mo = seen.workers["Mo"]
    write_shift(**about(seen), given=ShiftGiven(seen.team_id, mo, STARTS, 420, 840))
    make_day_plan(**about(seen), **day)
    now = HappenedGiven(seen.team_id, STARTS, What.GONE, 430, worker_id=mo)
    page_clock = standing(timezone.now())
    by = {"by": seen.case.manager, "on": STARTS, "given": now}
    old = offer_replan(**by, at=page_clock - timedelta(minutes=21))
    fresh = offer_replan(**by, at=page_clock)
    manager = browser_of(seen.case.manager)
    page = manager.get(reverse("rota_offer", args=[old])).content.decode()
    assert "This was offered too long ago: visits that it moves may have begun." in page
    assert 'value="accept"' not in page
    page = manager.get(reverse("rota_offer", args=[fresh])).content.decode()
    assert "offered too long ago" not in page
    assert 'value="accept"' in page
