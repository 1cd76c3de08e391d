"""What the page of an offer says, and to whom a record is not open it says neither name nor why."""

from datetime import UTC, datetime

import pytest

from whatmatters.rota.queries.asked import Unplanned, VisitOf
from whatmatters.rota.queries.day_plans import DayFacts, PlannedVisit, StopFacts, UrgentFacts
from whatmatters.rota.queries.to_ring import on_the_list, still_so, to_ring
from whatmatters.rota.web.live_words import call_words, script_words
from whatmatters.rota.web.offer_shown import change_rows, late_rows
from whatmatters.rota.web.unplanned_shown import unplanned_shown
from whatmatters.rules.rota.day_file import Told
from whatmatters.rules.rota.faults import Fault
from whatmatters.rules.rota.problem import Harm

pytestmark = pytest.mark.once
TABLETS = "Tablets for Mair, by the back door"
MO, SIAN = StopFacts(11, "Mo", 735), StopFacts(12, "Siân", 760)
HIDDEN = "Somebody whose record is not yours to open"


def tablets(*stops: StopFacts, late: int = 0, told: int | None = 11) -> PlannedVisit:
    """Tablets at a quarter past twelve, of which Mo was told; or that nobody comes."""
    told = Told(735, told)
    return PlannedVisit(7, 5, TABLETS, 735, 745, 15, Harm.CRITICAL, late, False, stops, told)


def day(*visits: PlannedVisit, urgent: tuple[UrgentFacts, ...] = ()) -> DayFacts:
    return DayFacts(1, None, visits, urgent)


def test_a_change_says_who_comes_when_and_who_was_to() -> None:
    before, after = day(tablets(MO)), day(tablets(SIAN, late=15))
    sentence = "Now: Siân at 12:40. Before: Mo at 12:15. Later by 25 min."
    assert change_rows(before, after, {5: "Mair"}) == [(f"Mair: {TABLETS}", sentence)]
    assert list(late_rows(after, {5: "Mair"})) == [(f"Mair: {TABLETS}", "Late by 15 min.")]
    nobody = change_rows(before, day(tablets()), {})
    assert nobody == [(f"{HIDDEN}: A visit", "Nobody comes now. Before: Mo at 12:15.")]
    assert change_rows(before, before, {}) == []


def test_who_needs_somebody_now_is_late_after_twenty_minutes() -> None:
    """Asked at 8:40: by 9:00."""
    for start, late in ((540, []), (547, [("Mair: somebody is needed now", "Late by 7 min.")])):
        urgent = UrgentFacts(3, 5, 520, 30, StopFacts(11, "Mo", start))
        after = day(urgent=(urgent,))
        assert list(late_rows(after, {5: "Mair"})) == late
        clock = f"{start // 60}:{start % 60:02d}"
        (row,) = change_rows(day(), after, {})
        assert row == (
            f"{HIDDEN}: somebody is needed now",
            f"Now: Mo at {clock}. Nobody was to come.",
        )


def test_what_to_say_when_ringing() -> None:
    assert script_words(tablets(SIAN), "Mo") == (
        "Say: “We told you that Mo comes at about 12:15. Now Siân comes at about 12:40. Is that "
        "all right for you?”"
    )
    assert "Mo cannot come at about 12:15, and we are still looking" in script_words(
        tablets(), "Mo"
    )
    assert call_words(("Dai", "Eira")) == "Call on: Dai, Eira."
    assert call_words(()).startswith("Nobody else of the team can.")


def test_who_was_told_that_nobody_comes_is_rung_when_somebody_does() -> None:
    nobody, soon = tablets(told=None), StopFacts(12, "Siân", 740)
    sian = tablets(soon, told=None)
    assert to_ring(day(nobody), day(sian)) == (sian,), "five minutes from then, and somebody"
    assert to_ring(day(sian), day(nobody)) == (), "it is as she was told"
    assert script_words(sian, "") == (
        "Say: “We told you that nobody can come at about 12:15. Now Siân comes at about 12:20. Is "
        "that all right for you?”"
    )
    assert script_words(nobody, "").startswith("Say: “Nobody can come at about 12:15, and we are")


def test_a_call_that_was_made_stays_on_the_list() -> None:
    """Both are struck out since, so that nothing differs between the two plans."""
    nobody = day(tablets())
    assert on_the_list(nobody, nobody, ()) == ()
    assert on_the_list(nobody, nobody, {7: "rung"}) == (tablets(),)


def test_what_an_offer_says_is_said_while_it_is_so() -> None:
    assert still_so(7, day(tablets(SIAN)), day(tablets(SIAN)))
    assert not still_so(7, day(tablets(SIAN)), day(tablets(MO))), "planned anew since"
    assert not still_so(7, day(tablets(SIAN)), None), "not accepted"


def test_what_nobody_at_work_can_do_is_said_in_words() -> None:
    fault = Fault("no_one_skilled", "visits.v7", {"skills": "moving, welsh"})
    shown = unplanned_shown(
        Unplanned(datetime(2026, 11, 30, 9, tzinfo=UTC), (fault,)),
        {7: VisitOf(person_id=1, what="Getting up")},
        {1: "Mair Rees"},
        (),
    )
    assert shown.why == (
        "Mair Rees, Getting up: Nobody at work may make this visit (Moving with a hoist or another "
        "aid; Speaks Welsh): add a worker who can, or leave the visit to another team.",
    )
