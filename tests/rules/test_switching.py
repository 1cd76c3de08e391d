"""What stands in one person's way: each thing alone is named, and nothing else ever lets her go."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatmatters.rules.switching import (
    DOERS,
    Charge,
    HerWord,
    Obstacle,
    Stand,
    Standing,
    WayTo,
    due_by,
    obstacles,
    stand,
)

DAY, NOTICE = date(2026, 4, 20), timedelta(days=7)
TO_BUNDLE = Standing(
    today=DAY - timedelta(days=1),
    moves_on=DAY,
    notice=NOTICE,
    told_on=DAY - NOTICE,
    word=HerWord.WANTS,
    charge=Charge.STAYS,
    contact=True,
    hours=True,
    bank_minutes=0,
)
FROM_BUNDLE = replace(TO_BUNDLE, bundle=True)
WRONG: dict[Obstacle, tuple[Standing, dict[str, object]]] = {
    Obstacle.DIED: (TO_BUNDLE, {"died": True}),
    Obstacle.NOTHING_RUNS: (TO_BUNDLE, {"runs": False}),
    Obstacle.NEW_RUNS: (TO_BUNDLE, {"new_runs": True}),
    Obstacle.CONTRACT_NOT_IN_FORCE: (FROM_BUNDLE, {"in_force": False}),
    Obstacle.SHE_DOES_NOT_WANT: (FROM_BUNDLE, {"word": HerWord.DOES_NOT}),
    Obstacle.NO_CONTACT: (FROM_BUNDLE, {"contact": False}),
    Obstacle.CHARGE_NOT_SAID: (TO_BUNDLE, {"charge": Charge.NOT_KNOWN}),
    Obstacle.NOT_TOLD: (TO_BUNDLE, {"told_on": None}),
    Obstacle.NOTICE_TOO_SHORT: (TO_BUNDLE, {"told_on": DAY - timedelta(days=6)}),
    Obstacle.HER_YES_MISSING: (TO_BUNDLE, {"word": None}),
    Obstacle.HOURS_NOT_AGREED: (TO_BUNDLE, {"hours": False}),
    Obstacle.PLAN_RUNS_ON: (FROM_BUNDLE, {"plan_ends": DAY}),
    Obstacle.BANK_NOT_EMPTY: (TO_BUNDLE, {"bank_minutes": 1}),
    Obstacle.FUND_OPEN: (TO_BUNDLE, {"fund_open": True}),
    Obstacle.EPISODE_RUNS: (TO_BUNDLE, {"episode": True}),
    Obstacle.DIRECT_PAYMENT: (TO_BUNDLE, {"direct": True}),
    Obstacle.EXCEPTION_WAITS: (FROM_BUNDLE, {"exception": True}),
    Obstacle.TOLD_OTHERWISE: (TO_BUNDLE, {"otherwise": True}),
    Obstacle.DAY_IS_PAST: (TO_BUNDLE, {"today": DAY + timedelta(days=1)}),
    Obstacle.HOURS_STILL_SAVED: (FROM_BUNDLE, {"today": DAY - timedelta(days=2)}),
}


def test_whoever_has_nothing_in_the_way_is_ready() -> None:
    ended = replace(TO_BUNDLE, plan_ends=DAY - timedelta(days=1))
    on_the_day = replace(FROM_BUNDLE, today=DAY)
    early = replace(TO_BUNDLE, today=DAY - timedelta(days=60))
    for one in (TO_BUNDLE, FROM_BUNDLE, ended, on_the_day, early):
        assert obstacles(one) == ()
    assert stand((), told=True) is Stand.READY


@pytest.mark.parametrize("obstacle", list(Obstacle))
def test_each_thing_alone_stands_in_the_way_and_somebody_clears_it(obstacle: Obstacle) -> None:
    one, wrong = WRONG[obstacle]
    assert obstacles(replace(one, **wrong)) == (obstacle,)  # type: ignore[arg-type]
    assert obstacle in DOERS
    assert due_by(obstacle, DAY, NOTICE) < DAY


def test_how_she_stands() -> None:
    found = (Obstacle.BANK_NOT_EMPTY,)
    assert stand(found, told=False) is Stand.DRAFT
    assert stand(found, told=True) is Stand.TOLD
    assert stand((), told=True, staying=True) is Stand.STAYING
    assert stand((), told=True, staying=True, moved=True) is Stand.MOVED


def test_nobody_is_moved_to_what_is_hers_alone_to_choose() -> None:
    assert set(WayTo) == {"bundled_hours"}


@given(st.sets(st.sampled_from(list(Obstacle))), st.booleans())
def test_what_is_wrong_is_all_named_however_much_it_is(wrong: set[Obstacle], bundle: bool) -> None:
    """Whatever is wrong together: at least each of it is named, unless another says it already."""
    one, changes = (TO_BUNDLE if bundle else FROM_BUNDLE), {}
    mine = {o for o in wrong if obstacles(replace(one, **WRONG[o][1])) == (o,)}  # type: ignore[arg-type]
    for obstacle in sorted(mine):
        changes |= WRONG[obstacle][1]
    found = obstacles(replace(one, **changes))  # type: ignore[arg-type]
    told = {Obstacle.NOT_TOLD, Obstacle.NOTICE_TOO_SHORT}
    said = {Obstacle.HER_YES_MISSING, Obstacle.SHE_DOES_NOT_WANT}
    said |= {Obstacle.DAY_IS_PAST, Obstacle.HOURS_STILL_SAVED}  # one day cannot be both
    assert set(found) <= mine
    assert mine - set(found) <= told | said
    assert (found == ()) == (mine == set())
    assert list(found) == [o for o in Obstacle if o in found]
