"""Rosters judged by hand: each rule broken once, each tier with its figures written out."""

import pytest

from tests.fixtures.roster_weeks import WEEK, changed, daily, weeks
from whatmatters.rules.rota.faults import BadInput
from whatmatters.rules.rota.roster.check import judge_roster
from whatmatters.rules.rota.roster.roster import Roster

pytestmark = pytest.mark.once
EARLY, SECOND, LATE = ("mon-early", 0), ("mon-early", 1), ("mon-late", 0)
TUESDAY, SATURDAY = ("tue-early", 0), ("sat-late", 0)
GOOD = {EARLY: "mo", SECOND: "lee", LATE: "kit", TUESDAY: "mo", SATURDAY: "mo"}


def test_what_a_roster_costs():
    verdict = judge_roster(weeks(WEEK), Roster({EARLY: "mo", SECOND: "lee", LATE: "kit"}))
    assert verdict.broken == ()
    # Tuesday 5 h and Saturday 6 h: 300 + 360. Mo has 7 h less half an hour: 390 of her 900.
    # Evenings may be worked by Mo (0) and Kit (2 before and 1 now); Lee cannot, and shares none.
    # Weekends by the same two: 0 and 0.
    assert [(t.code, t.count, t.minutes, t.which) for t in verdict.tiers] == [
        ("uncovered_turns", 2, 660, ("tue-early", "sat-late")),
        ("short_of_contract", 1, 510, ("mo",)),
        ("unevenly_shared", 3, 0, ("evening: 0–3", "weekend: 0–0")),
        ("against_a_wish", 0, 0, ()),
    ]
    assert verdict.figures == {"paid_minutes": 390 + 390 + 360}


def test_a_wish_is_no_rule():
    raw = changed("workers", "mo", rather_not=[{"days": ["sat"], "from": "21:00", "to": "24:00"}])
    verdict = judge_roster(weeks(raw), Roster(GOOD))
    assert verdict.broken == ()
    assert verdict.tiers[3].which == ("sat-late",)


@pytest.mark.parametrize(
    ("there", "broken"),
    [
        ({EARLY: "kit"}, ("not_skilled", "mon-early", "kit")),
        ({LATE: "lee"}, ("not_available", "mon-late", "lee")),
        ({SECOND: "mo", EARLY: "mo"}, ("twice_on_it", "mon-early", "mo")),
        ({LATE: "mo", TUESDAY: "mo"}, ("too_little_rest", "mon-late", "mo")),
        ({("mon-early", 2): "mo"}, ("too_many_on_it", "mon-early", None)),
        ({("sun", 0): "mo"}, ("unknown_turn", "sun", None)),
        ({LATE: "ann"}, ("unknown_worker", "mon-late", "ann")),
    ],
)
def test_each_rule_of_a_turn_is_named_where_it_is_broken(there, broken):
    (found,) = judge_roster(weeks(WEEK), Roster(there)).broken
    told = (found.code, found.params["turn"], found.params.get("worker"))
    assert told == broken


def test_eleven_hours_are_enough_and_a_minute_less_is_not():
    held = Roster({LATE: "mo", TUESDAY: "mo"})
    assert judge_roster(weeks(changed("turns", "tue-early", starts="09:00")), held).broken == ()
    (found,) = judge_roster(weeks(changed("turns", "tue-early", starts="08:59")), held).broken
    assert found.code == "too_little_rest"


def test_who_is_away_or_worked_into_the_night_before():
    away = changed("workers", "kit", away=[{"from": "2026-12-12", "to": "2026-12-12"}])
    (found,) = judge_roster(weeks(away), Roster({SATURDAY: "kit"})).broken
    assert found.code == "away"
    rested = {"on": "2026-12-06", "at": "20:00"}
    tired = {"on": "2026-12-06", "at": "20:01"}
    held = Roster({SECOND: "kit"})
    assert judge_roster(weeks(changed("workers", "kit", last_ended=rested)), held).broken == ()
    (found,) = judge_roster(weeks(changed("workers", "kit", last_ended=tired)), held).broken
    assert found.code == "rest_from_before"


def test_a_turn_through_the_night_lies_on_two_days():
    raw = changed("turns", "mon-late", starts="22:00", ends="31:00", break_minutes=20)
    raw["workers"][2]["away"] = [{"from": "2026-12-08", "to": "2026-12-08"}]
    (found,) = judge_roster(weeks(raw), Roster({LATE: "kit"})).broken
    assert found.code == "away"
    (found,) = judge_roster(weeks(raw), Roster({LATE: "mo", TUESDAY: "mo"})).broken
    assert found.code == "too_little_rest"


