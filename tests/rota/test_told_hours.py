"""When somebody can work and which shifts a week needs: told from a day on, told anew, kept."""

from datetime import date, timedelta

import pytest

from tests.fixtures.case import STARTS, an_actor, moment
from tests.fixtures.visited import Visited, a_visited_person
from whatmatters.access.queries import actor_for
from whatmatters.policy.rota import roster_rules, rota_limits, told_limits
from whatmatters.rota.queries.needed import needed, newest_needed
from whatmatters.rota.queries.told_hours import available, leave
from whatmatters.rota.services import need_shift, tell_hours, tell_leave
from whatmatters.rules.refusals import Refusal
from whatmatters.rules.roles import Role
from whatmatters.rules.rota.agreed import Skill
from whatmatters.rules.rota.day_refusals import DayNotAllowed
from whatmatters.rules.rota.roster.needed_checks import check_needed
from whatmatters.rules.rota.roster.told import (
    Available,
    Hours,
    Leave,
    Needed,
    available_on,
    leave_from,
    needed_on,
)
from whatmatters.rules.rota.roster.told_checks import check_available, check_leave
from whatmatters.rules.rota.roster.told_refusals import HoursNotYours, NoSuchNeed
from whatmatters.teams.models import Worker

SCHOOL = Available(STARTS, 1200, 1800, (Hours(0, 555, 900), Hours(2, 555, 900)))
EARLY = Needed(0, STARTS, frozenset({0, 1}), 420, 840, 30, 2, frozenset({Skill.MEDICINES}))


@pytest.fixture
def seen(db: None) -> Visited:
    return a_visited_person()


def about(seen: Visited) -> dict[str, object]:
    return {"by": seen.case.manager, "at": moment(STARTS), "on": STARTS}


def test_hours_are_told_anew_from_a_day_on_and_what_was_told_stays(seen: Visited) -> None:
    mo, later = seen.workers["Mo"], STARTS + timedelta(days=30)
    more = Available(later, 1500, None, (Hours(5, 0, 1440),), frozenset({5}))
    for told in (SCHOOL, more):
        tell_hours(**about(seen), worker_id=mo, told=told)
    held = available([mo, seen.workers["Dai"]])
    assert held == {mo: (SCHOOL, more)}
    assert available_on(held[mo], later - timedelta(days=1)) == SCHOOL
    assert available_on(held[mo], later) == more
    assert available_on(held[mo], STARTS - timedelta(days=1)) is None
    # Told anew from a day before it, it takes the place of what was told for later.
    tell_hours(**about(seen), worker_id=mo, told=SCHOOL)
    assert available_on(available([mo])[mo], later) == SCHOOL


def test_of_each_day_what_was_told_last_of_leave_counts(seen: Visited) -> None:
    mo, day = seen.workers["Mo"], STARTS + timedelta(days=7)
    spells = ((0, 6, True), (2, 3, False))
    for first, last, away in spells:
        spell = (day + timedelta(days=first), day + timedelta(days=last))
        tell_leave(**about(seen), worker_id=mo, told=Leave(*spell, away))
    assert leave_from(leave([mo])[mo], day + timedelta(days=1)) == [
        (day + timedelta(days=1), day + timedelta(days=1)),
        (day + timedelta(days=4), day + timedelta(days=6)),
    ]


@pytest.mark.once
def test_leave_far_ahead_is_found_without_counting_the_days() -> None:
    far = (date(9998, 12, 1), date(9999, 12, 31))
    told = (Leave(*far, True), Leave(date(9999, 2, 1), date(9999, 2, 28), False))
    assert leave_from(told, STARTS) == [
        (date(9998, 12, 1), date(9999, 1, 31)),
        (date(9999, 3, 1), date(9999, 12, 31)),
    ]
    assert leave_from(told, far[1]) == [(far[1], far[1])]
    assert leave_from((), STARTS) == []


