"""Netting: never below zero, nothing lost, nothing gained."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatmatters.rules.remittance import Netted, net

PAIR = ("org:1", "org:2")


def test_a_debit_is_carried_and_set_off_against_the_next_payment():
    (first,) = net({PAIR: -50094}, {})
    assert first == Netted("org:1", "org:2", -50094, 0, 0, -50094)
    (second,) = net({PAIR: 92767}, {PAIR: first.carried})
    assert second == Netted("org:1", "org:2", 92767, -50094, 42673, 0)


def test_a_debit_stays_carried_where_nothing_new_is_due():
    assert net({}, {PAIR: -7}) == (Netted("org:1", "org:2", 0, -7, 0, -7),)


def test_one_payees_debit_is_never_taken_from_another():
    both = net({PAIR: -10, ("org:1", "org:9"): 30}, {})
    assert [netted.paid for netted in both] == [0, 30]


@given(st.lists(st.integers(-100_000, 100_000), max_size=30))
def test_over_any_life_what_is_paid_and_carried_is_what_was_due(dues):
    carried = paid = 0
    for due in dues:
        (netted,) = net({PAIR: due}, {PAIR: carried})
        assert netted.paid >= 0 >= netted.carried
        assert netted.paid == 0 or netted.carried == 0
        paid, carried = paid + netted.paid, netted.carried
    assert paid + carried == sum(dues)


def test_a_credit_cannot_be_brought_forward():
    with pytest.raises(ValueError, match="debit"):
        net({}, {PAIR: 1})