def test_a_day_of_the_week_is_free_and_a_week_is_not_too_long():
    seven = Roster({(f"t{n}", 0): "mo" for n in range(7)})
    six = Roster({(f"t{n}", 0): "mo" for n in range(6)})
    (found,) = judge_roster(weeks(daily(300)), seven).broken
    assert (found.code, dict(found.params)) == ("no_day_free", {"worker": "mo", "week": 1})
    # 8 h 20 less 20 minutes, six times: 48 hours. A minute more each: 6 too many.
    assert judge_roster(weeks(daily(500)), six).broken == ()
    (found,) = judge_roster(weeks(daily(501)), six).broken
    assert (found.code, found.params["minutes"], found.params["most"]) == ("over_week", 2886, 2880)
    assert judge_roster(weeks(daily(501, longer_weeks=True)), six).broken == ()
    (found,) = judge_roster(weeks(daily(300, week_minutes={"most": 1799})), six).broken
    assert (found.code, found.params["minutes"]) == ("over_contract", 1800)


def test_a_promise_is_kept_and_one_that_cannot_be_is_refused():
    kept = changed("workers", "kit", keeps=[{"turn": "mon-late"}])
    (found,) = judge_roster(weeks(kept), Roster({LATE: "mo"})).broken
    assert (found.code, found.params["worker"]) == ("promise_taken_back", "kit")
    with pytest.raises(BadInput) as bad:
        weeks(changed("workers", "lee", keeps=[{"turn": "mon-late"}]))
    (fault,) = bad.value.faults
    assert (fault.code, fault.where) == ("promise_breaks_a_rule", "workers.lee.keeps")
    assert fault.params["rule"] == "not_available"


def test_the_night_the_clocks_change_has_its_own_length():
    raw = changed(day="2026-10-19", workers=[{"id": "mo"}])
    raw["turns"] = [{"id": "n", "on": "2026-10-24", "starts": "22:00", "ends": "31:00"}]
    raw["turns"][0]["break_minutes"] = 30
    # Nine hours of the clock are ten that pass, less half an hour.
    assert weeks(raw).turns["n"].paid == 570


def at(*hours: tuple[str, str], on: str = "2026-12-07", **told: object) -> dict:
    """Turns of one day for one worker."""
    raw = changed(workers=[{"id": "mo", **told}], day=on)
    raw["turns"] = [
        {"id": f"t{n}", "on": on, "starts": starts, "ends": ends, "break_minutes": 20}
        for n, (starts, ends) in enumerate(hours)
    ]
    return raw


def codes(raw: dict) -> list[str]:
    """What is broken where she has all of them."""
    problem = weeks(raw)
    held = Roster({(name, 0): "mo" for name in problem.turns})
    return [broken.code for broken in judge_roster(problem, held).broken]


@pytest.mark.parametrize(
    ("hours", "rests"),
    [
        ([("07:00", "12:00"), ("15:00", "20:00")], True),  # 13 hours, and 11 until seven
        ([("07:00", "12:00"), ("15:00", "20:01")], False),
        ([("00:00", "08:00"), ("08:00", "16:00"), ("16:00", "24:00")], False),
        ([("06:00", "14:00"), ("22:00", "30:00")], False),  # 8 hours between, 8 after
        ([("00:00", "02:00"), ("08:00", "10:00"), ("14:00", "16:00")], False),  # 6, 4, 8
        ([("14:00", "24:00"), ("25:00", "33:00")], False),
    ],
)
def test_eleven_hours_lie_together_in_every_24_that_begin_with_a_turn(hours, rests):
    assert ("too_little_rest" not in codes(at(*hours))) is rests


def test_two_turns_without_a_minute_between_need_a_break_in_one():
    raw = at(("07:00", "10:00"), ("10:00", "13:01"))
    assert codes(raw) == []
    for turn in raw["turns"]:
        turn["break_minutes"] = 0
    assert codes(raw) == ["no_break_between"]
    raw["turns"][1] |= {"starts": "10:20"}
    assert codes(raw) == []


def test_availability_is_held_against_the_clock_on_the_night_it_changes():
    sunday = {"can": [{"days": ["sun"], "from": "09:00", "to": "15:00"}]}
    assert codes(at(("09:00", "15:00"), on="2027-03-28", **sunday)) == []
    assert codes(at(("14:00", "15:30"), on="2026-10-25", **sunday)) == ["not_available"]


def test_hours_go_on_after_midnight():
    night = ("22:00", "30:00")
    both = [
        {"days": ["fri"], "from": "20:00", "to": "24:00"},
        {"days": ["sat"], "from": "00:00", "to": "07:00"},
    ]
    assert codes(at(night, on="2026-12-11", can=both)) == []
    assert codes(at(night, on="2026-12-11", can=both[:1])) == ["not_available"]
    through = [{"days": ["fri"], "from": "20:00", "to": "31:00"}]
    assert codes(at(night, on="2026-12-11", can=through)) == []
    saturday = [{"days": ["sat"], "from": "00:00", "to": "24:00"}]
    problem = weeks(at(night, on="2026-12-11", rather_not=saturday))
    assert judge_roster(problem, Roster({("t0", 0): "mo"})).tiers[3].count == 1