def test_hours_are_her_own_to_tell_and_her_teams(seen: Visited) -> None:
    case, mo = seen.case, seen.workers["Mo"]
    herself = an_actor(case.system, Role.CARE_WORKER, case.provider_id, "Mo")
    told = {"at": moment(STARTS), "on": STARTS, "told": SCHOOL}
    others = (herself, case.team_member, case.social_worker, case.commissioner, seen.herself.actor)
    for by in others:
        with pytest.raises(HoursNotYours):
            tell_hours(by=by, worker_id=mo, **told)
    Worker.objects.filter(pk=mo).update(user_id=herself.user_id)
    by = actor_for(herself.user_id, council_id=case.council_id, on=STARTS)
    tell_hours(by=by, worker_id=mo, **told)
    with pytest.raises(HoursNotYours):
        tell_hours(by=by, worker_id=seen.workers["Dai"], **told)
    with pytest.raises(DayNotAllowed):
        need_shift(by=by, at=moment(STARTS), on=STARTS, team_id=seen.team_id, told=EARLY)


def test_a_needed_shift_keeps_its_number_and_is_needed_no_more_from_a_day_on(
    seen: Visited,
) -> None:
    whose = {**about(seen), "team_id": seen.team_id}
    number = need_shift(**whose, told=EARLY)
    late = Needed(0, STARTS, frozenset({0}), 840, 1320, 30, 1)
    assert (number, need_shift(**whose, told=late)) == (1, 2)
    over = STARTS + timedelta(days=(7 - STARTS.weekday()) % 7 + 7)  # a Monday
    gone = Needed(1, over, EARLY.days, 420, 840, 30, 0)
    need_shift(**whose, told=gone)
    told = needed(seen.case.council_id, seen.team_id)
    assert [one.number for one in needed_on(told, over - timedelta(days=7))] == [1, 2]
    assert [one.number for one in needed_on(told, over)] == [2]
    assert [one.number for one in needed_on(told, over - timedelta(days=6))] == [1]
    assert list(newest_needed(told)) == [2]
    with pytest.raises(NoSuchNeed):
        need_shift(**whose, told=gone)


def hours(*spells: tuple[int, int, int], least: int = 0, most: int | None = None) -> Available:
    return Available(STARTS, least, most, tuple(Hours(*one) for one in spells))


def shift(starts: int, ends: int, rest: int = 0, workers: int = 1, days: str = "0") -> Needed:
    which = frozenset(map(int, days))
    return Needed(1, STARTS, which, starts, ends, rest, workers)


@pytest.mark.once
@pytest.mark.parametrize(
    ("told", "code", "field"),
    [
        (hours((3, 900, 900)), "hours_backwards", "day_3"),
        (hours((3, 600, 1441)), "hours_backwards", "day_3"),
        (hours((3, 540, 720), (3, 700, 900)), "hours_backwards", "day_3"),
        (hours(least=2881), "week_too_long", "least"),
        (hours(most=2881), "week_too_long", "most"),
        (hours(least=600, most=599), "most_below_least", "most"),
        (Leave(date(2026, 12, 8), date(2026, 12, 7), True), "leave_backwards", "last"),
        (Leave(date(2026, 1, 1), date(2027, 1, 2), True), "leave_backwards", "last"),
        (shift(420, 840, 30, days=""), "on_no_day", "days"),
        (shift(420, 420), "shift_backwards", "ends"),
        (shift(420, 1201, 30), "shift_backwards", "ends"),
        (shift(420, 450, 30), "break_takes_all", "break_minutes"),
        (shift(420, 781, 19), "break_too_short", "break_minutes"),
        (shift(420, 840, 30, workers=21), "too_many_wanted", "workers"),
    ],
)
def test_what_nobody_could_keep_to_is_refused_by_its_name(told, code: str, field: str) -> None:
    """A turn is 13 hours at most, so that 11 hours of rest are left in 24: 420 to 1200."""
    with pytest.raises(Refusal) as refused:
        check(told)
    assert (refused.value.code, refused.value.params["field"]) == (code, field)
    for fine in (hours((3, 540, 720), (3, 720, 1440), least=2880), shift(420, 1200, 20, 20)):
        check(fine)


def check(told: object) -> None:
    if isinstance(told, Available):
        check_available(told, roster_rules())
    elif isinstance(told, Leave):
        check_leave(told, told_limits())
    else:
        check_needed(told, roster_rules(), rota_limits(), told_limits())
