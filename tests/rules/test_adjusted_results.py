"""A rate adjusted to who was counted before: what must hold whatever was counted (R-CO-04)."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from whatmatters.rules.commissioning_models import community_outcome
from whatmatters.rules.commissioning_models.community_outcome import (
    Baseline,
    Direction,
    Evidence,
    Group,
    GroupCount,
    Terms,
    adjusted,
    difference,
)

SURE = Fraction(95, 100)


@st.composite
def counts(draw, least: int = 1) -> tuple[int, int]:
    """To how many, of how many."""
    people = draw(st.integers(least, 300))
    return draw(st.integers(0, people)), people


@st.composite
def before_and_now(draw) -> tuple[Terms, Evidence]:
    """Some groups as they were and are, each with somebody in it."""
    pairs = draw(st.lists(st.tuples(counts(), counts()), min_size=1, max_size=5))
    groups = tuple(Group(f"g{n}", *was) for n, (was, _) in enumerate(pairs))
    now = tuple(GroupCount(f"g{n}", *found) for n, (_, found) in enumerate(pairs))
    baseline = Baseline(sum(g.events for g in groups), sum(g.people for g in groups))
    evidence = Evidence(sum(g.events for g in now), sum(g.people for g in now), now)
    return Terms(baseline, Direction.REDUCE, (), SURE, groups), evidence


def told(terms: Terms, evidence: Evidence) -> community_outcome.Adjusted:
    found = adjusted(terms, evidence)
    assert found is not None
    return found


@given(before_and_now())
def test_it_lies_inside_its_interval_and_among_the_rates_of_its_groups(case) -> None:
    terms, evidence = case
    found = told(terms, evidence)
    rates = [Fraction(one.events, one.people) for one in evidence.groups]
    assert min(rates) <= found.rate <= max(rates)
    assert found.found.lower <= found.found.value <= found.found.upper


@given(before_and_now())
def test_the_order_of_groups_says_nothing(case) -> None:
    terms, evidence = case
    turned = Evidence(evidence.events, evidence.people, evidence.groups[::-1])
    assert told(terms, turned) == told(terms, evidence)


@given(counts(), counts())
def test_of_one_group_it_is_newcombes(was, now) -> None:
    baseline = Baseline(*was)
    terms = Terms(baseline, Direction.REDUCE, (), SURE, (Group("all", *was),))
    found = told(terms, Evidence(*now, (GroupCount("all", *now),)))
    plain = difference(*now, baseline, SURE)
    assert found.rate == Fraction(*now)
    assert abs(found.found.lower - plain.lower) < 1e-12
    assert abs(found.found.upper - plain.upper) < 1e-12


@given(before_and_now(), st.integers(2, 50))
def test_more_of_the_same_people_in_one_group_moves_no_rate(case, times) -> None:
    """Twenty times as many who are easy to help, and as well helped: the same rate."""
    terms, evidence = case
    first = evidence.groups[0]
    more = GroupCount(first.name, first.events * times, first.people * times)
    added = times - 1
    turned = Evidence(
        evidence.events + first.events * added,
        evidence.people + first.people * added,
        (more, *evidence.groups[1:]),
    )
    assert told(terms, turned).rate == told(terms, evidence).rate


@given(before_and_now(), st.data())
def test_nobody_stands_in_for_a_group_that_was_not_counted(case, data) -> None:
    terms, evidence = case
    gone = data.draw(st.integers(0, len(evidence.groups) - 1))
    left = tuple(
        GroupCount(one.name, 0, 0) if n == gone else one for n, one in enumerate(evidence.groups)
    )
    assert adjusted(terms, Evidence(0, 0, left)) is None
