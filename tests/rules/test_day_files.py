"""From what was agreed to a day's file: windows, what was told, links, ways that tell nothing."""

from datetime import date

import pytest

from tests.fixtures.visited import BATH, CHAPEL, HAIR, PILLS, UP
from whatmatters.policy.rota import rota_limits, rota_schema, rota_ways
from whatmatters.rules.rota.agreed import Skill
from whatmatters.rules.rota.day_file import DayPerson, DayShift, DayVisit, Mode, Told, day_file
from whatmatters.rules.rota.day_reading import read_day

pytestmark = pytest.mark.once
MONDAY, SUNDAY = date(2026, 11, 30), date(2026, 12, 6)
BASE = (53.14, -4.27)
MO = DayShift(1, 11, frozenset({Skill.MOVING}), Mode.DRIVE, 420, 840)
LEE = DayShift(2, 12, frozenset({Skill.MOVING}), Mode.DRIVE, 420, 840)


def ann(at=BASE, told=None, visits=(UP, BATH, HAIR)) -> DayPerson:
    kept = tuple(DayVisit(100 + one.number, one, told) for one in visits)
    return DayPerson(5, at, kept, (CHAPEL,), (11,), (13,))


def made(person, day=MONDAY, shifts=(MO, LEE)):
    return day_file(day, BASE, [person], shifts, rota_ways())


def test_a_day_has_the_visits_of_its_weekday_and_the_links_between_them():
    raw = made(ann())
    assert [visit["id"] for visit in raw["visits"]] == ["v101", "v102", "v103"]
    assert raw["links"] == [{"first": "v102", "then": "v103", "least": 60, "most": 120}]
    assert raw["visits"][1]["needs"] == [["moving"], ["moving"]]
    assert raw["people"] == [{"id": "p5", "place": "p5", "preferred": ["w11"], "barred": []}]
    assert [visit["id"] for visit in made(ann(), SUNDAY)["visits"]] == ["v101"]


@pytest.mark.parametrize(
    ("start", "window"),
    [(None, ("07:30", "08:30")), (480, ("07:45", "08:15")), (455, ("07:30", "07:50"))],
)
def test_what_was_told_narrows_the_window_and_never_leaves_it(start, window):
    told = None if start is None else Told(start, 11)
    visit = made(ann(told=told, visits=(UP,)))["visits"][0]
    assert (visit["earliest"], visit["latest"]) == window
    assert visit.get("promised", {}).get("worker") == (None if start is None else "w11")


def test_minutes_that_are_borne_are_not_planned_with():
    assert PILLS.tolerance == 15
    visit = made(ann(visits=(PILLS,)))["visits"][0]
    assert (visit["earliest"], visit["latest"], visit["tolerance"]) == ("12:00", "12:15", 0)


def test_the_way_to_somebody_hidden_is_the_same_wherever_she_lives():
    raw = made(ann(at=None))
    assert raw["places"] == [{"id": "base"}, {"id": "p5"}]
    assert "at" not in str(raw["places"])
    hidden = rota_ways().hidden_minutes
    for mode in ("walk", "cycle", "drive"):
        parking = {"walk": 1, "cycle": 1, "drive": 3}[mode]
        way = parking + hidden
        assert raw["travel"][mode]["minutes"] == [[0, way], [way, 0]]


def test_a_visit_that_nobody_can_make_is_put_aside_with_why_and_the_rest_read():
    read = read_day(
        made(ann(visits=(UP, BATH, HAIR, PILLS))), rota_schema("problem"), rota_limits()
    )
    assert read.aside == {"v104": "no_one_skilled"}
    assert set(read.problem.visits) == {"v101", "v102", "v103"}
    alone = made(ann(), shifts=(MO,))
    read = read_day(alone, rota_schema("problem"), rota_limits())
    assert read.aside == {"v102": "too_few_for_two"}
    assert read.problem.links == ()
