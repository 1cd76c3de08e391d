"""What people were told of a day: taken back when nobody comes, and kept by a newer version."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.fixtures.case import STARTS, moment
from tests.fixtures.paid import browser_of
from tests.fixtures.visited import PILLS, UP, Visited, a_visited_person, agree, write
from tests.rota.test_day_plans import NEXT, about, planned, works
from whatmatters.access.queries.installation import standing
from whatmatters.access.services import mark_installation
from whatmatters.home.web.home_visits import who_comes
from whatmatters.rota.models import DayAsked, DayUnplanned, Shift
from whatmatters.rota.queries import own_day
from whatmatters.rota.queries.asked import days_asked
from whatmatters.rota.queries.day_people import day_people
from whatmatters.rota.services import ask_for_plan, make_day_plan, strike_shift, tell_people
from whatmatters.rota.tasks import plan_of_day
from whatmatters.rules.roles import InstallationKind
from whatmatters.rules.rota.day_file import Told
from whatmatters.rules.rota.faults import BadInput


@pytest.fixture
def seen(db: None) -> Visited:
    mark_installation(kind=InstallationKind.DEMO, at=moment(STARTS), as_of=STARTS)
    return a_visited_person()


def tell(seen: Visited) -> int:
    return tell_people(**about(seen), team_id=seen.team_id, day=NEXT)


def hers(seen: Visited) -> dict[str, tuple[int, str | None] | None]:
    """What her first page has of each visit of the next day."""
    day = own_day(seen.case.council_id, seen.herself.id, NEXT)
    return {visit.what: visit.told for visit in day.visits}


def marked(seen: Visited) -> list[tuple[str, str]]:
    """Whose mark stands beside which words on her first page of the next day."""
    day = own_day(seen.case.council_id, seen.herself.id, NEXT)
    return [(one.who, one.when) for one in who_comes(day, seen.herself.id).coming]


def day_page(seen: Visited) -> str:
    address = reverse("rota_day", args=[seen.team_id, NEXT.isoformat()])
    return browser_of(seen.case.manager).get(address).content.decode()


def test_who_is_visited_no_more_is_told_so_until_somebody_comes_again(seen: Visited) -> None:
    agree(seen, write(seen, UP, PILLS, never=(seen.workers["Dai"],)))
    mo = works(seen, "Mo")
    start = planned(seen)["Getting up"].stops[0].start
    assert tell(seen) == 1
    assert hers(seen) == {"Getting up": (start, "Mo"), "Tablets": None}
    assert marked(seen)[0] == ("Mo", f"Mo, about {start // 60}:{start % 60:02}")
    assert marked(seen)[1][0] == ""
    strike_shift(**about(seen), shift_id=mo)
    works(seen, "Dai")
    assert planned(seen)["Getting up"].stops == ()
    assert tell(seen) == 1
    assert tell(seen) == 0, "it is told once"
    assert hers(seen) == {"Getting up": (start, None), "Tablets": None}
    assert marked(seen)[0] == ("", "Nobody is coming as you were told. The team will ring you.")
    assert "Told: nobody comes as was told before, the team will ring" in day_page(seen)
    works(seen, "Siân")
    again = planned(seen)["Getting up"]
    assert [stop.worker for stop in again.stops] == ["Siân"]
    assert "Not as the person was told" in day_page(seen)
    assert tell(seen) == 1
    assert hers(seen)["Getting up"] == (again.stops[0].start, "Siân")


def test_what_was_told_stands_though_a_newer_version_is_agreed(seen: Visited) -> None:
    agree(seen, write(seen, UP))
    works(seen, "Mo")
    start = planned(seen)["Getting up"].stops[0].start
    tell(seen)
    agree(seen, write(seen, UP, PILLS, over=1))
    assert hers(seen) == {"Getting up": (start, "Mo"), "Tablets": None}
    (person,) = day_people(seen.case.manager, seen.team_id, NEXT)
    told = {visit.agreed.what: visit.told for visit in person.visits}
    assert told == {"Getting up": Told(start, seen.workers["Mo"]), "Tablets": None}
    assert planned(seen)["Getting up"].told == Told(start, seen.workers["Mo"])
    assert tell(seen) == 0


def test_why_a_day_cannot_be_planned_is_kept_and_read_on_its_page(seen: Visited) -> None:
    agree(seen, write(seen, UP, PILLS))
    first = works(seen, "Mo")
    council, team, asker = seen.case.council_id, seen.team_id, seen.case.manager.user_id
    # Two shifts at once, as a database from before the lock may hold them.
    twice = Shift.objects.get(pk=first)
    twice.pk, twice.starts = None, 600
    twice.save(force_insert=True)
    # Asked for now, by the clock of the page, which says for some minutes that it is looked for.
    ask = {**about(seen), "at": standing(timezone.now()), "team_id": team, "day": NEXT}
    with pytest.raises(BadInput):
        make_day_plan(**ask)
    ask_for_plan(**ask)
    assert "the plan is being looked for" in day_page(seen)
    assert plan_of_day.call(council, team, NEXT.isoformat(), asker) == 0
    codes = [fault["code"] for fault in DayUnplanned.objects.get().faults]
    assert codes == ["shifts_overlap"], "that nobody helps with tablets keeps no day from a plan"
    assert days_asked(moment(STARTS)) == (), "it is not tried again until it is asked for again"
    told = day_page(seen)
    assert "could not be planned:" in told
    assert "being looked for" not in told
    assert "Mo, 10:00–14:00: This shift and Mo, 7:00–14:00 of the same worker overlap" in told
    strike_shift(**about(seen), shift_id=twice.pk)
    make_day_plan(**ask)
    assert "could not be planned:" not in day_page(seen)


def test_who_may_not_plan_or_has_nobody_at_work_leaves_no_reason_behind(seen: Visited) -> None:
    council, team = seen.case.council_id, seen.team_id
    stamp = {"council_id": council, "at": moment(STARTS), "team_id": team}
    for who in (seen.case.manager, seen.case.social_worker):
        for day in (NEXT, NEXT + timedelta(days=1)):
            DayAsked.objects.create(**stamp, by_id=who.user_id, on=day)
            assert plan_of_day.call(council, team, day.isoformat(), who.user_id) == 0
    assert DayUnplanned.objects.count() == 0
