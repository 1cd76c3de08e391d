"""A team's week as the file of weeks to roster, by hand; and whoever stands aside."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.fixtures.roster_weeks import LIMITS, RULES
from whatmatters.policy.rota import roster_kinds, rota_schema
from whatmatters.rules.rota.agreed import Skill
from whatmatters.rules.rota.roster.roster import Roster
from whatmatters.rules.rota.roster.told import Available, Hours, Leave, Needed
from whatmatters.rules.rota.roster.week_file import week_file
from whatmatters.rules.rota.roster.week_reading import read_week
from whatmatters.rules.rota.roster.week_values import Standing, TeamWeek, WeekWorker
from whatmatters.rules.rota.roster.week_why import why_nobody

MONDAY = date(2026, 12, 7)
DAYS = frozenset(MONDAY + timedelta(days=n) for n in range(7))
SUNDAY = MONDAY + timedelta(days=6)
WELSH = frozenset({Skill.WELSH})
# Weekdays 9:15 to 15:00 and Sunday 14:00 to 22:00; rather not on Sunday; 20 to 30 hours.
TOLD = Available(
    MONDAY - timedelta(days=60),
    1200,
    1800,
    (*(Hours(day, 555, 900) for day in range(5)), Hours(6, 840, 1320)),
    frozenset({6}),
)
MORNING = Needed(1, MONDAY, frozenset({0, 1}), 555, 900, 0, 2, WELSH, id=40)


def a_week(**more: object) -> TeamWeek:
    """Worker 5 told her hours and is away on Tuesday; one shift of hers stands on Monday and fills
    one of two places; she had a late Saturday nine days before, and is to begin at 7:00 on the
    Monday after."""
    tuesday = MONDAY + timedelta(days=1)
    who = WeekWorker(5, WELSH, (TOLD,), (Leave(tuesday, tuesday, True),), DAYS)
    standing = (
        Standing(90, 5, MONDAY, 555, 900, ours=True),
        Standing(91, 5, SUNDAY + timedelta(days=1), 420, 840, ours=False),
    )
    before = (Standing(80, 5, MONDAY - timedelta(days=9), 840, 1290, ours=True),)
    week = TeamWeek(MONDAY, (MORNING,), (who,), standing, before, {5: WELSH})
    return replace(week, **more)


@pytest.mark.once
def test_a_week_by_hand() -> None:
    """A seventh of 20 hours for the day of leave: 1200 x 6 / 7 = 1028.57, so 1028 minutes. On
    Sunday she has to end by 20:00, eleven hours before 7:00."""
    file = week_file(a_week(), RULES, roster_kinds())
    assert [(turn["id"], turn["needs"]) for turn in file["turns"][:2]] == [
        ("n40 2026-12-07", [["welsh"]]),
        ("n40 2026-12-08", [["welsh"], ["welsh"]]),
    ]
    (stands,) = file["turns"][2:]
    assert (stands["id"], stands["starts"], stands["ends"]) == ("s90", "09:15", "15:00")
    (who,) = file["workers"]
    assert who["week_minutes"] == {"least": 1028, "most": 1800}
    assert {span["days"][0]: (span["from"], span["to"]) for span in who["can"]} == {
        **dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), ("09:15", "15:00")),
        "sun": ("14:00", "20:00"),
    }
    assert [one["from"] for one in who["away"]] == ["2026-12-08", "2026-12-12"]
    assert [one["days"] for one in who["rather_not"]] == [["sun"]]
    assert who["before"] == {"evening": 1, "weekend": 1}
    assert who["last_ended"] == {"on": "2026-11-28", "at": "21:30"}
    assert who["keeps"] == [{"turn": "s90"}]


@pytest.mark.once
def test_why_nobody_has_a_place_is_her_leave_and_not_her_hours() -> None:
    read = read_week(a_week(), rota_schema("roster"), LIMITS, RULES, roster_kinds())
    empty = why_nobody(read.problem, Roster({("s90", 0): "w5"}))
    assert [(turn, reasons) for (turn, _part), reasons in empty] == [
        ("n40 2026-12-07", {"overlap": ["w5"]}),
        ("n40 2026-12-08", {"away": ["w5"]}),
        ("n40 2026-12-08", {"away": ["w5"]}),
    ]


@pytest.mark.once
def test_whose_standing_shifts_break_a_rule_stands_aside_and_the_rest_is_rostered() -> None:
    every_day = tuple(
        Standing(n, 5, day, 555, 615, ours=False) for n, day in enumerate(sorted(DAYS))
    )
    other = WeekWorker(6, WELSH, (TOLD,), (), DAYS)
    week = a_week(standing=every_day)
    week = replace(week, workers=(*week.workers, other))
    read = read_week(week, rota_schema("roster"), LIMITS, RULES, roster_kinds())
    assert read.aside == {5: "no_day_free"}
    assert list(read.problem.members) == ["w6"]
    assert sorted(read.problem.turns) == ["n40 2026-12-07", "n40 2026-12-08"]
