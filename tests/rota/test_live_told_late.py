"""What is told after it happened, or of a day that has changed since: nothing is silently done."""

from datetime import date
from uuid import uuid4

import pytest

from tests.fixtures.rota import plan, read, small
from whatmatters.rota.queries.offers import OfferFacts
from whatmatters.rota.web.live_form import HappenedForm
from whatmatters.rota.web.live_words import happened_words
from whatmatters.rules.rota.live import left_of
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
