"""Something happened on a day from records: offered, accepted once, rung about, and kept apart."""

from datetime import timedelta

import pytest

from tests.fixtures.case import STARTS, moment
from tests.fixtures.visited import Visited
from tests.rota.told_day import a_told_day
from whatmatters.rota.queries import own_day
from whatmatters.rota.queries.day_plans import day_plan
from whatmatters.rota.queries.offers import calls_made, offer, plans_of
from whatmatters.rota.queries.to_ring import changed, to_ring
from whatmatters.rota.services import (
    HappenedGiven,
    ShiftGiven,
    answer_offer,
    make_day_plan,
    mark_rung,
    offer_replan,
    write_shift,
)
from whatmatters.rules.refusals import Absent
from whatmatters.rules.rota.day_refusals import (
    DayIsOver,
    DayNotAllowed,
    NothingPlanned,
    OfferAnswered,
    OfferNotAccepted,
    ReplannedMeanwhile,
    RungAlready,
)
from whatmatters.rules.rota.live_events import EventRefused, What

NEXT = STARTS + timedelta(days=1)


@pytest.fixture
def seen(db: None) -> Visited:
    return a_told_day()


def about(seen: Visited) -> dict[str, object]:
    return {"by": seen.case.manager, "at": moment(STARTS), "on": STARTS}


def offered(seen: Visited, what: What, minute: int, **more: object) -> int:
    given = HappenedGiven(seen.team_id, NEXT, what, minute, **more)
    return offer_replan(**about(seen), given=given)


def in_use(seen: Visited) -> dict[str, tuple[str, ...]]:
    """Who comes for what, by the plan in use."""
    made = day_plan(seen.case.council_id, seen.team_id, NEXT)
    return {visit.what: tuple(stop.worker for stop in visit.stops) for visit in made.visits}


def visit_ids(seen: Visited) -> dict[str, int]:
    made = day_plan(seen.case.council_id, seen.team_id, NEXT)
    return {visit.what: visit.visit_id for visit in made.visits}


def test_a_sick_call_is_offered_accepted_and_rung_about(seen: Visited) -> None:
    mo, council = seen.workers["Mo"], seen.case.council_id
    made = offered(seen, What.GONE, 425, worker_id=mo)
    assert in_use(seen)["Getting up"] == ("Mo",), "an offer is not in use"
    before, after = plans_of(council, made)
    assert [(change.somebody_else, change.after is None) for change in changed(before, after)] == [
        (True, False)
    ]
    ring = to_ring(before, after)
    assert [visit.what for visit in ring] == ["Getting up"]
    with pytest.raises(OfferNotAccepted):
        mark_rung(**about(seen), offer_id=made, visit_ids=[ring[0].visit_id])
    other = offered(seen, What.STAYING, 425, worker_id=mo, time=600)
    answer_offer(**about(seen), offer_id=made, yes=True)
    assert in_use(seen)["Getting up"] == ("Siân",)
    told = own_day(council, seen.herself.id, NEXT).visits[0].told
    assert told is not None
    assert told[1] == "Mo", "what she was told stays told"
    with pytest.raises(OfferAnswered):
        answer_offer(**about(seen), offer_id=made, yes=False)
    with pytest.raises(ReplannedMeanwhile):
        answer_offer(**about(seen), offer_id=other, yes=True)
    answer_offer(**about(seen), offer_id=other, yes=False)
    assert offer(council, other).accepted is False
    assert mark_rung(**about(seen), offer_id=made, visit_ids=[ring[0].visit_id]) == 1
    assert [call.visit_id for call in calls_made(made)] == [ring[0].visit_id]
    with pytest.raises(RungAlready):
        mark_rung(**about(seen), offer_id=made, visit_ids=[ring[0].visit_id])
    with pytest.raises(Absent):
        mark_rung(**about(seen), offer_id=made, visit_ids=[visit_ids(seen)["Tablets"]])
    with pytest.raises(EventRefused) as gone:
        offered(seen, What.STAYING, 430, worker_id=mo)
    assert gone.value.code == "event_not_at_work", "what happened before still holds"
    make_day_plan(**about(seen), team_id=seen.team_id, day=NEXT)
    assert in_use(seen)["Getting up"] == ("Siân",), "whoever is gone is not sent by a new plan"


