"""A delivery plan's rules: what can be kept, and what a quiet time leaves of a window."""

from dataclasses import replace

import pytest

from whatmatters.policy.rota import agreed_limits
from whatmatters.rules.rota.agreed import (
    AgreedLimits,
    AgreedVisit,
    QuietFor,
    QuietTime,
    windows_on,
)
from whatmatters.rules.rota.agreed_checks import check_agreed
from whatmatters.rules.rota.agreed_refusals import (
    FollowsWhat,
    GapImpossible,
    LengthImpossible,
    LongIsShorter,
    OnNoDay,
    QuietBackwards,
    QuietTakesAll,
    ToleranceImpossible,
    TooManyAgreed,
    TooManyFollow,
    WindowBackwards,
)
from whatmatters.rules.rota.problem import Harm

pytestmark = pytest.mark.once
LIMITS = AgreedLimits(longest_visit=600, most_visits=12, most_tolerance=120, most_linked=8)
WEEK = frozenset({0, 1, 2, 3, 4})
SUNDAY = frozenset({6})
# From 8:00 to 10:00, half an hour, four times of five less than 40 minutes.
UP = AgreedVisit(1, WEEK | SUNDAY, 480, 600, 30, 40, "Getting up")
TEA = AgreedVisit(2, WEEK, 960, 1020, 20, 20, "Tea")


def chapel(starts: int, ends: int) -> QuietTime:
    return QuietTime(1, QuietFor.WORSHIP, SUNDAY, starts, ends)


def test_the_policy_holds_these_limits():
    assert agreed_limits() == LIMITS


def test_a_usual_plan_is_taken():
    insulin = replace(TEA, harm=Harm.CRITICAL, tolerance=15)
    split = replace(TEA, number=3, earliest=1030, latest=1200, follows=2, least=30, most=90)
    check_agreed((UP, insulin, split), (chapel(630, 720),), LIMITS)


@pytest.mark.parametrize(
    ("change", "refusal", "field"),
    [
        ({"days": frozenset()}, OnNoDay, "days"),
        ({"latest": 479}, WindowBackwards, "latest"),
        ({"minutes": 0}, LengthImpossible, "minutes"),
        ({"minutes": 601, "long_minutes": 601}, LengthImpossible, "minutes"),
        ({"long_minutes": 601}, LengthImpossible, "long_minutes"),
        ({"long_minutes": 29}, LongIsShorter, "long_minutes"),
        ({"tolerance": 5}, ToleranceImpossible, "tolerance"),
        ({"harm": Harm.CRITICAL, "tolerance": 121}, ToleranceImpossible, "tolerance"),
        ({"follows": 9, "least": 30, "most": 60}, FollowsWhat, "follows"),
        ({"follows": 1, "least": 30, "most": 60}, FollowsWhat, "follows"),
        ({"follows": 2, "least": 30, "most": 60}, FollowsWhat, "follows"),
        ({"least": 30}, FollowsWhat, "follows"),
    ],
)
def test_what_no_day_could_keep_is_refused_by_its_name(change, refusal, field):
    with pytest.raises(refusal) as told:
        check_agreed((replace(UP, **change), TEA), (), LIMITS)
    assert told.value.params["field"] == field


@pytest.mark.parametrize(("least", "most"), [(19, 60), (60, 59), (None, 60), (30, None)])
def test_a_second_part_needs_a_gap_that_can_be(least, most):
    second = replace(TEA, number=3, follows=2, least=least, most=most)
    with pytest.raises(GapImpossible):
        check_agreed((TEA, second), (), LIMITS)


def test_nothing_follows_what_follows():
    second = replace(TEA, number=3, follows=2, least=20, most=60)
    third = replace(TEA, number=4, follows=3, least=20, most=60)
    with pytest.raises(FollowsWhat):
        check_agreed((TEA, second, third), (), LIMITS)


def test_no_more_follow_one_than_are_planned_together():
    """Eight hang together: a first part, and seven that follow it."""
    parts = tuple(replace(TEA, number=n, follows=2, least=20, most=60) for n in range(3, 11))
    check_agreed((TEA, *parts[:7]), (), LIMITS)
    with pytest.raises(TooManyFollow) as told:
        check_agreed((TEA, *parts), (), LIMITS)
    assert told.value.params == {"field": "follows", "most": 7}


def test_thirteen_visits_are_too_many():
    many = tuple(replace(UP, number=n) for n in range(1, 14))
    with pytest.raises(TooManyAgreed) as told:
        check_agreed(many, (), LIMITS)
    assert told.value.params == {"most": 12}


@pytest.mark.parametrize(
    ("starts", "ends", "left"),
    [
        (700, 760, ((480, 600),)),  # long after
        (600, 660, ((480, 560),)),  # 40 minutes must be over by 10:00
        (420, 500, ((500, 600),)),  # not before chapel is over
        (540, 560, ((480, 500), (560, 600))),  # before or after it
        (450, 640, ()),  # never
    ],
)
def test_a_quiet_time_leaves_what_keeps_clear_of_it(starts, ends, left):
    assert windows_on(UP, (chapel(starts, ends),), 6) == left
    assert windows_on(UP, (chapel(starts, ends),), 0) == ((480, 600),)


@pytest.mark.parametrize(("starts", "ends"), [(540, 560), (450, 640)])
def test_a_quiet_time_that_takes_or_splits_a_window_is_told(starts, ends):
    with pytest.raises(QuietTakesAll) as told:
        check_agreed((UP,), (chapel(starts, ends),), LIMITS)
    assert told.value.params == {"what": "Getting up"}


def test_a_quiet_time_is_a_time():
    with pytest.raises(QuietBackwards):
        check_agreed((), (chapel(600, 600),), LIMITS)
    with pytest.raises(OnNoDay):
        check_agreed((), (replace(chapel(600, 660), days=frozenset()),), LIMITS)
