"""Plans whose every minute was worked out on paper, and what each says."""

import pytest

from tests.fixtures.rota import plan, read, small
from whatmatters.rules.rota.check import judge

pytestmark = pytest.mark.once
GOOD = {
    "mo_early": [("ann-up", 430, 0), ("bob-insulin", 480), ("ann-tea", 540)],
    "lee_early": [("ann-up", 430, 1)],
}


def tiers(verdict):
    """(count, minutes) of each tier that is not nothing."""
    return {t.code: (t.count, t.minutes) for t in verdict.tiers if t.count or t.minutes}


def codes(**routes):
    """The codes of the rules that a plan breaks."""
    return [broken.code for broken in judge(read(small()), plan(**routes)).broken]


def test_a_good_morning():
    """Mo walks 10 + 5 + 5 + 10, Lee 10 + 10; Ann did not choose Lee; free: 15 + 40 + 90 and 190."""
    verdict = judge(read(small()), plan(**GOOD))
    assert verdict.broken == ()
    assert tiers(verdict) == {"not_preferred": (1, 0), "travel": (2, 50)}
    # Mo: at Bob's 07:45, waits 15; 08:15 + 5 at Ann's, waits 40; 09:20 + 10 back, 90 to 11:00.
    assert verdict.figures["free_minutes"] == 15 + 40 + 90 + 190
    assert verdict.figures["longest_free_block"] == 190
    assert verdict.figures["free_share"] == pytest.approx(335 / 480)


def test_late_and_changed_is_told_tier_by_tier():
    """Bob 08:30 is 5 past his 10 minutes of tolerance; Ann's tea 09:40 is 10 late, and by Lee."""
    late = plan(
        mo_early=[("ann-up", 430, 0), ("bob-insulin", 510)],
        lee_early=[("ann-up", 430, 1), ("ann-tea", 580)],
    )
    verdict = judge(read(small()), late)
    assert verdict.broken == ()
    assert tiers(verdict) == {
        "critical_late": (1, 5),
        "promise_broken": (1, 10),
        "worker_changed": (1, 0),
        "not_preferred": (2, 0),
        "travel": (2, 45),
    }


def test_what_nobody_makes_is_counted_by_its_harm():
    verdict = judge(read(small()), plan())
    assert verdict.broken == ()
    assert tiers(verdict) == {"uncovered_critical": (1, 0), "uncovered_personal": (2, 0)}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"lee_early": []}, ["too_few_workers"]),
        ({"lee_early": [("ann-up", 440, 1)]}, ["not_together"]),
        ({"lee_early": [("ann-up", 430, 0)]}, ["planned_twice", "too_few_workers"]),
        ({"lee_early": [("ann-up", 429, 1)]}, ["not_there_yet", "not_together"]),
        ({"night": []}, ["unknown_shift"]),
        ({"night": [("ann-tea", 600)]}, ["unknown_shift"]),
        ({"mo_early": [("ann-up", 430, 0), ("nobody", 500)]}, ["unknown_visit"]),
        ({"mo_early": [("ann-up", 430, 2)]}, ["unknown_part"]),
        ({"mo_early": [("ann-up", 430, 0), ("ann-tea", 519)]}, ["too_early", "link_broken"]),
        ({"mo_early": [("ann-up", 430, 0), ("ann-tea", 640)]}, ["too_long"]),
        ({"mo_early": [("ann-up", 430, 0), ("ann-up", 460, 1)], "lee_early": []},
         ["same_worker_twice", "not_together"]),
    ],
)  # fmt: skip
def test_each_hard_rule_is_named(changed, expected):
    assert codes(**{**GOOD, **changed}) == expected


def test_who_may_not_come():
    assert codes(lee_early=[("bob-insulin", 480)]) == ["barred"]
    open_door = small(**{"people.1.barred": None})
    verdict = judge(read(open_door), plan(lee_early=[("bob-insulin", 480)]))
    assert [b.code for b in verdict.broken] == ["not_delegated"]
    bare = small(**{"people.1.barred": None, "workers.1.skills": ["care"]})
    verdict = judge(read(bare), plan(lee_early=[("bob-insulin", 480)]))
    assert [b.code for b in verdict.broken] == ["not_skilled"]


def test_a_worker_is_not_at_two_shifts_at_once():
    later = {**small()["shifts"][0], "id": "mo-late", "starts": "11:00", "ends": "15:00"}
    raw = small()
    raw["shifts"] = [{**raw["shifts"][0], "most_overtime": 0}, later]
    raw["visits"] = [
        {"id": "a", "person": "ann", "earliest": 420, "latest": 900, "minutes": 30},
        {"id": "b", "person": "ann", "earliest": 420, "latest": 900, "minutes": 30},
    ]
    raw["links"] = []
    both = {"mo_early": [("a", 630)], "mo_late": [("b", 670)]}
    found = [b.code for b in judge(read(raw), plan(**both)).broken]
    assert found == ["too_long", "two_shifts_at_once"]


def test_links_apart():
    raw = small(links=[{"first": "ann-up", "then": "ann-tea", "apart": True}])
    verdict = judge(read(raw), plan(**GOOD))
    assert [b.code for b in verdict.broken] == ["not_apart"]


def test_an_event_outside_moves_the_window():
    link = {"event": "district nurse", "at": "09:10", "then": "ann-tea", "least": 10, "most": 15}
    visit = read(small(links=[link])).visits["ann-tea"]
    assert (visit.earliest, visit.latest) == (560, 565)
