"""What is told after it happened or of another shift: nothing is silently done, or done in two."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from tests.fixtures.rota import plan, read, small
from whatmatters.rota.queries.offers import OfferFacts
from whatmatters.rota.web.live_form import HappenedForm
from whatmatters.rota.web.live_words import happened_words
from whatmatters.rules.rota.day_file import DayShift, Mode
from whatmatters.rules.rota.live import left_of
from whatmatters.rules.rota.live_age import too_old
from whatmatters.rules.rota.live_cut import still_at_work
from whatmatters.rules.rota.live_events import Allowed, Event, EventRefused, What
from whatmatters.rules.rota.live_happened import happened

pytestmark = pytest.mark.once
ALLOWED = Allowed(promise=15, again=30, urgent=20)
# Mo and Lee with Ann 07:10-07:40; Mo at Bob's 08:00-08:15, with Ann again at 09:00.
GOOD = plan(
    mo_early=[("ann-up", 430, 0), ("bob-insulin", 480), ("ann-tea", 540)],
    lee_early=[("ann-up", 430, 1)],
)
TOMORROW = date(2026, 12, 1)


def test_who_was_gone_before_it_was_told_made_nothing_since() -> None:
    """At 8:10 one learns that Mo went at 7:50: Bob has had no insulin. With Ann she has been."""
    left = left_of(read(small()), GOOD, Event(What.GONE, 490, "mo", time=470), ALLOWED)
    assert [stop.visit for _, stop in left.frozen.stops()] == ["ann-up", "ann-up"]
    assert set(left.problem.visits) == {"bob-insulin", "ann-tea"}
    assert left.unmet == ()
    assert list(left.problem.shifts) == ["lee-early"]


def test_what_a_colleague_began_alone_is_done() -> None:
    """Mo never came; Lee was with Ann at 7:10, as planned, and is there until 7:40."""
    left = left_of(read(small()), GOOD, Event(What.GONE, 445, "mo", time=420), ALLOWED)
    assert [(shift, stop.visit) for shift, stop in left.frozen.stops()] == [("lee-early", "ann-up")]
    assert left.problem.shifts["lee-early"].starts == 460
    assert "ann-up" not in left.problem.visits


def test_her_shift_may_be_over_when_it_is_told() -> None:
    left = left_of(read(small()), GOOD, Event(What.GONE, 670, "mo", time=530), ALLOWED)
    assert set(left.problem.visits) == {"ann-tea"}
    with pytest.raises(EventRefused):
        left_of(read(small()), GOOD, Event(What.GONE, 600, "mo", time=660), ALLOWED)


def test_what_is_about_nobody_of_the_day_any_more_changes_nothing() -> None:
    problem = read(small())
    told = (
        Event(What.LONG, 490, visit="was", minutes=10),
        Event(What.NO_REPLY, 490, visit="was"),
        Event(What.URGENT, 490, visit="u1", person="eve", minutes=10),
    )
    assert happened(problem, told, ALLOWED) == problem
    left = left_of(problem, GOOD, Event(What.GONE, 500, "lee"), ALLOWED, told)
    assert set(left.problem.visits) == {"ann-tea"}


def test_of_a_later_day_no_time_is_asked_and_the_whole_shift_is_free() -> None:
    form = HappenedForm({"form_token": str(uuid4()), "what": "gone", "goes": "7"})
    form.of_a_later_day()
    form.offer([("7", "Mo")], [("3", "Tablets")], [("5", "Mair")])
    assert form.is_valid(), form.errors
    given = form.given(1, TOMORROW)
    assert (given.what, given.minute, given.worker_id, given.time) == (What.GONE, 0, 7, None)
    door = HappenedForm({"form_token": str(uuid4()), "what": "no_reply", "door": "3"})
    door.of_a_later_day()
    assert "what" in door.errors, "nobody has been at a door tomorrow"
    left = left_of(read(small()), GOOD, Event(What.GONE, 0, "mo"), ALLOWED)
    assert left.frozen.routes["mo-early"] == ()
    assert set(left.problem.visits) == {"ann-up", "bob-insulin", "ann-tea"}


def test_who_is_gone_on_a_later_day_is_told_without_a_clock() -> None:
    def words(minute: int, time: int | None) -> str:
        told = (1, 1, TOMORROW, None, 1, What.GONE, minute, 7, "Mo", None, None, time, None)
        return happened_words(OfferFacts(*told, accepted=None, stands=True), "")

    assert words(0, None) == "Mo is gone the whole day."
    assert words(0, 600) == "Mo is gone from 10:00."
    assert words(450, 420) == "7:30: Mo is gone from 7:00."


def split_day():
    """Mo works from 7 to 11 and from 12 to 14, when Ann has her tea."""
    late = {"starts": "12:00", "ends": "14:00", "worker": "mo", "mode": "walk"}
    shifts = [*small()["shifts"], {"id": "mo-late", "begins_at": "office", "ends_at": "office"}]
    shifts[-1] |= late
    tea = {"visits.2.earliest": "12:15", "visits.2.latest": "13:30", "visits.2.promised": None}
    planned = plan(
        mo_early=[("ann-up", 430, 0), ("bob-insulin", 480)],
        lee_early=[("ann-up", 430, 1)],
        mo_late=[("ann-tea", 735)],
    )
    return read(small(shifts=shifts, **tea)), planned


def test_who_stays_beyond_the_next_shift_is_held_in_it() -> None:
    """Until 13:00; to the end of the shift is 11:00, and the next is free."""
    problem, planned = split_day()
    left = left_of(problem, planned, Event(What.STAYING, 490, "mo", time=780), ALLOWED)
    assert left.problem.shifts["mo-late"].starts == 780
    assert "ann-tea" in left.problem.visits
    end = left_of(problem, planned, Event(What.STAYING, 490, "mo"), ALLOWED)
    assert end.problem.shifts["mo-late"].starts == 720


def test_a_visit_that_reaches_into_the_next_shift_holds_her_there() -> None:
    """Bob's quarter of an hour from 8:00 and 255 minutes: until 12:30, at Bob's."""
    problem, planned = split_day()
    longer = Event(What.LONG, 490, visit="bob-insulin", minutes=255)
    left = left_of(problem, planned, longer, ALLOWED)
    late = left.problem.shifts["mo-late"]
    assert (late.starts, late.begins_at) == (750, "bob's")
    assert "ann-tea" in left.problem.visits
    shorter = replace(longer, minutes=15)
    late = left_of(problem, planned, shorter, ALLOWED).problem.shifts["mo-late"]
    assert (late.starts, late.begins_at) == (720, "office")


def test_a_shift_that_was_written_since_is_not_ended() -> None:
    problem, planned = split_day()
    gone = Event(What.GONE, 470, "mo", shifts=frozenset({"mo-early"}))
    left = left_of(problem, planned, Event(What.GONE, 480, "lee"), ALLOWED, (gone,))
    assert (left.whole.shifts["mo-early"].ends, left.whole.shifts["mo-late"].ends) == (470, 840)
    early, late = (DayShift(n, 7, frozenset(), Mode.WALK, 420, 660) for n in (1, 2))
    told = Event(What.GONE, 480, "w7", shifts=frozenset({"s1"}))
    assert still_at_work((early, late), (told,)) == (replace(early, ends=480), late)


def test_an_offer_grows_old_once_its_day_has_begun() -> None:
    made, today = datetime(2026, 11, 30, 9, tzinfo=UTC), date(2026, 11, 30)
    later = made + timedelta(minutes=21)
    assert too_old(made, later, today, today, 20)
    assert not too_old(made, later - timedelta(minutes=1), today, today, 20)
    assert not too_old(made, later, today, TOMORROW, 20)