def test_an_offer_over_a_plan_that_was_made_anew_is_refused(seen: Visited) -> None:
    made = offered(seen, What.GONE, 425, worker_id=seen.workers["Mo"])
    make_day_plan(**about(seen), team_id=seen.team_id, day=NEXT)
    with pytest.raises(ReplannedMeanwhile):
        answer_offer(**about(seen), offer_id=made, yes=True)


def test_somebody_who_needs_a_worker_now_is_in_the_day_and_stays_in_the_next_plan(
    seen: Visited,
) -> None:
    """At 8:40 Mo's or Siân's half hour; then Siân is ill, and nobody gives the tablets."""
    now = offered(seen, What.URGENT, 520, person_id=seen.herself.id, minutes=30)
    answer_offer(**about(seen), offer_id=now, yes=True)
    made = day_plan(seen.case.council_id, seen.team_id, NEXT)
    assert [(one.person_id, one.minute, one.minutes) for one in made.urgent] == [
        (seen.herself.id, 520, 30)
    ]
    assert 520 <= made.urgent[0].stop.start <= 540
    ill = offered(seen, What.GONE, 600, worker_id=seen.workers["Siân"])
    answer_offer(**about(seen), offer_id=ill, yes=True)
    later = day_plan(seen.case.council_id, seen.team_id, NEXT)
    assert later.urgent == made.urgent
    assert in_use(seen)["Tablets"] == ()


def test_no_reply_and_a_longer_visit(seen: Visited) -> None:
    ids = visit_ids(seen)
    longer = offered(seen, What.LONG, 730, visit_id=ids["Tablets"], minutes=30)
    assert changed(*plans_of(seen.case.council_id, longer)) == ()
    door = offered(seen, What.NO_REPLY, 740, visit_id=ids["Tablets"])
    assert offer(seen.case.council_id, door).person_id == seen.herself.id
    (change,) = changed(*plans_of(seen.case.council_id, door))
    assert change.after is None, "a quarter of an hour is borne, half an hour is not"
    with pytest.raises(EventRefused):
        offered(seen, What.LONG, 700, visit_id=ids["Tablets"], minutes=30)


def test_only_the_team_offers_and_accepts_and_of_a_planned_day(seen: Visited) -> None:
    case, mo = seen.case, seen.workers["Mo"]
    given = HappenedGiven(seen.team_id, NEXT, What.GONE, 425, worker_id=mo)
    made = offer_replan(**about(seen), given=given)
    for by in (case.social_worker, case.commissioner, case.team_member, seen.herself.actor):
        at = {"by": by, "at": moment(STARTS), "on": STARTS}
        with pytest.raises(DayNotAllowed):
            offer_replan(**at, given=given)
        with pytest.raises(DayNotAllowed):
            answer_offer(**at, offer_id=made, yes=True)
        with pytest.raises(DayNotAllowed):
            mark_rung(**at, offer_id=made, visit_ids=[])
    with pytest.raises(Absent):
        answer_offer(**about(seen), offer_id=made + 1000, yes=True)
    late = {"by": case.manager, "at": moment(STARTS), "on": NEXT + timedelta(days=1)}
    with pytest.raises(DayIsOver):
        offer_replan(**late, given=given)
    after = NEXT + timedelta(days=1)
    shift = ShiftGiven(seen.team_id, mo, after, 420, 840)
    write_shift(**about(seen), given=shift)
    nothing = HappenedGiven(seen.team_id, after, What.GONE, 425, worker_id=mo)
    with pytest.raises(NothingPlanned):
        offer_replan(**about(seen), given=nothing)
