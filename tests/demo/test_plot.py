"""Who lives through what is decided by the seed alone, in exact shares."""

from collections import Counter

from whatmatters.demo.plot import Path, plots


def test_the_same_seed_gives_the_same_plot() -> None:
    assert plots(people=50, days=210, seed=4) == plots(people=50, days=210, seed=4)
    assert plots(people=50, days=210, seed=4) != plots(people=50, days=210, seed=5)


def test_shares_are_exact_and_nobody_arrives_after_the_last_day() -> None:
    found = plots(people=240, days=210, seed=1)
    paths = Counter(plot.path for plot in found)
    # 0.12 of 240 is 28.8: 29 packages; 0.10 of the other 211 is 21.1: 21 urgent starts.
    assert paths == {Path.LEGACY: 29, Path.URGENT: 21, Path.ORDINARY: 190}
    assert sum(plot.has("dies") for plot in found) == 12
    assert all(0 <= plot.arrives < 210 for plot in found)
    assert all(plot.arrives == 0 for plot in found if plot.path == Path.LEGACY)


def test_one_person_and_the_fewest_weeks_are_enough() -> None:
    (only,) = plots(people=1, days=28, seed=1)
    assert only.number == 1
