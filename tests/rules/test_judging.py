"""Sealing, shares and disagreement as pure rules."""

from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatmatters.rules.judging import escalation, is_sealed
from whatmatters.rules.outcomes import Achievement, Party
from whatmatters.rules.shares import ShareDoesNotMatch, differs, disagree, state_after, tenths_of

UNTIL = date(2026, 7, 12)
GIVEN = st.dictionaries(st.sampled_from(Party), st.frozensets(st.integers(1, 4)))


@given(asked=st.frozensets(st.integers(1, 4)), given=GIVEN, after=st.integers(-20, 20))
def test_sealed_until_all_three_answered_all_or_the_time_is_up(
    asked: frozenset[int], given: dict[Party, frozenset[int]], after: int
) -> None:
    on = UNTIL + timedelta(days=after)
    missing = any(
        outcome not in given.get(party, frozenset())
        for party in ("person", "provider", "council")
        for outcome in asked
    )
    assert is_sealed(asked, given, until=UNTIL, on=on) is (missing and after <= 0)


@given(shares=st.lists(st.one_of(st.none(), st.integers(0, 10)), max_size=3))
def test_no_answer_counts_neither_way_and_order_does_not_matter(
    shares: list[int | None],
) -> None:
    said = [share for share in shares if share is not None]
    expected = any(one != other for one in said for other in said)
    assert {disagree(order) for order in permutations(shares)} == {expected}
    assert disagree([*shares, None]) is expected


@pytest.mark.parametrize(
    ("achieved", "partly", "tenths"),
    [
        ("achieved", None, 10),
        ("achieved", 10, 10),
        ("not_achieved", None, 0),
        ("no_answer", None, None),
        ("partly", 1, 1),
        ("partly", 9, 9),
    ],
)
def test_an_answer_means_a_share(achieved: str, partly: int | None, tenths: int | None) -> None:
    assert tenths_of(Achievement(achieved), partly) == tenths


@pytest.mark.parametrize(
    ("achieved", "partly"),
    [("partly", None), ("partly", 0), ("partly", 10), ("achieved", 5), ("no_answer", 0)],
)
def test_a_share_that_does_not_match_is_refused(achieved: str, partly: int | None) -> None:
    with pytest.raises(ShareDoesNotMatch):
        tenths_of(Achievement(achieved), partly)


def test_a_finding_cannot_differ_from_silence() -> None:
    assert not differs(0, None)
    assert differs(0, 1)
    assert not differs(7, 7)


def test_where_an_outcome_stands_after_its_share() -> None:
    assert [state_after(tenths) for tenths in (0, 1, 9, 10)] == [
        "not_achieved",
        "partly",
        "partly",
        "achieved",
    ]


def test_escalation_climbs_at_its_steps() -> None:
    levels = [escalation(days, (0, 7, 14)) for days in (-1, 0, 6, 7, 13, 14, 400)]
    assert levels == [0, 1, 1, 2, 2, 3, 3]
